import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { unwrappedAwaited } from '../unwrapped.ts';

/** `a + b + c` as a list: written by machines, such a chain is longer than a stack is deep. */
export function operands(chain: tsMorph.ts.BinaryExpression): tsMorph.ts.Expression[] {
  const found: tsMorph.ts.Expression[] = [];
  let node: tsMorph.ts.Expression = chain;
  while (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    found.push(node.right);
    node = node.left;
  }
  return [node, ...found.reverse()];
}

type MethodCall = tsMorph.ts.CallExpression & {
  readonly expression: tsMorph.ts.PropertyAccessExpression;
};

/** `list.filter(Boolean)` */
export const keepsElements = (node: ScriptNode): node is MethodCall =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  /^(?:filter|slice|concat|reverse|sort)$/.test(node.expression.name.text);

/** `name + …`, `` `${name} …` ``, `name.concat(…)`: what a variable held before stands first in its new value. */
export const beginsWith = (value: tsMorph.ts.Expression, name: string): boolean => {
  let node = unwrappedAwaited(value);
  while (ts.isBinaryExpression(node)) node = unwrappedAwaited(node.left);
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    node = node.expression.expression;
  if (ts.isTemplateExpression(node) && node.head.text === '') {
    node = (node.templateSpans[0] as tsMorph.ts.TemplateSpan).expression;
  }
  return ts.isIdentifier(node) && node.text === name;
};
