import type { Span } from '../span.ts';

/** One line of a text, and how far it was read: columns count tabs, offsets don't. */
export class LineCursor {
  readonly text: string;
  /** The line at hand without its end, and how far it was read. */
  line: Span = { start: 0, end: 0 };
  at = 0;
  column = 0;
  /** What stands next on the line: how far it is indented, and where it begins. */
  indent = 0;
  next = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the start of a line. */
  open(line: Span): void {
    this.line = line;
    this.at = line.start;
    this.column = 0;
  }

  get blank(): boolean {
    return this.next >= this.line.end;
  }

  /** Finds the next character that is no white space, and its indentation. */
  measure(): void {
    let next = this.at;
    let column = this.column;
    for (; next < this.line.end; next += 1) {
      const code = this.text.charCodeAt(next);
      if (code === 32) column += 1;
      else if (code === 9) column += 4 - (column % 4);
      else break;
    }
    this.next = next;
    this.indent = column - this.column;
  }

  /** Goes on by so many columns of white space; a tab may be used up in parts. */
  advance(columns: number): void {
    let left = columns;
    while (left > 0 && this.at < this.line.end) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 9) break;
      const width = code === 9 ? 4 - (this.column % 4) : 1;
      if (width <= left) this.at += 1;
      const used = Math.min(width, left);
      this.column += used;
      left -= used;
    }
  }

  /** Goes to an offset on the line, over characters of which none is a tab but in white space. */
  goTo(offset: number): void {
    this.column += this.indent + (offset - this.next);
    this.at = offset;
  }

  rest(from: number): string {
    return this.text.slice(from, this.line.end);
  }

  trimmedLine(): Span {
    let { end } = this.line;
    while (end > this.next) {
      const code = this.text.charCodeAt(end - 1);
      if (code !== 32 && code !== 9) break;
      end -= 1;
    }
    return { start: this.next, end };
  }

  /** How often a mark stands from here on in a row. */
  markLength(mark: string): number {
    let offset = this.next;
    while (offset < this.line.end && this.text.charAt(offset) === mark) offset += 1;
    return offset - this.next;
  }

  nonSpace(from: number): number {
    let offset = from;
    while (offset < this.line.end && isSpace(this.text.charCodeAt(offset))) offset += 1;
    return offset;
  }
}

/** A space or tab, by character code. */
export const isSpace = (code: number): boolean => code === 32 || code === 9;
