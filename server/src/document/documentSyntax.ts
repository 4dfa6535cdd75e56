import type { Priority, Status } from '../model/vocabulary.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import { type CountSyntax, readCounts } from './counts.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { type LocationSyntax, readLocations } from './locations.ts';
import { parseMarkdown, plainText } from './markdownTree.ts';
import { readPriority } from './priority.ts';
import { findEntries } from './sectionEntries.ts';
import { sectionsOf } from './sections.ts';
import { type Source, sourceOf } from './source.ts';
import { type Span, slice } from './span.ts';
import { readStatus, type StatusMark } from './status.ts';
import { readSteps, type StepSyntax } from './steps.ts';
import { type FieldName, priorityWithoutWord } from './vocabulary.ts';

/** One blocker with every place in the document that tells of it. */
export interface BlockerSyntax {
  /** As its author wrote it, else derived from its number or name. */
  readonly id: string;
  /** Undefined for a derived id. */
  readonly idSpan?: Span;
  readonly name: string;
  readonly span: Span;
  /** The section first, then the table row, where the document has both. */
  readonly entries: readonly [BlockerEntry, ...BlockerEntry[]];
  readonly priority: Priority;
  readonly status: Status;
  /** All places that state the status; the first counts. */
  readonly marks: readonly StatusMark[];
  readonly locations: readonly LocationSyntax[];
  readonly steps: readonly StepSyntax[];
}

/** A tracking document's parts, as spans of `source.text`. */
export interface DocumentSyntax {
  readonly source: Source;
  readonly blockers: readonly BlockerSyntax[];
  readonly counts: readonly CountSyntax[];
  /** The first merge conflict marker. */
  readonly conflict?: Span;
}

/** The first field of that meaning that says something, else the first at all. */
export function fieldOf(blocker: Pick<BlockerSyntax, 'entries'>, name: FieldName): FieldSyntax | undefined {
  const fields = blocker.entries.flatMap((entry) => entry.fields.filter((field) => field.name === name));
  return fields.find((field) => field.value.end > field.value.start || field.items.length > 0) ?? fields[0];
}

/** What a field says as one line of plain text; undefined where it says nothing. */
export function fieldText(field: FieldSyntax | undefined): string | undefined {
  if (!field) return undefined;
  const parts = [
    plainText(field.inline, field.value),
    ...field.items.map((item) => plainText(item.inline, item.content)),
  ];
  return parts.filter((part) => part !== '').join('; ') || undefined;
}

/**
 * Reads a tracking document into its parts. Never throws; a text that is no Markdown
 * (binary data, a page of HTML) has no blockers.
 */
export function readDocumentSyntax(text: string): DocumentSyntax {
  const source = sourceOf(text);
  const isMarkdown = !text.includes('\0') && !/^\uFEFF?\s*<(?:!doctype|html)\b/i.test(text);
  const document = sectionsOf(isMarkdown ? parseMarkdown(source.text) : []);
  const { blockers: entries, otherFields } = findEntries(source.text, document);
  const releaseBlocked = blocksRelease(source.text);
  const blockers = withIds(entries).map((named) => {
    const blocker = readBlocker(source.text, named);
    return isConfirmed(blocker, releaseBlocked) ? { ...blocker, status: 'open' as const } : blocker;
  });
  const conflict = /^(?:<{7}|>{7})(?= |$)/m.exec(source.text);
  return {
    source,
    blockers,
    counts: readCounts(source.text, otherFields),
    ...(conflict && { conflict: { start: conflict.index, end: conflict.index + 7 } }),
  };
}

interface NamedEntries {
  readonly id: string;
  readonly entries: readonly [BlockerEntry, ...BlockerEntry[]];
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'blocker';

/**
 * Names each blocker: by its id, else by its number, else by its name, so that the id stays while
 * others come and go. A table's row and a section with one id are one blocker.
 */
function withIds(entries: readonly BlockerEntry[]): NamedEntries[] {
  const numbers = entries.map(({ heading }) => heading.id ?? heading.number);
  const taken = new Set(entries.flatMap(({ heading }) => heading.id ?? []));
  const named = entries.map((entry): NamedEntries => {
    const { id, number, name } = entry.heading;
    if (id !== undefined) return { id, entries: [entry] };
    const unique = number !== undefined && numbers.filter((other) => other === number).length === 1;
    const wanted = unique ? `#${number}` : slug(name);
    let free = wanted;
    for (let count = 2; taken.has(free); count += 1) free = `${wanted}-${count}`;
    taken.add(free);
    return { id: free, entries: [entry] };
  });
  const rows = new Map(named.flatMap((one) => (one.entries[0].kind === 'row' ? [[one.id, one]] : [])));
  const merged = new Set<NamedEntries>();
  const joined = named.map((one): NamedEntries => {
    const row = rows.get(one.id);
    if (one.entries[0].kind !== 'section' || !row || merged.has(row)) return one;
    merged.add(row);
    return { id: one.id, entries: [one.entries[0], row.entries[0]] };
  });
  return joined.filter((one) => !merged.has(one));
}

function readBlocker(text: string, { id, entries }: NamedEntries): BlockerSyntax {
  const [first] = entries;
  const all = { entries };
  const ofField = entries.flatMap((entry) =>
    entry.fields
      .filter(({ name }) => name === 'status')
      .flatMap((field) => readStatus(text, field.value, 'field') ?? []),
  );
  const ofHeading = entries.flatMap((entry) => entry.heading.status ?? []);
  const marks = [...ofField, ...ofHeading];
  const priorityField = fieldOf(all, 'priority');
  const locations = entries.flatMap((entry) =>
    entry.fields.filter(({ name }) => name === 'locations').flatMap((field) => readLocations(text, field)),
  );
  const verification = fieldOf(all, 'verification') ?? fieldOf(all, 'checklist');
  return {
    id,
    ...(first.heading.idSpan && { idSpan: first.heading.idSpan }),
    name: first.heading.name,
    span: first.span,
    entries,
    priority:
      (priorityField && readPriority(slice(text, priorityField.value))) ??
      first.heading.priority ??
      entries.find(({ inherited }) => inherited.priority)?.inherited.priority ??
      priorityWithoutWord,
    status: marks[0]?.status ?? entries.find(({ inherited }) => inherited.status)?.inherited.status ?? 'open',
    marks,
    locations,
    steps: verification ? readSteps(text, verification) : [],
  };
}

/** A decision that stands in the document and stops the release. */
const blocksRelease = (text: string): boolean =>
  /^[^\S\r\n]*[-*]*[^\S\r\n]*\**release decision\b\W*:\W*(?:block|no.go)/im.test(text);

/**
 * Some documents verify problems: "Verified" stands there beside a severity or a decision to block the
 * release, and nothing shows that the problem is gone.
 */
function isConfirmed(blocker: BlockerSyntax, releaseBlocked: boolean): boolean {
  if (blocker.status !== 'verified') return false;
  // A check mark is not set beside a problem.
  if (blocker.marks[0]?.sign) return false;
  if (blocker.steps.length > 0 && blocker.steps.every(({ state }) => state === 'passed')) return false;
  return (
    releaseBlocked || blocker.entries.some(({ fields }) => fields.some(({ key }) => /^severity$/i.test(key)))
  );
}
