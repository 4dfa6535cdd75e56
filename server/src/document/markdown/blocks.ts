import type { Span } from '../span.ts';
import { type Container, container } from './container.ts';
import { htmlBlockAt } from './htmlBlock.ts';
import type { Leaf } from './leaf.ts';
import { LineCursor } from './lineCursor.ts';
import type { MarkdownNode } from './node.ts';
import { OpenBlocks, trimmedSpan } from './openBlocks.ts';
import { cellSpans, isDelimiterRow, tableRow } from './table.ts';
import { TextBlock } from './textBlock.ts';
import { isThematicBreak } from './thematicBreak.ts';

/** Deeper than people nest; what goes deeper is text. */
const deepest = 48;

/**
 * The blocks of a Markdown text, after CommonMark with GitHub's tables and checkboxes. One pass over the
 * lines; a document of a thousand blockers takes milliseconds, which no parser that was tried comes near,
 * and every node knows its place. The tests hold it against a parser that is the reference for both.
 * @param text with `\n` for line ends
 */
export class BlockReader {
  private readonly text: string;
  private readonly cursor: LineCursor;
  private readonly open: OpenBlocks;
  /** How many containers are open since one was opened on this line. */
  private opened = 0;

  constructor(text: string) {
    this.text = text;
    this.cursor = new LineCursor(text);
    this.open = new OpenBlocks(text);
  }

  read(from: number): readonly MarkdownNode[] {
    const text = this.text;
    for (let start = from; start < text.length; ) {
      const found = text.indexOf('\n', start);
      const end = found < 0 ? text.length : found;
      this.cursor.open({ start, end });
      this.readLine();
      start = end + 1;
    }
    this.open.closeTo(1);
    return this.open.stack[0]?.children ?? [];
  }

  private readLine(): void {
    this.opened = 0;
    const matched = this.matchContainers();
    const all = matched === this.open.stack.length;
    this.cursor.measure();
    if (this.open.leaf && this.open.leaf.type !== 'paragraph' && all && this.goesOn(this.open.leaf)) return;
    if (!this.startBlocks(matched)) return;

    if (this.cursor.blank) {
      this.open.closeTo(Math.max(matched, this.opened));
      return;
    }
    const { end } = this.cursor.trimmedLine();
    if (this.open.leaf?.type === 'paragraph') {
      // Also where the marks of its containers are left out.
      this.open.leaf.end = end;
      this.open.leaf.lastLine = this.cursor.next;
      return;
    }
    this.open.closeTo(Math.max(matched, this.opened));
    this.open.leaveList();
    this.open.leaf = { type: 'paragraph', start: this.cursor.next, end, lastLine: this.cursor.next };
  }

  /** Goes on over the marks of the open containers; gives how many of them the line belongs to. */
  private matchContainers(): number {
    let matched = 1;
    for (; matched < this.open.stack.length; matched += 1) {
      const one = this.open.stack[matched] as Container;
      if (one.type === 'list') continue;
      this.cursor.measure();
      if (one.type === 'blockquote') {
        if (this.cursor.indent > 3 || this.text.charCodeAt(this.cursor.next) !== 62 || this.cursor.blank)
          break;
        this.cursor.goTo(this.cursor.next + 1);
        this.cursor.advance(1);
      } else if (this.cursor.blank) {
        const empty =
          one.children.length === 0 && !(this.open.leaf && matched === this.open.stack.length - 1);
        if (empty) break;
      } else {
        if (this.cursor.indent < one.indent) break;
        this.cursor.advance(one.indent);
      }
    }
    return matched;
  }

  /** Whether the line belongs to a block that is open. */
  private goesOn(leaf: Exclude<Leaf, { type: 'paragraph' }>): boolean {
    const { end } = this.cursor.line;
    switch (leaf.type) {
      case 'fence': {
        leaf.end = Math.max(leaf.end, this.cursor.blank ? end : this.cursor.trimmedLine().end);
        const length = this.cursor.indent <= 3 ? this.cursor.markLength(leaf.mark) : 0;
        if (length >= leaf.length && this.cursor.rest(this.cursor.next + length).trim() === '')
          this.open.closeLeaf();
        return true;
      }
      case 'html': {
        if (leaf.until === 'blank') {
          if (this.cursor.blank) {
            this.open.closeLeaf();
            return true;
          }
          leaf.end = this.cursor.trimmedLine().end;
          return true;
        }
        leaf.end = end;
        if (leaf.until.test(this.cursor.rest(this.cursor.line.start))) this.open.closeLeaf();
        return true;
      }
      case 'indented':
        if (this.cursor.blank) return true;
        if (this.cursor.indent >= 4) {
          leaf.end = end;
          return true;
        }
        this.open.closeLeaf();
        return false;
      default: {
        if (this.cursor.blank) {
          this.open.closeLeaf();
          return true;
        }
        if (this.cursor.indent <= 3 && this.interrupts()) {
          this.open.closeLeaf();
          return false;
        }
        const row = this.cursor.trimmedLine();
        leaf.rows.push(tableRow(this.text, row, this.open.quoted));
        leaf.end = row.end;
        return true;
      }
    }
  }

  /** Whether the line starts a block that ends a table. */
  private interrupts(): boolean {
    const rest = this.cursor.rest(this.cursor.next);
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
      this.cursor.measure();
      if (this.cursor.blank) return true;
      const lazy = matched < this.open.stack.length;
      const paragraph = this.open.leaf?.type === 'paragraph' ? this.open.leaf : undefined;
      if (this.cursor.indent >= 4) {
        if (paragraph) return true;
        this.open.closeTo(matched);
        this.open.leaveList();
        this.cursor.advance(4);
        this.open.leaf = { type: 'indented', start: this.cursor.at, end: this.cursor.line.end };
        return false;
      }
      const code = this.text.charCodeAt(this.cursor.next);
      switch (code) {
        case 62: {
          // >
          if (this.open.stack.length >= deepest) return true;
          this.open.closeTo(matched);
          this.open.leaveList();
          const quote = container('blockquote', this.cursor.next);
          quote.end = this.cursor.next + 1;
          this.open.stack.push(quote);
          this.cursor.goTo(this.cursor.next + 1);
          this.cursor.advance(1);
          matched = this.open.stack.length;
          this.opened = matched;
          continue;
        }
        case 35: {
          // #
          const depth = this.cursor.markLength('#');
          const behind = this.text.charCodeAt(this.cursor.next + depth);
          const at = this.cursor.next + depth;
          if (depth <= 6 && (at >= this.cursor.line.end || behind === 32 || behind === 9)) {
            this.open.closeTo(matched);
            this.open.leaveList();
            this.addHeading(depth);
            return false;
          }
          break;
        }
        case 96:
        case 126: {
          // ` and ~
          const mark = String.fromCharCode(code);
          const length = this.cursor.markLength(mark);
          if (length >= 3 && (code === 126 || !this.cursor.rest(this.cursor.next + length).includes('`'))) {
            this.open.closeTo(matched);
            this.open.leaveList();
            const { end } = this.cursor.trimmedLine();
            this.open.leaf = { type: 'fence', start: this.cursor.next, end, mark, length };
            return false;
          }
          break;
        }
        case 60: {
          // <
          const rest = this.cursor.rest(this.cursor.next);
          const until = htmlBlockAt(rest, paragraph !== undefined);
          if (until !== undefined) {
            this.open.closeTo(matched);
            this.open.leaveList();
            this.open.leaf = { type: 'html', start: this.cursor.next, end: this.cursor.line.end, until };
            if (until !== 'blank' && until.test(rest)) this.open.closeLeaf();
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
        if (this.mayBreak() && isThematicBreak(this.cursor.rest(this.cursor.next))) {
          this.open.closeTo(matched);
          this.open.leaveList();
          const span = this.cursor.trimmedLine();
          this.open.top.children.push({ type: 'thematicBreak', ...span, content: span, children: [] });
          return false;
        }
        if (code !== 95 && this.startsItem(matched)) {
          matched = this.open.stack.length;
          this.opened = matched;
          continue;
        }
      }
      return true;
    }
  }

  /** Where the mark of a list's item that starts here ends; -1 where none does. */
  private markerEnd(): number {
    let end = this.cursor.next;
    let code = this.text.charCodeAt(end);
    if (code >= 48 && code <= 57) {
      while (code >= 48 && code <= 57) code = this.text.charCodeAt(++end);
      if (end - this.cursor.next > 9 || (code !== 46 && code !== 41)) return -1;
    } else if (code !== 45 && code !== 42 && code !== 43) return -1;
    end += 1;
    const behind = this.text.charCodeAt(end);
    return end >= this.cursor.line.end || behind === 32 || behind === 9 ? end : -1;
  }

  /** Most lines that start like a rule are items: a rule has nothing else behind the mark. */
  private mayBreak(): boolean {
    const code = this.text.charCodeAt(this.cursor.next);
    const next = this.text.charCodeAt(this.cursor.nonSpace(this.cursor.next + 1));
    return next === code;
  }

  /** Opens a list's item, and the list where it is the first; false where there is no item. */
  private startsItem(matched: number): boolean {
    if (this.open.stack.length >= deepest) return false;
    const behind = this.markerEnd();
    if (behind < 0) return false;
    const numbered =
      this.text.charCodeAt(this.cursor.next) <= 57 && this.text.charCodeAt(this.cursor.next) >= 48;
    const empty = this.cursor.nonSpace(behind) >= this.cursor.line.end;
    const above = this.open.stack[matched - 1] as Container;
    const mark = this.text.charAt(behind - 1);
    // What would cut a paragraph in two must look like a list's beginning.
    const cuts =
      this.open.leaf?.type === 'paragraph' && matched === this.open.stack.length && above.type !== 'list';
    if (cuts && (empty || (numbered && Number(this.text.slice(this.cursor.next, behind - 1)) !== 1)))
      return false;

    const start = this.cursor.next;
    const offset = this.cursor.indent;
    this.open.closeTo(matched);
    const list = this.open.top;
    if (list.type !== 'list' || list.mark !== mark) {
      this.open.leaveList();
      this.open.stack.push(container('list', start, 0, mark));
    } else {
      this.open.closeLeaf();
    }
    this.cursor.goTo(behind);
    this.cursor.measure();
    const padding = empty || this.cursor.indent > 4 ? 1 : this.cursor.indent;
    this.cursor.advance(empty ? this.cursor.indent : padding);
    const item = container('listItem', start, offset + (behind - start) + padding);
    item.end = behind;
    this.open.stack.push(item);
    return true;
  }

  private addHeading(depth: number): void {
    const { end } = this.cursor.trimmedLine();
    let contentEnd = end;
    while (contentEnd > this.cursor.next && this.text.charAt(contentEnd - 1) === '#') contentEnd -= 1;
    const closed = contentEnd < end && /[ \t]/.test(this.text.charAt(contentEnd - 1));
    if (!closed && contentEnd > this.cursor.next + depth) contentEnd = end;
    const content = trimmedSpan(
      this.text,
      this.cursor.next + depth,
      Math.max(contentEnd, this.cursor.next + depth),
    );
    this.open.top.children.push(
      new TextBlock('heading', this.text, { start: this.cursor.next, end }, content, this.open.quoted, depth),
    );
  }

  /** Makes a heading of the paragraph above a line of `=` or `-`. */
  private underlines({ start, end }: Span): boolean {
    const rest = this.cursor.rest(this.cursor.next).trimEnd();
    if (!/^(?:=+|-+)$/.test(rest)) return false;
    this.open.leaf = undefined;
    this.open.top.children.push(
      new TextBlock(
        'heading',
        this.text,
        { start, end: this.cursor.trimmedLine().end },
        { start, end },
        this.open.quoted,
        rest.startsWith('=') ? 1 : 2,
      ),
    );
    return true;
  }

  /** Makes a table of the paragraph's last line where the line at hand is the row of dashes below its header. */
  private startsTable(paragraph: Leaf & { type: 'paragraph' }): boolean {
    const rest = this.cursor.rest(this.cursor.next);
    if (!isDelimiterRow(rest)) return false;
    const header = { start: paragraph.lastLine, end: paragraph.end };
    if (cellSpans(this.text, header).length !== cellSpans(this.text, this.cursor.trimmedLine()).length)
      return false;
    if (header.start > paragraph.start) {
      const before = trimmedSpan(this.text, paragraph.start, header.start);
      this.open.leaf = { type: 'paragraph', ...before, lastLine: before.start };
      this.open.closeLeaf();
    }
    this.open.leaf = {
      type: 'table',
      start: header.start,
      end: this.cursor.trimmedLine().end,
      rows: [tableRow(this.text, header, this.open.quoted)],
    };
    return true;
  }
}
