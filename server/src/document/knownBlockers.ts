import type { Blocker } from '../model/index.ts';
import type { BlockerSyntax } from './blockerSyntax.ts';
import { movedBy } from './blockersChange.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import { blockerOf, blockersOf } from './readTrackingDocument.ts';
import type { Source } from './source.ts';
import { slice } from './span.ts';

/**
 * A document's blockers, read again and again while somebody types: of those whose text did not change, the plain
 * model is not made anew.
 */
export class KnownBlockers {
  #known: ReadonlyMap<string, Blocker> = new Map();

  blockersOf(syntax: DocumentSyntax): Blocker[] {
    const { source, blockers } = syntax;
    // There the same text can stand for damage of another length.
    if (source.damaged) return blockersOf(syntax);
    const known = new Map<string, Blocker>();
    const read = blockers.map((blocker) => {
      const key = keyOf(source, blocker);
      const before = key === undefined ? undefined : this.#known.get(key);
      const now = before ? inPlace(before, source, blocker) : blockerOf(source, blocker);
      if (key !== undefined) known.set(key, now);
      return now;
    });
    this.#known = known;
    return read;
  }
}

/** All that decides what a blocker says; undefined where that stands in several places of the document. */
function keyOf({ text }: Source, blocker: BlockerSyntax): string | undefined {
  const { span, entries, id, name, priority, status, locations, steps } = blocker;
  const [entry, ...others] = entries;
  const isInside = (part: { readonly start: number; readonly end: number }) =>
    part.start >= span.start && part.end <= span.end;
  if (others.length > 0 || entry.kind !== 'section') return undefined;
  if (![...locations, ...steps, ...entry.fields].every((part) => isInside(part.span))) return undefined;
  const read = [
    ...entry.fields.map((field) => `${field.name} ${field.value.start - span.start}`),
    ...locations.map(({ file, startLine, endLine, note }) => `${file} ${startLine} ${endLine} ${note}`),
    ...steps.map((step) => `${step.state} ${step.text}`),
  ];
  const isFirst = span.start === 0 || /[\r\n]/.test(text[span.start - 1] ?? '');
  return [isFirst, id, name, priority, status, ...read, slice(text, span)].join('\0');
}

function inPlace(known: Blocker, source: Source, { span }: BlockerSyntax): Blocker {
  const lines = source.rangeOf({ start: span.start, end: span.start }).start.line - known.range.start.line;
  return lines === 0 ? known : movedBy(known, lines);
}
