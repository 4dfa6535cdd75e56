import type { Span } from '../span.ts';
import type { MarkdownNode } from './node.ts';

/** A block that can have others in it. It is closed when no more is added; nothing is copied then. */
export class Container implements MarkdownNode {
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

export const container = (type: Container['type'], start: number, indent = 0, mark = ''): Container =>
  new Container(type, start, indent, mark);
