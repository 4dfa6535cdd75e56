import { LineIndex } from '../languages/lineIndex.ts';
import type { Range } from '../model/position.ts';
import type { TextEdit } from '../model/textEdit.ts';
import { type DamagedCharacter, damage, findDamage } from './encoding.ts';
import type { Span } from './span.ts';

/** A replacement in the text as it is read. */
export interface SpanEdit extends Span {
  readonly newText: string;
}

/**
 * A document's text as it stands and as it is read. The two differ where its encoding is damaged:
 * `text` is read through the damage, and spans of it are led back to the original.
 */
export interface Source {
  readonly original: string;
  readonly text: string;
  /** Name of the damaging encoding and the first damaged place in the original. */
  readonly damaged?: { readonly by: string; readonly first: Range };
  rangeOf(span: Span): Range;
  /** The same change as an edit of the original; what it writes is damaged as its surroundings are. */
  editOf(edit: SpanEdit): TextEdit;
}

export function sourceOf(original: string): Source {
  const lines = new LineIndex(original);
  const found = findDamage(original);
  const first = found?.characters[0];
  if (!found || !first) {
    return {
      original,
      text: original,
      rangeOf: (span) => lines.rangeOf(span.start, span.end),
      editOf: (edit) => ({ range: lines.rangeOf(edit.start, edit.end), newText: edit.newText }),
    };
  }
  const { text, originalOffset } = readThrough(original, found.characters);
  const rangeOf = (span: Span): Range => lines.rangeOf(originalOffset(span.start), originalOffset(span.end));
  return {
    original,
    text,
    damaged: { by: found.encoding.name, first: lines.rangeOf(first.start, first.end) },
    rangeOf,
    editOf: (edit) => ({ range: rangeOf(edit), newText: damage(edit.newText, found.encoding) }),
  };
}

/** Puts what was meant in the place of each damaged character and remembers the shift behind each. */
function readThrough(original: string, characters: readonly DamagedCharacter[]) {
  const parts: string[] = [];
  /** Behind `ends[i]` in the read text, the original is `shifts[i]` characters ahead. */
  const ends = [0];
  const shifts = [0];
  let last = 0;
  let length = 0;
  for (const { start, end, meant } of characters) {
    parts.push(original.slice(last, start), meant);
    length += start - last + meant.length;
    ends.push(length);
    shifts.push(end - length);
    last = end;
  }
  parts.push(original.slice(last));

  const originalOffset = (offset: number): number => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((ends[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return offset + (shifts[low] ?? 0);
  };
  return { text: parts.join(''), originalOffset };
}
