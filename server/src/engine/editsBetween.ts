import { diffLines } from 'diff';
import { LineIndex } from '../languages/lineIndex.ts';
import type { TextEdit } from '../model/index.ts';

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
