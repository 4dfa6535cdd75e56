import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../languages/script.ts';

/** The expression without what does not change its value: parentheses, `!`, `as`, `satisfies`, `<Type>`. */
export function unwrapped<Node extends ScriptNode>(expression: Node): Node | tsMorph.ts.Expression {
  let node: Node | tsMorph.ts.Expression = expression;
  while (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node)
  ) {
    node = node.expression;
  }
  return node;
}

/** The same, looking through `await` as well: at what is waited for. */
export function unwrappedAwaited<Node extends ScriptNode>(expression: Node): Node | tsMorph.ts.Expression {
  const node = unwrapped(expression);
  return ts.isAwaitExpression(node) ? unwrappedAwaited<tsMorph.ts.Expression>(node.expression) : node;
}

/** The expression without what doesn't change its value: parentheses, types, `await`, `!`, and `(0, x)` of compilers. */
export function plain(expression: ScriptNode): ScriptNode {
  let node = expression;
  for (;;) {
    node = unwrappedAwaited(node);
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.CommaToken) return node;
    node = node.right;
  }
}
