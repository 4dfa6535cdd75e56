import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { TlsEdit } from './verifyAgain.ts';

/** Takes out a property with its comma, or a statement with its line; undefined where something must stay. */
export function removal(node: ScriptNode, text: string): TlsEdit['edit'] {
  const { parent } = node;
  if (ts.isExpressionStatement(parent)) {
    const list = parent.parent;
    if (!ts.isSourceFile(list) && !(ts.isBlock(list) && list.statements.length > 1)) return undefined;
    const start = parent.getStart();
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const after = /^[ \t]{0,40}(?:\r?\n|$)/.exec(text.slice(parent.end));
    const alone = text.slice(lineStart, start).trim() === '' && after;
    return alone
      ? { start: lineStart, end: parent.end + after[0].length, newText: '' }
      : { start, end: parent.end, newText: '' };
  }
  if (!ts.isObjectLiteralExpression(parent)) return undefined;
  const properties = [...parent.properties] as ScriptNode[];
  const index = properties.indexOf(node);
  const next = properties[index + 1];
  const before = properties[index - 1];
  if (next) return { start: node.getStart(), end: next.getStart(), newText: '' };
  if (before) return { start: before.end, end: node.end, newText: '' };
  return { start: node.getStart(), end: parent.properties.end, newText: '' };
}
