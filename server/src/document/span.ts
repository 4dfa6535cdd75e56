/** A stretch of a text as offsets from 0 in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands in the span. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);

/** The span without the white space at its ends; an empty one stays where it starts. */
export function trimmed(text: string, span: Span): Span {
  const raw = slice(text, span);
  const start = span.start + (raw.length - raw.trimStart().length);
  return start >= span.end
    ? { start: span.start, end: span.start }
    : { start, end: span.start + raw.trimEnd().length };
}

/** The lines of a span, without their line ends. */
export function linesOf(text: string, span: Span): Span[] {
  const lines: Span[] = [];
  let start = span.start;
  for (const lineEnd of slice(text, span).matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: span.start + lineEnd.index });
    start = span.start + lineEnd.index + lineEnd[0].length;
  }
  lines.push({ start, end: span.end });
  return lines;
}
