import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';

/** `a.b.c` as written, from the first name or `this` on; undefined where something is computed in between. */
export function dotted(expression: ScriptNode): string | undefined {
  const node = plain(expression);
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) return node.text;
  if (node.kind === ts.SyntaxKind.ThisKeyword) return 'this';
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const before = dotted(node.expression);
  return before === undefined ? undefined : `${before}.${node.name.text}`;
}

/** The text of a literal; undefined for anything else. */
export const literalText = (node: ScriptNode | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;

/** The value of a property in an object literal. */
export function propertyOf(object: ScriptNode | undefined, name: string): ScriptNode | undefined {
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  for (const property of object.properties) {
    if (ts.isPropertyAssignment(property) && textOfName(property.name) === name) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === name) return property.name;
    if (ts.isMethodDeclaration(property) && textOfName(property.name) === name) return property;
  }
  return undefined;
}

/** By node, where the way up is long. */
const around = new WeakMap<ScriptNode, ScriptNode>();

/** The function around a node; the file where there is none. */
export function functionAround(node: ScriptNode): ScriptNode {
  const passed: ScriptNode[] = [];
  let found: ScriptNode | undefined;
  for (let each = node.parent; !found; each = each.parent) {
    found = ts.isSourceFile(each) || ts.isFunctionLike(each) ? each : around.get(each);
    passed.push(each);
  }
  // Links of a chain stand in one another: the next one asks from just above.
  if (passed.length > 30) for (const each of passed) around.set(each, found);
  return found;
}

/** Names of the functions, methods and classes around a node, from the inside out. */
export function ownersOf(node: ScriptNode): readonly string[] {
  const owners: string[] = [];
  for (let around = node.parent; around; around = around.parent) {
    if (!ts.isFunctionLike(around) && !ts.isClassLike(around)) continue;
    const name = nameOfOwner(around);
    if (name) owners.push(name);
    if (isDefaultExport(around)) owners.push('<default>');
  }
  return owners;
}

const isDefaultExport = (node: tsMorph.ts.SignatureDeclaration | tsMorph.ts.ClassLikeDeclaration): boolean =>
  (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) &&
  (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false);

/** Its own name, or that of the variable, property or export that it is given to, through any wrapper. */
export function nameOfOwner(
  node: tsMorph.ts.SignatureDeclaration | tsMorph.ts.ClassLikeDeclaration,
): string | undefined {
  if (node.name) return textOfName(node.name);
  let holder: ScriptNode = node.parent;
  while (
    ts.isParenthesizedExpression(holder) ||
    ts.isCallExpression(holder) ||
    ts.isAsExpression(holder) ||
    ts.isSatisfiesExpression(holder)
  ) {
    holder = holder.parent;
  }
  if (
    ts.isVariableDeclaration(holder) ||
    ts.isPropertyAssignment(holder) ||
    ts.isPropertyDeclaration(holder)
  ) {
    return textOfName(holder.name);
  }
  if (ts.isExportAssignment(holder)) return '<default>';
  if (!ts.isBinaryExpression(holder) || holder.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return undefined;
  return dotted(holder.left) === 'module.exports' ? '<default>' : lastName(holder.left);
}
