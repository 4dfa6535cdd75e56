/** A stretch of a text as offsets from 0 in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands in the span. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);

/** What `trim` takes off, by character code. */
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 160 && /\s/.test(String.fromCharCode(code)));

/** The span without the white space at its ends; an empty one stays where it starts. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  if (start >= end) return { start: span.start, end: span.start };
  while (isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** The lines of a span, without their line ends. */
export function linesOf(text: string, span: Span): Span[] {
  const lines: Span[] = [];
  let { start } = span;
  for (let at = span.start; at < span.end; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    lines.push({ start, end: at });
    if (code === 13 && at + 1 < span.end && text.charCodeAt(at + 1) === 10) at += 1;
    start = at + 1;
  }
  lines.push({ start, end: span.end });
  return lines;
}

/** The lines that a span is on, with the line end behind them. */
export function wholeLines(text: string, { start, end }: Span): Span {
  const before = text.slice(0, start);
  const lineEnd = /\r\n|\n|\r|$/.exec(text.slice(end));
  return {
    start: Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1,
    end: end + (lineEnd ? lineEnd.index + lineEnd[0].length : 0),
  };
}
