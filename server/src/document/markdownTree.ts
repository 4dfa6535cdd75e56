import { BlockReader } from './markdown/blocks.ts';
import type { MarkdownNode } from './markdown/node.ts';
import type { Span } from './span.ts';

export type { MarkdownNode } from './markdown/node.ts';

/** The same text with `\n` for line ends, as long as before: offsets speak of both. */
const withPlainLineEnds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;

/** YAML between two lines of dashes at a document's very start. */
const frontMatter = /^---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?=\n|$)/;

/** The blocks of a Markdown text, in order. Never throws: every text is Markdown. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  const plain = withPlainLineEnds(text);
  const start = plain.startsWith('\uFEFF') ? 1 : 0;
  const yaml = plain.startsWith('---', start) ? frontMatter.exec(plain.slice(start)) : null;
  if (!yaml || !/^[^\n]*\n[ \t]*[\w"'-]+[ \t]*:/.test(yaml[0])) return new BlockReader(plain).read(start);
  const span = { start, end: start + yaml[0].length };
  const matter: MarkdownNode = { type: 'yaml', ...span, content: span, children: [] };
  return [matter, ...new BlockReader(plain).read(span.end)];
}

/** The text a reader sees in a span of inline nodes, white space collapsed. */
export function plainText(nodes: readonly MarkdownNode[], span: Span): string {
  const parts: string[] = [];
  const collect = (node: MarkdownNode): void => {
    if (node.end <= span.start || node.start >= span.end) return;
    const { value } = node;
    if (value === undefined) {
      if (node.type === 'break' || node.type === 'inlineHtml') parts.push(' ');
      else for (const child of node.children) collect(child);
      return;
    }
    const cut = node.start < span.start || node.end > span.end;
    // Of a text cut by the span, the part is only known where no escape made it shorter.
    if (!cut || value.length !== node.end - node.start) parts.push(value);
    else parts.push(value.slice(Math.max(span.start - node.start, 0), span.end - node.start));
  };
  for (const node of nodes) collect(node);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Marks, and white space that is more than one space. */
const notPlain = /[\\`*_~[\]!<&]|[^\S ]|\s\s/;

/** The text a reader sees in a span of a block. Most have no marks in it, and are not looked through for any. */
export function plainTextOf(text: string, block: MarkdownNode | undefined, span: Span): string {
  const raw = text.slice(span.start, span.end);
  if (!notPlain.test(raw)) return raw.trim();
  if (!block || !/[\\`*_~[\]!<&\n\r]/.test(raw)) return raw.replace(/\s+/g, ' ').trim();
  return plainText(block.children, span);
}
