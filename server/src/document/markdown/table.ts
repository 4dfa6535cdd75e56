import type { Span } from '../span.ts';
import type { MarkdownNode } from './node.ts';
import { TextBlock } from './textBlock.ts';

const delimiterRow = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Whether a line is the `|---|:-:|` below a table's header; a lone `---` underlines a heading. */
export const isDelimiterRow = (line: string): boolean =>
  line.length < 2_000 && line.includes('|') && delimiterRow.test(line);

/** The cells of a row, without pipes and the white space around. */
export function cellSpans(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  let { start } = row;
  let { end } = row;
  while (start < end && isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  if (text.charAt(start) === '|') start += 1;
  let from = start;
  for (let at = start; at <= end; at += 1) {
    const character = at === end ? '' : text.charAt(at);
    if (character === '\\') {
      at += 1;
      continue;
    }
    if (at < end && character !== '|') continue;
    // The last pipe only closes the row.
    if (at === end && from === end && cells.length > 0) break;
    let first = from;
    let last = at;
    while (first < last && isBlank(text, first)) first += 1;
    while (last > first && isBlank(text, last - 1)) last -= 1;
    cells.push({ start: first, end: last });
    from = at + 1;
  }
  return cells;
}

const isBlank = (text: string, offset: number): boolean => /[ \t]/.test(text.charAt(offset));

/** A row with its cells. */
export function tableRow(text: string, row: Span, quoted: boolean): MarkdownNode {
  return {
    type: 'tableRow',
    ...row,
    content: row,
    children: cellSpans(text, row).map((cell) => new TextBlock('tableCell', text, cell, undefined, quoted)),
  };
}
