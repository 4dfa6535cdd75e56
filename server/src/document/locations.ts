import type { FieldSyntax, ItemSyntax } from './fieldSyntax.ts';
import { type MarkdownNode, plainTextOf } from './markdownTree.ts';
import { hasEnding, isFileName, isFolder, isPathInProse, looksLikePath } from './paths.ts';
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

/** `lines 114-115`, `(line 7)`, `L12`, `, lines 5, 9 and 12`, and `:12` behind a closing back-tick. */
const linesBehind =
  /^(?:\s{0,3}[,(]?\s{0,3}(?:`[^`\n]{1,60}`,?\s)?(?:at |on |around )?~?(?:lines?|ln\.?|L(?=\d))\s?[:#~]?\s?|:|#L)~?(\d{1,7}(?:\s?(?:[-–,&+]|and|to)\s?L?\d{1,7}){0,40})\)?/i;
const pathWithLines =
  /^(?<path>[^\s:#]+?)(?:(?::L?|#L|@L?)(?<lines>\d{1,7}(?:\s*[-–,]\s*L?\d{1,7})*)(?::\d{1,5})?)?$/;

/** A leading slash means the root. */
const fromRoot = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.{0,2}\/)+/, '');

/** `20-25` or `24,32,40` as pairs of first and last line. */
function lineRanges(lines: string | undefined): { startLine: number; endLine: number }[] {
  if (lines === undefined) return [];
  return lines.split(',').flatMap((part) => {
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

const plainLines = (lines: string): string =>
  lines.replace(/\s?(?:and|[&+])\s?/gi, ',').replace(/\s?(?:to|–)\s?/gi, '-');

/** The path in a link to a file on a code host: `https://host/owner/name/blob/main/src/a.ts#L3`. */
const hosted = /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/(?:-\/)?(?:blob|tree|src)\/[^/]+\/(.+)$/;

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

interface Named {
  readonly raw: string;
  readonly span: Span;
  /** Where what is said of it goes on. */
  readonly end: number;
}

/** Code and links in a span, wherever they stand in emphasis. */
function marked(nodes: readonly MarkdownNode[], span: Span, into: MarkdownNode[] = []): MarkdownNode[] {
  for (const node of nodes) {
    if (node.type === 'inlineCode' || node.type === 'link') {
      if (node.start >= span.start && node.end <= span.end) into.push(node);
    } else if (node.children.length > 0) marked(node.children, span, into);
  }
  return into;
}

const withoutLines = (raw: string): string => raw.replace(/(?::L?|#L?|@L?)\d[\dL\s,:–-]*$/, '');

/** `registry.py::promote`, `pay.ts:capture()`: the file less the symbol in it. */
const withoutSymbol = (raw: string): string => raw.replace(/(?<=\.\w{1,8})::?[A-Za-z_][\w.]*(?:\(\))?$/, '');

function namedBy(text: string, node: MarkdownNode, isPath: (path: string) => boolean): Named | undefined {
  if (node.type === 'inlineCode') {
    const raw = withoutSymbol((node.value ?? '').trim());
    const path = withoutLines(raw);
    const lined = path !== raw || linesBehind.test(text.slice(node.end, node.end + 30));
    if (!isPath(path) && !(lined && (isFileName(path) || hasEnding(path)))) return undefined;
    const start = text.indexOf(raw.slice(0, 8), node.start);
    return start < 0 || start > node.end
      ? undefined
      : { raw, span: { start, end: Math.min(start + raw.length, node.end) }, end: node.end };
  }
  const url = (node.url ?? '').replace(/^file:\/\/\/?/, '/');
  const path = hosted.exec(url)?.[1] ?? url;
  if (!isPath(path.replace(/#.*$/, '')) || /^(?:[a-z]+:|#)/i.test(path)) return undefined;
  const label = plainTextOf(text, node, node.content);
  const lined = path.includes('#L') || !/:\d/.test(label) || withoutLines(label) === label;
  const raw = lined
    ? path.replace(/#(?!L\d).*$/, '')
    : `${path.replace(/#.*$/, '')}${label.slice(withoutLines(label).length)}`;
  const at = text.lastIndexOf(node.url ?? '', node.end);
  const start = Math.max(at, node.start);
  return { raw, span: { start, end: Math.max(start, node.end - 1) }, end: node.end };
}

/** The paths among a text's words. */
function bareIn(text: string, span: Span, isPath: (path: string) => boolean): Named[] {
  const found: Named[] = [];
  for (const word of slice(text, span).matchAll(/[^\s,;|]+/g)) {
    const opened = /^["'([]+/.exec(word[0])?.[0] ?? '';
    const inner = word[0].slice(opened.length);
    const raw =
      opened === '' || !/[)\]]/.test(inner) || /[([]/.test(inner)
        ? inner.replace(/["'.:]+$/, '')
        : inner.replace(/["'.:)\]]+$/, '');
    const path = withoutLines(withoutSymbol(raw));
    // With lines behind it or alone in parentheses, a file needs no folder: `compose.yml:14`, `(Save.cs)`.
    const alone = path !== raw || /^\([^()]+\)[.,]?$/.test(word[0]);
    if (!isPath(path) && !(alone && isFileName(path))) continue;
    const start = span.start + word.index + opened.length;
    found.push({
      raw: withoutSymbol(raw),
      span: { start, end: start + raw.length },
      end: start + raw.length,
    });
  }
  return found;
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
