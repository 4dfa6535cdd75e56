import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { headingSections } from './headingSections.ts';
import type { Span } from './span.ts';

/** A node of the Markdown tree; types are named as mdast names them. */
export interface MarkdownNode extends Span {
  readonly type: Nodes['type'];
  /** Of a heading, 1 to 6. */
  readonly depth: number | undefined;
  /** Of text, inline code and code blocks: without delimiters, escapes resolved. */
  readonly value: string | undefined;
  /** Of a link: its target. */
  readonly url: string | undefined;
  readonly children: readonly MarkdownNode[];
}

const extensions = [gfm()];
const mdastExtensions = [gfmFromMarkdown()];

/**
 * The parser needs more than twice the time for twice the text (1,000 blockers in one piece: 2.8 s;
 * section by section: 0.5 s), and most of a document stays the same from one version to the next.
 * So sections are parsed one by one and kept by their text, with the offset at which they stood.
 */
const keptSections = new Map<string, { readonly start: number; readonly blocks: readonly MarkdownNode[] }>();
const sectionsKept = 4000;

function parseSection(text: string, start: number): readonly MarkdownNode[] {
  const kept = keptSections.get(text);
  if (kept?.start === start) return kept.blocks;
  const blocks = kept
    ? kept.blocks.map((block) => shifted(block, start - kept.start))
    : fromMarkdown(text, { extensions, mdastExtensions }).children.map((node) => converted(node, start));
  if (keptSections.size >= sectionsKept) keptSections.clear();
  keptSections.set(text, { start, blocks });
  return blocks;
}

function converted(node: Nodes, start: number): MarkdownNode {
  const { position } = node;
  return {
    type: node.type,
    start: start + (position?.start.offset ?? 0),
    end: start + (position?.end.offset ?? 0),
    depth: 'depth' in node ? node.depth : undefined,
    value: 'value' in node ? node.value : undefined,
    url: 'url' in node ? node.url : undefined,
    children: 'children' in node ? node.children.map((child) => converted(child, start)) : [],
  };
}

const shifted = (node: MarkdownNode, by: number): MarkdownNode => ({
  type: node.type,
  start: node.start + by,
  end: node.end + by,
  depth: node.depth,
  value: node.value,
  url: node.url,
  children: node.children.length === 0 ? node.children : node.children.map((child) => shifted(child, by)),
});

/** The blocks of a Markdown text, in order. Never throws: every text is Markdown. */
export const parseMarkdown = (text: string): MarkdownNode[] =>
  headingSections(text).flatMap(({ start, end }) => parseSection(text.slice(start, end), start));

/** The text a reader sees in a span of inline nodes, white space collapsed. */
export function plainText(nodes: readonly MarkdownNode[], span: Span): string {
  const collect = (node: MarkdownNode): string => {
    if (node.end <= span.start || node.start >= span.end) return '';
    if (node.value === undefined) return node.type === 'break' ? ' ' : node.children.map(collect).join('');
    const cut = node.start < span.start || node.end > span.end;
    // Of a text cut by the span, the part is only known where no escape made it shorter.
    if (!cut || node.value.length !== node.end - node.start) return node.value;
    return node.value.slice(Math.max(span.start - node.start, 0), span.end - node.start);
  };
  return nodes.map(collect).join('').replace(/\s+/g, ' ').trim();
}
