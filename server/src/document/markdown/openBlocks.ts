import type { Span } from '../span.ts';
import { type Container, container } from './container.ts';
import type { Leaf } from './leaf.ts';
import { isSpace } from './lineCursor.ts';
import { TextBlock } from './textBlock.ts';

const definition = /^ {0,3}\[[^\]\\\n]{1,200}\]:[ \t]*\S+[ \t]*(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\))?[ \t]*$/;

/** The blocks that may go on in the next line, outermost first, and what is put into them when they end. */
export class OpenBlocks {
  readonly stack: Container[] = [container('root', 0)];
  /** The innermost block, where it holds no others. */
  leaf: Leaf | undefined;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get top(): Container {
    return this.stack[this.stack.length - 1] as Container;
  }

  get quoted(): boolean {
    for (const { type } of this.stack) if (type === 'blockquote') return true;
    return false;
  }

  /** Closes containers until so many are open, with the leaf in them. */
  closeTo(count: number): void {
    this.closeLeaf();
    while (this.stack.length > count) {
      const one = this.stack.pop() as Container;
      one.end = Math.max(one.end, one.children.at(-1)?.end ?? 0);
      this.top.children.push(one);
    }
  }

  /** Ends the list when what follows is no item of it. */
  leaveList(): void {
    if (this.top.type === 'list') this.closeTo(this.stack.length - 1);
    this.closeLeaf();
  }

  closeLeaf(): void {
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

const isSpaceOrEnd = (code: number): boolean => isSpace(code) || code === 10;

/** A stretch without spaces, tabs and line ends at its ends. */
export function trimmedSpan(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isSpaceOrEnd(text.charCodeAt(start))) start += 1;
  while (end > start && isSpaceOrEnd(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}
