import type { Position, Range } from '../model/position.ts';

/**
 * Translates between offsets into one text and positions.
 * Offsets and columns are UTF-16 code units; offsets count from 0, lines and columns from 1.
 * Lines end in `\n`, `\r\n` or a lone `\r`.
 */
export class LineIndex {
  /** Offset of each line's first character. */
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#starts = text.includes('\r') ? startsIn(text) : startsBehindNewLines(text);
    this.#text = text;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** An offset outside the text gives its first or last position. */
  positionAt(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.#text.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#startOf(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - this.#startOf(low) + 1 };
  }

  /** A column behind the line's last character gives the line's end; a line outside the text its start or end. */
  offsetAt(position: Position): number {
    if (position.line < 1) return 0;
    if (position.line > this.#starts.length) return this.#text.length;
    const start = this.#startOf(position.line - 1);
    const end = this.#contentEndOf(position.line - 1);
    return Math.min(start + Math.max(position.column - 1, 0), end);
  }

  /** From `start` to `end`, exclusive, both offsets. */
  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  #contentEndOf(line: number): number {
    let end = this.#startOf(line + 1);
    if (line + 1 < this.#starts.length) {
      end -= 1;
      if (this.#text[end] === '\n' && this.#text[end - 1] === '\r') end -= 1;
    }
    return end;
  }
}

function startsIn(text: string): readonly number[] {
  const starts = [0];
  for (const lineEnd of text.matchAll(/\r\n|\n|\r/g)) starts.push(lineEnd.index + lineEnd[0].length);
  return starts;
}

/** The same for texts without `\r`, in a third of the time. */
function startsBehindNewLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
