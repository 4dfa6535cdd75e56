import { linesOf, type Span } from './span.ts';

/** Blocks in which a line that starts with `#` is no heading, and what ends them. */
const htmlBlocks: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:pre|script|style|textarea)(?=[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];

const listMarker = /^(?:[-*+]|\d{1,9}[.)])(?=\s|$)/;

/** Ends of the fence or HTML block that a line opens; undefined where it opens none. */
function openedBlock(line: string, inList: boolean): RegExp | undefined {
  const fence = /^( {0,3})(`{3,}(?!`)(?!.*`)|~{3,})/.exec(line);
  if (fence?.[2]) {
    // An indented fence behind a list item belongs to the item and ends with it.
    if (inList && fence[1] !== '') return undefined;
    return new RegExp(`^ {0,3}\\${fence[2].charAt(0)}{${fence[2].length},}\\s*$`);
  }
  const html = htmlBlocks.find(([start]) => start.test(line));
  return html && !html[1].test(line) ? html[1] : undefined;
}

/**
 * Cuts a text before each heading that starts in its line's first column, where no block of Markdown
 * can go on. The pieces together are the whole text, less a byte order mark at its start.
 */
export function headingSections(text: string): Span[] {
  const sections: Span[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  let end: RegExp | undefined;
  let inList = false;
  for (const span of linesOf(text, { start, end: text.length })) {
    const line = text.slice(span.start, span.end);
    if (end) {
      if (end.test(line)) end = undefined;
      continue;
    }
    if (/^#{1,6}(?=[ \t]|$)/.test(line) && span.start > start) {
      sections.push({ start, end: span.start });
      start = span.start;
    }
    if (/^\S/.test(line)) inList = listMarker.test(line);
    end = openedBlock(line, inList);
  }
  sections.push({ start, end: text.length });
  return sections;
}
