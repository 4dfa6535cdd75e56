import type { FieldSyntax, ItemSyntax } from './fieldSyntax.ts';
import type { MarkdownNode } from './markdownTree.ts';
import { plainText } from './markdownTree.ts';
import { linesOf, type Span, slice, trimmed } from './span.ts';

/** A place in the code as a document names it. */
export interface LocationSyntax {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  /** From 1, both inclusive. */
  readonly startLine?: number;
  readonly endLine?: number;
  readonly note?: string;
  /** Of path and lines, without back-ticks or brackets around them. */
  readonly span: Span;
}

const linesBehind = /^\s*(?:,\s*|\()?lines?\s+(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?\)?/i;
const pathWithLines =
  /^(?<path>[^\s:#]+?)(?:(?::|#L)(?<lines>\d{1,7}(?:\s*[-–,]\s*L?\d{1,7})*)(?::\d{1,5})?)?$/;

/** True of what can only be a path: with a slash inside or a file's ending. */
const looksLikePath = (path: string): boolean =>
  /^[\w.@~/\\()[\]*{},$+-]+$/.test(path) && (/[/\\]./.test(path) || /[\w)\]*]\.[A-Za-z]\w{0,9}$/.test(path));

/** A leading slash means the root. */
const fromRoot = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');

/** `20-25` or `24,32,40` as pairs of first and last line. */
function lineRanges(lines: string | undefined): { startLine: number; endLine: number }[] {
  return (lines ?? '').split(',').flatMap((part) => {
    const [first, last = first] = part.split(/[-–]/).map((line) => Number(line.replace(/\D/g, '')));
    return first && last ? [{ startLine: Math.min(first, last), endLine: Math.max(first, last) }] : [];
  });
}

/** The locations that one path with lines names: one for each stretch of lines. */
function locationsAt(raw: string, span: Span, note: string | undefined): LocationSyntax[] {
  const match = pathWithLines.exec(raw)?.groups;
  const path = match?.path;
  if (!path || /^[a-z]+:\/\//i.test(raw)) return [];
  const location = { file: fromRoot(path), span, ...(note && { note }) };
  if (location.file === '') return [];
  const ranges = lineRanges(match.lines);
  return ranges.length === 0 ? [location] : ranges.map((range) => ({ ...location, ...range }));
}

/** What an author says behind a location: `(Supabase keys)`, ` - 3 console.log calls`. */
function noteBehind(
  text: string,
  inline: readonly MarkdownNode[],
  rest: Span,
): { note?: string; end: number } {
  const raw = slice(text, rest);
  const group = /^\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(raw);
  if (group) {
    const start = rest.start + group[0].indexOf('(') + 1;
    const end = rest.start + group[0].length;
    return { note: plainText(inline, { start, end: end - 1 }), end };
  }
  const dash = /^\s+[-–—]\s+/.exec(raw);
  if (dash)
    return { note: plainText(inline, { start: rest.start + dash[0].length, end: rest.end }), end: rest.end };
  return { end: rest.start };
}

/** The locations in one line or item: each back-ticked path, or a bare path that starts it. */
function locationsIn(text: string, inline: readonly MarkdownNode[], span: Span): LocationSyntax[] {
  const found: LocationSyntax[] = [];
  let from = span.start;
  for (const node of inline) {
    if (node.start < from || node.end > span.end) continue;
    const link =
      node.type === 'link' && node.url !== undefined && looksLikePath(node.url.replace(/#.*$/, ''));
    if (node.type !== 'inlineCode' && !link) continue;
    const raw = link ? (node.url ?? '') : (node.value ?? '');
    const at = trimmed(text, node);
    const start = link ? text.lastIndexOf(raw, node.end) : text.indexOf(raw, at.start);
    const lines = linesBehind.exec(text.slice(node.end, span.end));
    const { note, end } = noteBehind(text, inline, {
      start: node.end + (lines?.[0].length ?? 0),
      end: span.end,
    });
    const withLines = lines ? `${raw}:${lines[1]}-${lines[2] ?? lines[1]}` : raw;
    found.push(...locationsAt(withLines, { start, end: start + raw.length }, note));
    from = end;
  }
  if (found.length > 0) return found;

  const bare = /^\S+/.exec(slice(text, span))?.[0].replace(/[,;]$/, '') ?? '';
  if (!looksLikePath(bare.replace(/(?::|#L)\d.*$/, ''))) return [];
  const end = span.start + bare.length;
  const lines = linesBehind.exec(text.slice(end, span.end));
  const { note } = noteBehind(text, inline, { start: end + (lines?.[0].length ?? 0), end: span.end });
  const withLines = lines ? `${bare}:${lines[1]}-${lines[2] ?? lines[1]}` : bare;
  return locationsAt(withLines, { start: span.start, end }, note);
}

/** Bare paths, one a line, in a code block; other lines are code. */
function locationsInCode(text: string, code: MarkdownNode): LocationSyntax[] {
  return linesOf(text, code).flatMap((line) => {
    const span = trimmed(text, line);
    const raw = slice(text, span);
    return looksLikePath(raw.replace(/:\d[\d,\s-]*$/, '')) && !raw.startsWith('//')
      ? locationsAt(raw, span, undefined)
      : [];
  });
}

/** The locations that a field names, in the document's order. */
export function readLocations(text: string, field: FieldSyntax): LocationSyntax[] {
  const inItems = (item: ItemSyntax) => locationsIn(text, item.inline, item.content);
  return [
    ...locationsIn(text, field.inline, field.value),
    ...field.items.flatMap(inItems),
    ...(field.code ? locationsInCode(text, field.code) : []),
  ];
}
