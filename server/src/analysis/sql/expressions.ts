import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';

/** What a chain of properties, indexes and calls starts from: `req.body.name.trim()` → `req`. */
export function rootOf(expression: ScriptNode): ScriptNode {
  let node = expression;
  for (;;) {
    if (
      ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node) ||
      ts.isCallExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node)
    ) {
      node = node.expression;
    } else return node;
  }
}

/** What a callback gives: the body of an arrow, or the one thing that its function returns at its end. */
export function resultOf(callback: ScriptNode): tsMorph.ts.Expression | undefined {
  if (
    !ts.isArrowFunction(callback) &&
    !ts.isFunctionExpression(callback) &&
    !ts.isFunctionDeclaration(callback) &&
    !ts.isMethodDeclaration(callback)
  )
    return undefined;
  const { body } = callback;
  if (!body || !ts.isBlock(body)) return body;
  const last = body.statements.at(-1);
  return last && ts.isReturnStatement(last) ? last.expression : undefined;
}
