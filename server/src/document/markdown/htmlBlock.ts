/** What ends a block of HTML: a blank line, or a line with this in it. */
export type HtmlEnd = 'blank' | RegExp;

const kinds: readonly (readonly [start: RegExp, until: HtmlEnd])[] = [
  [/^<(?:pre|script|style|textarea)(?=[\s>]|$)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![A-Za-z]/, />/],
  [
    /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=\s|\/?>|$)/i,
    'blank',
  ],
];
const anyTag =
  /^(?:<[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[A-Za-z][A-Za-z0-9-]*\s*>)\s*$/;

/** What ends the block of HTML that a line opens; undefined where it opens none. */
export function htmlBlockAt(line: string, inParagraph: boolean): HtmlEnd | undefined {
  const found = kinds.find(([start]) => start.test(line))?.[1];
  return found ?? (!inParagraph && anyTag.test(line) ? 'blank' : undefined);
}
