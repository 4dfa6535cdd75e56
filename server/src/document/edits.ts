import { LineIndex } from '../languages/lineIndex.ts';
import type { TextEdit } from '../model/textEdit.ts';

/** Why a change is not made, in one sentence for the person who asked for it. */
export interface Refusal {
  readonly refused: string;
}

/** The edits of the given text that make a change; none where nothing is to change. */
export type EditResult = readonly TextEdit[] | Refusal;

export const isRefused = (result: EditResult): result is Refusal => 'refused' in result;

/**
 * The text after the edits, which all speak of the text before any of them and don't overlap.
 * Insertions at one place stay in the order given.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const ordered = edits
    .map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      newText,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}
