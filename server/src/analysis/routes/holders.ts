import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { plain } from '../unwrapped.ts';
import { dotted } from './syntax.ts';

/** A member by its name and class: `this.app`; properties of other things by their whole name. */
export function memberOf(node: ScriptNode): string | undefined {
  if (ts.isPropertyDeclaration(node)) return `this.${node.name.getText()} ${node.parent.pos}`;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const name = dotted(node);
  if (!name?.startsWith('this.')) return name?.includes('exports') ? name : undefined;
  let around: ScriptNode = node;
  while (around.parent && !ts.isClassLike(around)) around = around.parent;
  return `${name} ${around.pos}`;
}

/** What a call's result is given to: declarations, names and members. */
export function holdersOf(call: ScriptNode): readonly ScriptNode[] {
  const holders: ScriptNode[] = [];
  let node = call;
  for (let parent = node.parent; parent; node = parent, parent = node.parent) {
    const isChain =
      ts.isPropertyAccessExpression(parent) || (ts.isCallExpression(parent) && parent.expression === node);
    if (isChain || plain(parent) !== parent) continue;
    if (ts.isBinaryExpression(parent) && parent.right === node) {
      holders.push(parent.left);
      continue;
    }
    if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) holders.push(parent);
    break;
  }
  return holders;
}

export function nameGiven(call: ScriptNode): string {
  const [holder] = holdersOf(call);
  if (!holder) return '';
  if (ts.isVariableDeclaration(holder)) return holder.name.getText();
  if (ts.isPropertyDeclaration(holder)) return `this.${holder.name.getText()}`;
  return dotted(holder) ?? '';
}

/** The parameter that declares a name, itself or by its pattern. */
export function parameterOf(declaration: ScriptNode): tsMorph.ts.ParameterDeclaration | undefined {
  let node = declaration;
  while (ts.isBindingElement(node) || ts.isObjectBindingPattern(node)) node = node.parent;
  return ts.isParameter(node) ? node : undefined;
}

/** `const plugin: FastifyPluginAsync = async (app) => …` says what `app` is. */
export function typeOfFunction(fn: ScriptNode): string | undefined {
  return ts.isVariableDeclaration(fn.parent) ? fn.parent.type?.getText() : undefined;
}

/** A name that declares itself, as in `export const app = …`. */
export const declarationNamed = (node: ScriptNode): ScriptNode | undefined =>
  ts.isVariableDeclaration(node.parent) || ts.isFunctionDeclaration(node.parent) ? node.parent : undefined;
