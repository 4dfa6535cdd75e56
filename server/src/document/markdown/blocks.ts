import type { Span } from '../span.ts';
import { type HtmlEnd, htmlBlockAt } from './htmlBlock.ts';
import type { MarkdownNode } from './node.ts';
import { cellSpans, isDelimiterRow, tableRow } from './table.ts';
import { TextBlock } from './textBlock.ts';

/** A block that can have others in it. It is closed when no more is added; nothing is copied then. */
class Container implements MarkdownNode {
  readonly type: 'root' | 'blockquote' | 'list' | 'listItem';
  readonly start: number;
  end: number;
  readonly children: MarkdownNode[] = [];
  /** Of an item: how far what belongs to it is indented. */
  readonly indent: number;
  /** Of a list: the mark of its items, `.` or `)` for numbered ones. */
  readonly mark: string;
  box: (Span & { readonly checked: boolean }) | undefined = undefined;

  constructor(type: Container['type'], start: number, indent: number, mark: string) {
    this.type = type;
    this.start = start;
    this.end = start;
    this.indent = indent;
    this.mark = mark;
  }

  get content(): Span {
    return this;
  }

  get ordered(): boolean {
    return this.mark === '.' || this.mark === ')';
  }
}

/** A block without others in it that may go on in the next line. */
type Leaf =
  | { readonly type: 'paragraph'; readonly start: number; end: number; lastLine: number }
  | {
      readonly type: 'fence';
      readonly start: number;
      end: number;
      readonly mark: string;
      readonly length: number;
    }
  | { readonly type: 'indented'; readonly start: number; end: number }
  | { readonly type: 'html'; readonly start: number; end: number; readonly until: HtmlEnd }
  | { readonly type: 'table'; readonly start: number; end: number; readonly rows: MarkdownNode[] };

/** Deeper than people nest; what goes deeper is text. */
const deepest = 48;
const definition = /^ {0,3}\[[^\]\\\n]{1,200}\]:[ \t]*\S+[ \t]*(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\))?[ \t]*$/;

/**
 * The blocks of a Markdown text, after CommonMark with GitHub's tables and checkboxes. One pass over the
 * lines; a document of a thousand blockers takes milliseconds, which no parser that was tried comes near,
 * and every node knows its place. The tests hold it against a parser that is the reference for both.
 * @param text with `\n` for line ends
 */
export class BlockReader {
  private readonly text: string;
  private readonly stack: Container[] = [container('root', 0)];
  private leaf: Leaf | undefined;
  /** The line at hand, and how far it was read. */
  private line: Span = { start: 0, end: 0 };
  private at = 0;
  private column = 0;
  /** What stands next on the line: how far it is indented, and where it begins. */
  private indent = 0;
  private next = 0;
  /** How many containers are open since one was opened on this line. */
  private opened = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(from: number): readonly MarkdownNode[] {
    const text = this.text;
    for (let start = from; start < text.length; ) {
      const found = text.indexOf('\n', start);
      const end = found < 0 ? text.length : found;
      this.line = { start, end };
      this.at = start;
      this.column = 0;
      this.readLine();
      start = end + 1;
    }
    this.closeTo(1);
    return this.stack[0]?.children ?? [];
  }

  private get top(): Container {
    return this.stack[this.stack.length - 1] as Container;
  }

  private get quoted(): boolean {
    for (const { type } of this.stack) if (type === 'blockquote') return true;
    return false;
  }

  /** Finds the next character that is no white space, and its indentation. */
  private measure(): void {
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
  private advance(columns: number): void {
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
  private goTo(offset: number): void {
    this.column += this.indent + (offset - this.next);
    this.at = offset;
  }

  private get blank(): boolean {
    return this.next >= this.line.end;
  }

  private readLine(): void {
    this.opened = 0;
    const matched = this.matchContainers();
    const all = matched === this.stack.length;
    this.measure();
    if (this.leaf && this.leaf.type !== 'paragraph' && all && this.goesOn(this.leaf)) return;
    if (!this.startBlocks(matched)) return;

    if (this.blank) {
      this.closeTo(Math.max(matched, this.opened));
      return;
    }
    const { end } = this.trimmedLine();
    if (this.leaf?.type === 'paragraph') {
      // Also where the marks of its containers are left out.
      this.leaf.end = end;
      this.leaf.lastLine = this.next;
      return;
    }
    this.closeTo(Math.max(matched, this.opened));
    this.leaveList();
    this.leaf = { type: 'paragraph', start: this.next, end, lastLine: this.next };
  }

  /** Goes on over the marks of the open containers; gives how many of them the line belongs to. */
  private matchContainers(): number {
    let matched = 1;
    for (; matched < this.stack.length; matched += 1) {
      const one = this.stack[matched] as Container;
      if (one.type === 'list') continue;
      this.measure();
      if (one.type === 'blockquote') {
        if (this.indent > 3 || this.text.charCodeAt(this.next) !== 62 || this.blank) break;
        this.goTo(this.next + 1);
        this.advance(1);
      } else if (this.blank) {
        const empty = one.children.length === 0 && !(this.leaf && matched === this.stack.length - 1);
        if (empty) break;
      } else {
        if (this.indent < one.indent) break;
        this.advance(one.indent);
      }
    }
    return matched;
  }

  /** Whether the line belongs to a block that is open. */
  private goesOn(leaf: Exclude<Leaf, { type: 'paragraph' }>): boolean {
    const { end } = this.line;
    switch (leaf.type) {
      case 'fence': {
        leaf.end = Math.max(leaf.end, this.blank ? end : this.trimmedLine().end);
        const length = this.indent <= 3 ? this.markLength(leaf.mark) : 0;
        if (length >= leaf.length && this.rest(this.next + length).trim() === '') this.closeLeaf();
        return true;
      }
      case 'html': {
        if (leaf.until === 'blank') {
          if (this.blank) {
            this.closeLeaf();
            return true;
          }
          leaf.end = this.trimmedLine().end;
          return true;
        }
        leaf.end = end;
        if (leaf.until.test(this.rest(this.line.start))) this.closeLeaf();
        return true;
      }
      case 'indented':
        if (this.blank) return true;
        if (this.indent >= 4) {
          leaf.end = end;
          return true;
        }
        this.closeLeaf();
        return false;
      default: {
        if (this.blank) {
          this.closeLeaf();
          return true;
        }
        if (this.indent <= 3 && this.interrupts()) {
          this.closeLeaf();
          return false;
        }
        const row = this.trimmedLine();
        leaf.rows.push(tableRow(this.text, row, this.quoted));
        leaf.end = row.end;
        return true;
      }
    }
  }

  private rest(from: number): string {
    return this.text.slice(from, this.line.end);
  }

  private trimmedLine(): Span {
    let { end } = this.line;
    while (end > this.next) {
      const code = this.text.charCodeAt(end - 1);
      if (code !== 32 && code !== 9) break;
      end -= 1;
    }
    return { start: this.next, end };
  }

  /** How often a mark stands from here on in a row. */
  private markLength(mark: string): number {
    let offset = this.next;
    while (offset < this.line.end && this.text.charAt(offset) === mark) offset += 1;
    return offset - this.next;
  }

  /** Whether the line starts a block that ends a table. */
  private interrupts(): boolean {
    const rest = this.rest(this.next);
    return (
      /^(?:>|#{1,6}(?=[ \t]|$)|```|~~~|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/.test(rest) ||
      isThematicBreak(rest) ||
      htmlBlockAt(rest, true) !== undefined
    );
  }

  /**
   * Opens what starts on the line. False where that is the whole line; else what is left is text,
   * or nothing.
   */
  private startBlocks(matchedBefore: number): boolean {
    let matched = matchedBefore;
    for (;;) {
      this.measure();
      if (this.blank) return true;
      const lazy = matched < this.stack.length;
      const paragraph = this.leaf?.type === 'paragraph' ? this.leaf : undefined;
      if (this.indent >= 4) {
        if (paragraph) return true;
        this.closeTo(matched);
        this.leaveList();
        this.advance(4);
        this.leaf = { type: 'indented', start: this.at, end: this.line.end };
        return false;
      }
      const code = this.text.charCodeAt(this.next);
      switch (code) {
        case 62: {
          // >
          if (this.stack.length >= deepest) return true;
          this.closeTo(matched);
          this.leaveList();
          const quote = container('blockquote', this.next);
          quote.end = this.next + 1;
          this.stack.push(quote);
          this.goTo(this.next + 1);
          this.advance(1);
          matched = this.stack.length;
          this.opened = matched;
          continue;
        }
        case 35: {
          // #
          const depth = this.markLength('#');
          const behind = this.text.charCodeAt(this.next + depth);
          const at = this.next + depth;
          if (depth <= 6 && (at >= this.line.end || behind === 32 || behind === 9)) {
            this.closeTo(matched);
            this.leaveList();
            this.addHeading(depth);
            return false;
          }
          break;
        }
        case 96:
        case 126: {
          // ` and ~
          const mark = String.fromCharCode(code);
          const length = this.markLength(mark);
          if (length >= 3 && (code === 126 || !this.rest(this.next + length).includes('`'))) {
            this.closeTo(matched);
            this.leaveList();
            const { end } = this.trimmedLine();
            this.leaf = { type: 'fence', start: this.next, end, mark, length };
            return false;
          }
          break;
        }
        case 60: {
          // <
          const rest = this.rest(this.next);
          const until = htmlBlockAt(rest, paragraph !== undefined);
          if (until !== undefined) {
            this.closeTo(matched);
            this.leaveList();
            this.leaf = { type: 'html', start: this.next, end: this.line.end, until };
            if (until !== 'blank' && until.test(rest)) this.closeLeaf();
            return false;
          }
          break;
        }
        default:
      }
      if (paragraph && !lazy) {
        if ((code === 61 || code === 45) && this.underlines(paragraph)) return false;
        if ((code === 124 || code === 58 || code === 45) && this.startsTable(paragraph)) return false;
      }
      if (code === 42 || code === 45 || code === 43 || code === 95 || (code >= 48 && code <= 57)) {
        if (this.mayBreak() && isThematicBreak(this.rest(this.next))) {
          this.closeTo(matched);
          this.leaveList();
          const span = this.trimmedLine();
          this.top.children.push({ type: 'thematicBreak', ...span, content: span, children: [] });
          return false;
        }
        if (code !== 95 && this.startsItem(matched)) {
          matched = this.stack.length;
          this.opened = matched;
          continue;
        }
      }
      return true;
    }
  }

  /** Where the mark of a list's item that starts here ends; -1 where none does. */
  private markerEnd(): number {
    let end = this.next;
    let code = this.text.charCodeAt(end);
    if (code >= 48 && code <= 57) {
      while (code >= 48 && code <= 57) code = this.text.charCodeAt(++end);
      if (end - this.next > 9 || (code !== 46 && code !== 41)) return -1;
    } else if (code !== 45 && code !== 42 && code !== 43) return -1;
    end += 1;
    const behind = this.text.charCodeAt(end);
    return end >= this.line.end || behind === 32 || behind === 9 ? end : -1;
  }

  /** Most lines that start like a rule are items: a rule has nothing else behind the mark. */
  private mayBreak(): boolean {
    const code = this.text.charCodeAt(this.next);
    const next = this.text.charCodeAt(this.nonSpace(this.next + 1));
    return next === code;
  }

  private nonSpace(from: number): number {
    let offset = from;
    while (offset < this.line.end && isSpace(this.text.charCodeAt(offset))) offset += 1;
    return offset;
  }

  /** Opens a list's item, and the list where it is the first; false where there is no item. */
  private startsItem(matched: number): boolean {
    if (this.stack.length >= deepest) return false;
    const behind = this.markerEnd();
    if (behind < 0) return false;
    const numbered = this.text.charCodeAt(this.next) <= 57 && this.text.charCodeAt(this.next) >= 48;
    const empty = this.nonSpace(behind) >= this.line.end;
    const above = this.stack[matched - 1] as Container;
    const mark = this.text.charAt(behind - 1);
    // What would cut a paragraph in two must look like a list's beginning.
    const cuts = this.leaf?.type === 'paragraph' && matched === this.stack.length && above.type !== 'list';
    if (cuts && (empty || (numbered && Number(this.text.slice(this.next, behind - 1)) !== 1))) return false;

    const start = this.next;
    const offset = this.indent;
    this.closeTo(matched);
    const list = this.top;
    if (list.type !== 'list' || list.mark !== mark) {
      this.leaveList();
      this.stack.push(container('list', start, 0, mark));
    } else {
      this.closeLeaf();
    }
    this.goTo(behind);
    this.measure();
    const padding = empty || this.indent > 4 ? 1 : this.indent;
    this.advance(empty ? this.indent : padding);
    const item = container('listItem', start, offset + (behind - start) + padding);
    item.end = behind;
    this.stack.push(item);
    return true;
  }

  private addHeading(depth: number): void {
    const { end } = this.trimmedLine();
    let contentEnd = end;
    while (contentEnd > this.next && this.text.charAt(contentEnd - 1) === '#') contentEnd -= 1;
    const closed = contentEnd < end && /[ \t]/.test(this.text.charAt(contentEnd - 1));
    if (!closed && contentEnd > this.next + depth) contentEnd = end;
    const content = trimmedSpan(this.text, this.next + depth, Math.max(contentEnd, this.next + depth));
    this.top.children.push(
      new TextBlock('heading', this.text, { start: this.next, end }, content, this.quoted, depth),
    );
  }

  /** Makes a heading of the paragraph above a line of `=` or `-`. */
  private underlines({ start, end }: Span): boolean {
    const rest = this.rest(this.next).trimEnd();
    if (!/^(?:=+|-+)$/.test(rest)) return false;
    this.leaf = undefined;
    this.top.children.push(
      new TextBlock(
        'heading',
        this.text,
        { start, end: this.trimmedLine().end },
        { start, end },
        this.quoted,
        rest.startsWith('=') ? 1 : 2,
      ),
    );
    return true;
  }

  /** Makes a table of the paragraph's last line where the line at hand is the row of dashes below its header. */
  private startsTable(paragraph: Leaf & { type: 'paragraph' }): boolean {
    const rest = this.rest(this.next);
    if (!isDelimiterRow(rest)) return false;
    const header = { start: paragraph.lastLine, end: paragraph.end };
    if (cellSpans(this.text, header).length !== cellSpans(this.text, this.trimmedLine()).length) return false;
    if (header.start > paragraph.start) {
      const before = trimmedSpan(this.text, paragraph.start, header.start);
      this.leaf = { type: 'paragraph', ...before, lastLine: before.start };
      this.closeLeaf();
    }
    this.leaf = {
      type: 'table',
      start: header.start,
      end: this.trimmedLine().end,
      rows: [tableRow(this.text, header, this.quoted)],
    };
    return true;
  }

  /** Closes containers until so many are open, with the leaf in them. */
  private closeTo(count: number): void {
    this.closeLeaf();
    while (this.stack.length > count) {
      const one = this.stack.pop() as Container;
      one.end = Math.max(one.end, one.children.at(-1)?.end ?? 0);
      this.top.children.push(one);
    }
  }

  /** Ends the list when what follows is no item of it. */
  private leaveList(): void {
    if (this.top.type === 'list') this.closeTo(this.stack.length - 1);
    this.closeLeaf();
  }

  private closeLeaf(): void {
    const leaf = this.leaf;
    if (!leaf) return;
    this.leaf = undefined;
    const { start, end } = leaf;
    const into = this.top.children;
    if (leaf.type === 'table') {
      into.push({ type: 'table', start, end, content: { start, end }, children: leaf.rows });
    } else if (leaf.type === 'paragraph') {
      this.addParagraph(start, end);
    } else {
      into.push({
        type: leaf.type === 'html' ? 'html' : 'code',
        start,
        end,
        content: { start, end },
        children: [],
      });
    }
  }

  private addParagraph(from: number, end: number): void {
    const text = this.text;
    const item = this.top;
    let start = from;
    if (item.type === 'listItem' && item.children.length === 0 && !item.box && text.charAt(start) === '[') {
      const box = /^\[([ xX])\](?=[ \t\n]|$)/.exec(text.slice(start, Math.min(start + 4, end)));
      if (box) {
        item.box = { start, end: start + 3, checked: box[1] !== ' ' };
        start = trimmedSpan(text, start + 3, end).start;
      }
    }
    while (text.charAt(start) === '[') {
      const lineEnd = text.indexOf('\n', start);
      const to = lineEnd < 0 || lineEnd > end ? end : lineEnd;
      if (!definition.test(text.slice(start, to))) break;
      const span = { start, end: to };
      item.children.push({ type: 'definition', ...span, content: span, children: [] });
      start = trimmedSpan(text, to, end).start;
      if (to >= end) return;
    }
    const span = { start, end: Math.max(start, end) };
    item.children.push(new TextBlock('paragraph', text, span, undefined, this.quoted));
  }
}

const container = (type: Container['type'], start: number, indent = 0, mark = ''): Container =>
  new Container(type, start, indent, mark);

const isSpace = (code: number): boolean => code === 32 || code === 9;

const isSpaceOrEnd = (code: number): boolean => code === 32 || code === 9 || code === 10;

const isThematicBreak = (rest: string): boolean =>
  /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(rest);

function trimmedSpan(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isSpaceOrEnd(text.charCodeAt(start))) start += 1;
  while (end > start && isSpaceOrEnd(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}
