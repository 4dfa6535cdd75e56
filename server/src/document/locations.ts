import type { FieldSyntax, ItemSyntax } from './fieldSyntax.ts';
import { lineRanges, linesBehind, plainLines, withoutLines } from './lineNumbers.ts';
import { type MarkdownNode, plainTextOf } from './markdownTree.ts';
import { bareIn, marked, namedBy } from './namedPaths.ts';
import { isFileName, isFolder, isPathInProse, looksLikePath } from './paths.ts';
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

const pathWithLines =
  /^(?<path>[^\s:#]+?)(?:(?::L?|#L|@L?)(?<lines>\d{1,7}(?:\s*[-–,]\s*L?\d{1,7})*)(?::\d{1,5})?)?$/;

/** A leading slash means the root. */
const fromRoot = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.{0,2}\/)+/, '');

/** The locations that one path with lines names: one for each stretch of lines. */
function locationsAt(raw: string, span: Span, note: string | undefined): LocationSyntax[] {
  // Some compilers write `Mixer.cpp(318)`.
  const match = pathWithLines.exec(
    raw.replace(/(?<=\.\w{1,8})\((\d{1,7})(?:,\s?\d{1,5})?\)$/, ':$1'),
  )?.groups;
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
  block: MarkdownNode | undefined,
  rest: Span,
): { note?: string; end: number } {
  if (rest.start >= rest.end) return { end: rest.start };
  const raw = slice(text, rest);
  const group = /^\s{0,3}\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(raw);
  if (group) {
    const start = rest.start + group[0].indexOf('(') + 1;
    const end = rest.start + group[0].length;
    return { note: plainTextOf(text, block, { start, end: end - 1 }), end };
  }
  const dash = /^(?:\s{1,3}(?:[-–—]|→|->)|:)\s{1,3}/.exec(raw);
  if (!dash) return { end: rest.start };
  // The next path of a list starts anew.
  const next = /[,;]\s?`[^`\s]{1,200}[/.][^`\s]{1,200}`/.exec(raw);
  const end = next ? rest.start + next.index : rest.end;
  return { note: plainTextOf(text, block, { start: rest.start + dash[0].length, end }), end };
}

/** Whether what follows is said not to be there: ``No `favicon.ico` ``. */
const isLacking = (before: string): boolean =>
  /\b(?:no|missing|add|create|without|lacks?|needs?)\s(?:an?\s|the\s)?`?$/i.test(before);

/** The locations in one line or item: each path in back-ticks or in a link, else each bare one. */
function locationsIn(
  text: string,
  block: MarkdownNode | undefined,
  span: Span,
  isPath: (path: string) => boolean,
  isBare = isPath,
): LocationSyntax[] {
  const raw = slice(text, span);
  if (raw === '' || !/[/\\.`\]]|file/.test(raw)) return [];
  const hasMarks = /[`\]]/.test(raw);
  const named =
    hasMarks && block
      ? marked(block.children, span).flatMap((node) => namedBy(text, node, isPath) ?? [])
      : [];
  const all = named.length > 0 ? named : bareIn(text, span, isBare);
  const found: LocationSyntax[] = [];
  let from = span.start;
  for (const one of all) {
    if (one.span.start < from) continue;
    if (isBare !== isPath && isLacking(text.slice(Math.max(0, one.span.start - 24), one.span.start)))
      continue;
    const lines =
      one.end < span.end ? linesBehind.exec(text.slice(one.end, Math.min(span.end, one.end + 200))) : null;
    const { note, end } = noteBehind(text, block, {
      start: one.end + (lines?.[0].length ?? 0),
      end: span.end,
    });
    const withLines =
      lines?.[1] && withoutLines(one.raw) === one.raw ? `${one.raw}:${plainLines(lines[1])}` : one.raw;
    found.push(...locationsAt(withLines, one.span, note));
    from = end;
  }
  return found;
}

/** Bare paths, one a line, in a code block; other lines are code. */
function locationsInCode(text: string, code: MarkdownNode): LocationSyntax[] {
  return linesOf(text, code).flatMap((line) => {
    const span = trimmed(text, line);
    const raw = slice(text, span).replace(/\s+(?:#|\/\/).*$/, '');
    return looksLikePath(raw.replace(/:\d[\d,\s-]*$/, '')) && !/^(?:\/\/|\.\/\w+$)/.test(raw)
      ? locationsAt(raw, { start: span.start, end: span.start + raw.length }, undefined)
      : [];
  });
}

/** The locations that a field names, in the document's order. */
export function readLocations(text: string, field: FieldSyntax): LocationSyntax[] {
  const inItem = (item: ItemSyntax): LocationSyntax[] => [
    ...locationsIn(text, item.block, item.content, looksLikePath),
    ...item.nested.flatMap(inItem),
  ];
  const own = locationsIn(text, field.block, field.value, looksLikePath);
  if (field.items.length === 0 && !field.code) return own;
  const places = [
    ...own,
    ...field.items.flatMap(inItem),
    ...(field.code ? locationsInCode(text, field.code) : []),
  ];
  const [only] = places;
  if (!only || places.length > 1 || only.startLine !== undefined) return places;
  // `- File: src/a.ts` and `- Lines: 20-25`
  const lines = field.items.flatMap(({ content }) => {
    const said = /^\W{0,8}lines?\W{0,4}:\W{0,8}([L\d][\dL\s,~–-]{0,80})\W{0,4}$/i.exec(
      slice(text, content),
    )?.[1];
    return said === undefined ? [] : lineRanges(said.replace(/[^\d,–-]/g, ''));
  });
  return lines.length === 0 ? places : lines.map((range) => ({ ...only, ...range }));
}

/** The lines that a field of their own gives: `**Lines:** 20-25`, a column `Line`. */
export const readLines = (text: string, field: FieldSyntax): { startLine: number; endLine: number }[] =>
  /^\W*(?:lines?\s*)?~?L?\d[\dL\s,~–-]*$/i.test(slice(text, field.value))
    ? lineRanges(slice(text, field.value).replace(/[^\d,–-]/g, ''))
    : [];

const isNamedFile = (path: string): boolean =>
  isPathInProse(path) || (/[/\\]/.test(path) ? isFolder(path) : isFileName(path));

/**
 * The paths in running text.
 * @param names whether files without their folders count, where they stand in back-ticks
 */
export const locationsInProse = (
  text: string,
  block: MarkdownNode | undefined,
  span: Span,
  names: boolean,
): LocationSyntax[] => locationsIn(text, block, span, names ? isNamedFile : isPathInProse, isPathInProse);
