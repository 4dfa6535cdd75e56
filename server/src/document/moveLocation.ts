import { applyEdits } from '../languages/applyEdits.ts';
import { readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import { findBlocker } from './findBlocker.ts';
import type { LocationSyntax } from './locations.ts';
import type { SpanEdit } from './source.ts';
import { slice } from './span.ts';

/** Lines may stand this far behind the path: `` `src/a.ts` (lines 10 to 20) ``. */
const reach = 200;

/** A place in the code. Lines count from 1, both inclusive. */
export interface CodePlace {
  readonly file: string;
  readonly startLine?: number | undefined;
  readonly endLine?: number | undefined;
}

/**
 * The edits that make one of a blocker's locations name another place: its path and its line numbers, in the form
 * in which they stand there. A stretch of lines keeps its length.
 * @param from the place as the document names it now
 * @param to where it is to point: `src/mail.ts:22`, or a path alone
 */
export function moveLocation(text: string, blockerId: string, from: CodePlace, to: string): EditResult {
  const syntax = readDocumentSyntax(text);
  const blocker = findBlocker(syntax, blockerId);
  if ('refused' in blocker) return blocker;
  const index = blocker.locations.findIndex((location) => samePlace(location, from));
  const location = blocker.locations[index];
  if (!location) return { refused: `${blockerId} does not name that place any more.` };
  const wanted = movedPlace(location, to);
  if (samePlace(location, wanted)) return [];

  const places = blocker.locations.map((each, at) => (at === index ? wanted : each));
  const readsBack = (edits: readonly SpanEdit[]): boolean => {
    const after = readDocumentSyntax(applyEdits(text, edits.map(syntax.source.editOf)));
    const read = after.blockers.find(({ id }) => id === blockerId)?.locations ?? [];
    return (
      read.length === places.length && read.every((each, at) => samePlace(each, places[at] as CodePlace))
    );
  };
  const raw = syntax.source.text;
  const found = [...waysToMove(raw, location, wanted)].find(readsBack);
  return found
    ? found.map(syntax.source.editOf)
    : { refused: `The location ${slice(raw, location.span)} stands in a form that can't be changed safely.` };
}

function movedPlace({ startLine, endLine }: LocationSyntax, to: string): CodePlace {
  const [, file = to, line] = /^(.*?)(?::(\d+))?$/.exec(to) ?? [];
  if (startLine === undefined || line === undefined) return { file };
  return { file, startLine: Number(line), endLine: Number(line) + (endLine ?? startLine) - startLine };
}

export const samePlace = (a: CodePlace, b: CodePlace): boolean =>
  a.file === b.file &&
  a.startLine === b.startLine &&
  (a.endLine ?? a.startLine) === (b.endLine ?? b.startLine);

/** The same number may stand there more than once, so there may be several ways; only one of them reads back. */
function* waysToMove(text: string, { span, ...from }: LocationSyntax, to: CodePlace): Generator<SpanEdit[]> {
  const pathAt = text.slice(span.start, span.end).replaceAll('\\', '/').indexOf(from.file);
  const pathEnd = Math.max(span.start + pathAt, span.start) + from.file.length;
  if (pathAt < 0 && from.file !== to.file) return;
  const path: SpanEdit[] =
    from.file === to.file ? [] : [{ start: span.start + pathAt, end: pathEnd, newText: to.file }];
  if (from.startLine === to.startLine) yield path;
  const { startLine, endLine = startLine } = from;
  if (startLine === undefined || to.startLine === undefined) return;
  const lines =
    endLine === startLine
      ? new RegExp(`(?<!\\d)${startLine}(?!\\d)`, 'g')
      : new RegExp(`(?<!\\d)${startLine}(?!\\d)(?=(\\D{1,6}?)${endLine}(?!\\d))`, 'g');
  for (const match of text.slice(pathEnd, span.end + reach).matchAll(lines)) {
    const start = pathEnd + match.index;
    const first = { start, end: start + match[0].length, newText: String(to.startLine) };
    if (match[1] === undefined) yield [...path, first];
    else {
      const behind = first.end + match[1].length;
      const last = { start: behind, end: behind + String(endLine).length, newText: String(to.endLine) };
      yield [...path, first, last];
    }
  }
}
