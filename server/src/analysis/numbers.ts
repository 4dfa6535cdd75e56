import { type ScriptNode, ts } from '../languages/script.ts';
import { heldValue } from './options.ts';

/** The number that an expression of literals and constants is: `12`, `24 * HOUR`, `1000 * 60 * 60`, `2 ** 14`. */
export function numberOf(expression: ScriptNode, most = 12): number | undefined {
  const node = heldValue(expression);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (!ts.isBinaryExpression(node) || most === 0) return undefined;
  const right = numberOf(node.right, most - 1);
  const left = right === undefined ? undefined : numberOf(node.left, most - 1);
  if (left === undefined || right === undefined) return undefined;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AsteriskToken:
      return left * right;
    case ts.SyntaxKind.SlashToken:
      return left / right;
    case ts.SyntaxKind.PlusToken:
      return left + right;
    case ts.SyntaxKind.MinusToken:
      return left - right;
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return left ** right;
    case ts.SyntaxKind.LessThanLessThanToken:
      return left * 2 ** right;
    default:
      return undefined;
  }
}
