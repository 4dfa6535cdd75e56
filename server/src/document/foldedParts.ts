import { htmlTable } from './markdown/htmlTable.ts';
import { TextBlock } from './markdown/textBlock.ts';
import type { MarkdownNode } from './markdownTree.ts';
import { sectionPriority } from './priority.ts';
import { isGroup, sectionKind } from './sectionKind.ts';
import { type Span, trimmed } from './span.ts';
import { groupStatus } from './status.ts';

const summary = /<summary\b[^<>]{0,200}>\s{0,9}(?:<(?:b|strong|h\d|i|em)>\s{0,9}){0,3}([^<]{1,200})/i;

/**
 * Reads what people put into HTML: a table as a table, and the summary of a folded part that lists blockers as a
 * heading just above those in it.
 */
export function withoutHtml(text: string, blocks: readonly MarkdownNode[]): readonly MarkdownNode[] {
  if (!blocks.some(({ type }) => type === 'html')) return blocks;
  return blocks.map((block, index) => {
    if (block.type !== 'html') return block;
    const raw = text.slice(block.start, block.end);
    const found = /^<details|^<summary/i.test(raw) ? summary.exec(raw) : null;
    if (!found?.[1]) return htmlTable(text, block) ?? block;
    const start = block.start + found.index + found[0].length - found[1].length;
    const content = trimmed(text, { start, end: start + found[1].length });
    return lists(text, content)
      ? new TextBlock('heading', text, block, content, false, depthAt(blocks, index))
      : block;
  });
}

function lists(text: string, content: Span): boolean {
  const title = text.slice(content.start, content.end);
  const kind = sectionKind(title);
  return (
    kind === 'list' ||
    (kind === undefined &&
      (isGroup(title) || groupStatus(title) !== undefined || sectionPriority(title) !== undefined)) ||
    archive.test(title)
  );
}

const archive = /^\W*(?:archived?|resolved|fixed|closed|done|completed)\b/i;

/** Just above the headings in it; one without any goes on beside the blocker before. */
function depthAt(blocks: readonly MarkdownNode[], index: number): number {
  const next = blocks.slice(index + 1, index + 40).find(({ type }) => type === 'heading' || type === 'html');
  const beside =
    next?.type === 'heading'
      ? next
      : blocks.slice(Math.max(index - 60, 0), index).findLast(({ type }) => type === 'heading');
  return Math.max(beside?.depth ?? 7, 2) - 0.5;
}
