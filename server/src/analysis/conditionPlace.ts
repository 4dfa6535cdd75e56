import { type ScriptNode, ts } from '../languages/script.ts';

/** Whether an expression decides which way the program goes: it is a condition, or a part of one. */
export function isInCondition(expression: ScriptNode): boolean {
  let node = expression;
  for (let { parent } = node; parent; node = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
      return parent.expression === node;
    if (ts.isConditionalExpression(parent) && parent.condition === node) return true;
    const goesOn =
      ts.isParenthesizedExpression(parent) ||
      (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) ||
      (ts.isBinaryExpression(parent) && isLogical(parent.operatorToken.kind));
    if (!goesOn) return false;
  }
  return false;
}

const isLogical = (kind: number): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
