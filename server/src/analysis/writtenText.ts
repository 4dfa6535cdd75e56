import { type ScriptNode, ts } from '../languages/script.ts';
import { heldBy } from './constants.ts';
import { unwrapped } from './unwrapped.ts';

/** Stands for a part of a text that is computed. */
export const computed = '\0';

/**
 * The text that an expression makes, as far as it is written down: literals, templates, `+`, and constants of the
 * same file. What is computed stands as {@link computed}; the result is cut at 500 characters.
 */
export function writtenText(expression: ScriptNode, hops = 2): string {
  const node = unwrapped(expression);
  if (ts.isStringLiteralLike(node)) return node.text.slice(0, 500);
  if (ts.isTemplateExpression(node)) {
    let text = node.head.text;
    for (const span of node.templateSpans) {
      if (text.length > 500) break;
      text += writtenText(span.expression, hops) + span.literal.text;
    }
    return text.slice(0, 500);
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return writtenJoin(node, hops);
  if (!ts.isIdentifier(node) || hops === 0) return computed;
  const held = heldBy(node);
  const [write, ...more] = held?.writes ?? [];
  if (!held || !write || more.length > 0 || write.kind !== 'is') return computed;
  return ts.isVariableDeclaration(held.declaration) ? writtenText(write.value, hops - 1) : computed;
}

/** `a + b + c` from the left, without recursion: generated files join ten thousand texts. */
function writtenJoin(node: ScriptNode, hops: number): string {
  const parts: ScriptNode[] = [];
  let left: ScriptNode = node;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    parts.push(left.right);
    left = unwrapped(left.left);
  }
  let text = writtenText(left, hops);
  for (let index = parts.length - 1; index >= 0 && text.length < 500; index--) {
    text += writtenText(parts[index] as ScriptNode, hops);
  }
  return text.slice(0, 500);
}
