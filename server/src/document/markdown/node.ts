import type { Span } from '../span.ts';

export type NodeType =
  | 'root'
  // Blocks
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'listItem'
  | 'blockquote'
  | 'code'
  | 'html'
  | 'table'
  | 'tableRow'
  | 'tableCell'
  | 'thematicBreak'
  | 'definition'
  | 'yaml'
  // What stands inside a line
  | 'text'
  | 'strong'
  | 'emphasis'
  | 'delete'
  | 'inlineCode'
  | 'link'
  | 'image'
  | 'break'
  | 'inlineHtml';

/** A node of the Markdown tree. Every node knows its place in the text. */
export interface MarkdownNode extends Span {
  readonly type: NodeType;
  /** Of blocks with text (headings, paragraphs, cells): the text without marks and white space around. */
  readonly content: Span;
  /** Of a heading, 1 to 6. */
  readonly depth?: number | undefined;
  /** Of text and inline code: without delimiters, escapes resolved. */
  readonly value?: string;
  /** Of a link: its target. */
  readonly url?: string;
  /** Of a list: numbered. */
  readonly ordered?: boolean;
  /** Of a list's item: the checkbox with its brackets. */
  readonly box?: (Span & { readonly checked: boolean }) | undefined;
  readonly children: readonly MarkdownNode[];
}
