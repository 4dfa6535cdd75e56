import { type Span, trimmed } from '../span.ts';
import type { MarkdownNode } from './node.ts';
import { TextBlock } from './textBlock.ts';

const rowTag = /<tr\b[^<>]*>/gi;
const cellTag = /<t[hd]\b[^<>]*>/gi;
const cellEnd = /<\/?(?:t[hdr]|thead|tbody|tfoot|table)\b/i;

/** A block of HTML as the table in it; undefined where it holds none that is whole. */
export function htmlTable(text: string, html: MarkdownNode): MarkdownNode | undefined {
  const raw = text.slice(html.start, html.end);
  const start = raw.search(/<table\b/i);
  const end = raw.search(/<\/table>/i);
  if (start < 0 || end < start) return undefined;
  const starts = [...raw.slice(0, end).matchAll(rowTag)].map(({ index }) => index);
  const children = starts.map((from, row): MarkdownNode => {
    const to = starts[row + 1] ?? end;
    const span = { start: html.start + from, end: html.start + to };
    return { type: 'tableRow', ...span, content: span, children: cellsOf(text, span) };
  });
  return children.length < 2
    ? undefined
    : { type: 'table', start: html.start, end: html.end, content: html, children };
}

function cellsOf(text: string, row: Span): MarkdownNode[] {
  return [...text.slice(row.start, row.end).matchAll(cellTag)].map(({ 0: tag, index }) => {
    const start = row.start + index + tag.length;
    const length = text.slice(start, row.end).search(cellEnd);
    const cell = withoutTags(text, trimmed(text, { start, end: length < 0 ? row.end : start + length }));
    return new TextBlock('tableCell', text, cell, undefined, false);
  });
}

/** A cell less the tags around all of it: `<code>src/a.ts</code>`. */
function withoutTags(text: string, cell: Span): Span {
  const all = /^<(\w+)>([^<]*)<\/\1>$/.exec(text.slice(cell.start, cell.end));
  if (!all?.[1] || all[2] === undefined) return cell;
  const start = cell.start + all[1].length + 2;
  return { start, end: start + all[2].length };
}
