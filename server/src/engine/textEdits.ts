import { diffLines } from 'diff';
import { LineIndex } from '../languages/lineIndex.ts';
import type { TextEdit } from '../model/index.ts';

/** The text after all edits; they don't overlap and all speak of `text`. Insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const spans = edits.map(({ range, newText }) => ({
    start: lines.offsetAt(range.start),
    end: lines.offsetAt(range.end),
    newText,
  }));
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const { start, end, newText } of spans) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

/** Edits, by whole lines, that turn one text into another. */
export function editsBetween(before: string, after: string): TextEdit[] {
  const lines = new LineIndex(before);
  const edits: TextEdit[] = [];
  let offset = 0;
  let open: { start: number; end: number; newText: string } | undefined;
  const close = () => {
    if (open) edits.push({ range: lines.rangeOf(open.start, open.end), newText: open.newText });
    open = undefined;
  };
  for (const { added, removed, value } of diffLines(before, after)) {
    if (!added && !removed) {
      close();
      offset += value.length;
      continue;
    }
    open ??= { start: offset, end: offset, newText: '' };
    if (added) open.newText += value;
    else open.end = offset += value.length;
  }
  close();
  return edits;
}
