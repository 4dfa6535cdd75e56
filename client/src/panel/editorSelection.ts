import type { Range } from '../../../server/src/model/position.ts';

/** A selection as the editor counts: lines and characters from 0. */
export interface EditorSelection {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What to select for a range of the model. Of several lines only the beginning: the cursor is to be seen. */
export function editorSelection({ start, end }: Range): EditorSelection {
  const from = { line: start.line - 1, character: start.column - 1 };
  return end.line === start.line
    ? { start: from, end: { line: end.line - 1, character: end.column - 1 } }
    : { start: from, end: from };
}
