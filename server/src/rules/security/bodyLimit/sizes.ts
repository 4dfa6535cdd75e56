import { heldBy } from '../../../analysis/constants.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 2 ** 10,
  mb: 2 ** 20,
  gb: 2 ** 30,
  tb: 2 ** 40,
};

/** The bytes that an expression says: `'50mb'`, `50 * 1024 * 1024`, `50e6`, `Infinity`, a constant; else undefined. */
export function bytesOf(expression: ScriptNode, hops = 4): number | undefined {
  const node = plain(expression);
  if (hops === 0) return undefined;
  if (ts.isStringLiteralLike(node)) return bytesOfText(node.text);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isIdentifier(node)) {
    if (node.text === 'Infinity') return Number.POSITIVE_INFINITY;
    const held = heldBy(node);
    const only = held?.writes.length === 1 ? held.writes[0] : undefined;
    return only && bytesOf(only.value, hops - 1);
  }
  if (ts.isPropertyAccessExpression(node)) {
    return node.getText() === 'Number.MAX_SAFE_INTEGER' || node.getText() === 'Number.POSITIVE_INFINITY'
      ? Number.POSITIVE_INFINITY
      : undefined;
  }
  if (!ts.isBinaryExpression(node)) return undefined;
  const { kind } = node.operatorToken;
  // `process.env.BODY_LIMIT || '50mb'`: unless somebody says otherwise.
  if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken) {
    return bytesOf(node.right, hops - 1);
  }
  const left = bytesOf(node.left, hops);
  const right = bytesOf(node.right, hops);
  if (left === undefined || right === undefined) return undefined;
  if (kind === ts.SyntaxKind.AsteriskToken) return left * right;
  if (kind === ts.SyntaxKind.AsteriskAsteriskToken) return left ** right;
  if (kind === ts.SyntaxKind.LessThanLessThanToken) return left * 2 ** right;
  return kind === ts.SyntaxKind.PlusToken ? left + right : undefined;
}

function bytesOfText(text: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,5})?) ?([a-z]{0,2})$/i.exec(text.trim());
  const unit = units[match?.[2]?.toLowerCase() ?? '?'];
  return match && unit !== undefined ? Number(match[1]) * unit : undefined;
}
