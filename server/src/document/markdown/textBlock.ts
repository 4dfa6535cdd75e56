import type { Span } from '../span.ts';
import { parseInline } from './inline.ts';
import type { MarkdownNode } from './node.ts';

/** A heading, paragraph or cell. What stands inside its text is read when someone asks for it. */
export class TextBlock implements MarkdownNode {
  private inline: readonly MarkdownNode[] | undefined;
  private readonly text: string;
  private readonly quoted: boolean;
  readonly type: 'heading' | 'paragraph' | 'tableCell';
  readonly start: number;
  readonly end: number;
  readonly content: Span;
  readonly depth: number | undefined;

  constructor(
    type: TextBlock['type'],
    text: string,
    span: Span,
    content: Span | undefined,
    quoted: boolean,
    depth?: number,
  ) {
    this.type = type;
    this.inline = undefined;
    this.text = text;
    this.quoted = quoted;
    this.start = span.start;
    this.end = span.end;
    this.content = content ?? this;
    this.depth = depth;
  }

  get children(): readonly MarkdownNode[] {
    this.inline ??= parseInline(this.text, this.content, this.quoted, this.type === 'tableCell');
    return this.inline;
  }
}
