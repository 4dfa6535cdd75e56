import type { TextEdit } from '../../model/index.ts';
import type { FileContext } from '../rule.ts';

/** Takes a comment out, and its line with it where nothing else stands there. Offsets count from 0. */
export function removeComment(
  { text, lines }: FileContext,
  { start, end }: { readonly start: number; readonly end: number },
): TextEdit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  const before = text.slice(lineStart, start);
  const behind = text.slice(end, lineEnd);
  // The braces and the end of a comment among JSX children are not part of its words.
  const alone = /^[ \t]*\{?$/.test(before) && /^(?:\s*\*\/)?\}?\s*$/.test(behind);
  if (alone) return { range: lines.rangeOf(lineStart, newline < 0 ? lineEnd : newline + 1), newText: '' };
  return { range: lines.rangeOf(lineStart + before.trimEnd().length, end), newText: '' };
}
