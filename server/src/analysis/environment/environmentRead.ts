import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { unwrapped } from '../unwrapped.ts';

/** Reads of an environment variable that nothing else is done to. */
export interface EnvironmentRead {
  /** Of the variable; the first of several that are tried. */
  readonly name: string;
  /** Whether all are read from `process.env`. */
  readonly fromProcess: boolean;
}

/** `process.env.NAME`, `process.env['NAME']`, `import.meta.env.NAME`, `Deno.env.get('NAME')`, or several with `||`. */
export function environmentRead(expression: ScriptNode, most = 8): EnvironmentRead | undefined {
  const node = unwrapped(expression);
  if (ts.isBinaryExpression(node)) {
    if (!isChoice(node.operatorToken.kind) || most <= 1) return undefined;
    const right = environmentRead(node.right, most - 1);
    const left = right && environmentRead(node.left, most - 1);
    return left && right && { name: left.name, fromProcess: left.fromProcess && right.fromProcess };
  }
  if (ts.isCallExpression(node)) {
    const [first] = node.arguments;
    const name =
      node.arguments.length === 1 && first && ts.isStringLiteralLike(first) ? first.text : undefined;
    return name !== undefined && readsSetting(node.expression) ? { name, fromProcess: false } : undefined;
  }
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const name = lastName(node);
  const source = sourceOf(node.expression);
  return name !== undefined && source ? { name, fromProcess: source === 'process' } : undefined;
}

/** `Deno.env.get`, `this.config.get` */
function readsSetting(callee: ScriptNode): boolean {
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'get') return false;
  return callee.expression.getText() === 'Deno.env' || isSettings(callee.expression);
}

/** Whether an object's `get` reads settings, by its name. */
export const isSettings = (subject: ScriptNode): boolean =>
  /(?:config|configService|configuration|conf|settings|env|environment)$/i.test(lastName(subject) ?? '');

export const isChoice = (operator: tsMorph.ts.SyntaxKind): boolean =>
  operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken;

/** Whether an expression is the environment as a whole, and whose. */
export function sourceOf(expression: ScriptNode): 'process' | 'other' | undefined {
  const node = unwrapped(expression);
  const text = node.getText();
  if (text === 'process.env' || text === 'globalThis.process.env') return 'process';
  if (text === 'import.meta.env' || text === 'Bun.env' || /^(?:ctx|context|c)\.env$/.test(text))
    return 'other';
  if (!ts.isIdentifier(node)) return undefined;
  const held = heldBy(node);
  if (!held) return undefined;
  if (isEnvOfProcess(held.declaration)) return 'process';
  const [write] = held.writes;
  if (held.writes.length === 1 && write && unwrapped(write.value).getText() === 'process.env')
    return 'process';
  // A worker's handler is given its environment.
  return ts.isParameter(held.declaration) && node.text === 'env' ? 'other' : undefined;
}

/** `import { env } from 'node:process'`, `const { env } = process` */
function isEnvOfProcess(declaration: ScriptNode): boolean {
  if (ts.isImportSpecifier(declaration)) {
    const from = declaration.parent.parent.parent.moduleSpecifier.getText().slice(1, -1);
    return (declaration.propertyName ?? declaration.name).text === 'env' && /^(?:node:)?process$/.test(from);
  }
  if (!ts.isBindingElement(declaration)) return false;
  const owner = declaration.parent.parent;
  return (
    textOfName(declaration.propertyName ?? declaration.name) === 'env' &&
    ts.isVariableDeclaration(owner) &&
    owner.initializer?.getText() === 'process'
  );
}
