import type { Priority, Status } from '../model/vocabulary.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import { type CountSyntax, readCounts } from './counts.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { itemsOf } from './fields.ts';
import { type LocationSyntax, locationsInProse, readLines, readLocations } from './locations.ts';
import { parseMarkdown, plainTextOf } from './markdownTree.ts';
import { prioritySign, readPriority } from './priority.ts';
import { rowFields } from './rowEntries.ts';
import { findEntries } from './sectionEntries.ts';
import { type Section, sectionsOf } from './sections.ts';
import { type Source, sourceOf } from './source.ts';
import { type Span, slice } from './span.ts';
import { readStatus, type StatusMark } from './status.ts';
import { readSteps, type StepSyntax, stepsOf } from './steps.ts';
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
  /** The document as headings part it. */
  readonly root: Section;
  readonly blockers: readonly BlockerSyntax[];
  readonly counts: readonly CountSyntax[];
  /** The fields that belong to no blocker. */
  readonly otherFields: readonly FieldSyntax[];
  /** The first merge conflict marker. */
  readonly conflict?: Span;
}

/** The first field of that meaning that says something, else the first at all. */
export function fieldOf(blocker: Pick<BlockerSyntax, 'entries'>, name: FieldName): FieldSyntax | undefined {
  let first: FieldSyntax | undefined;
  for (const { fields } of blocker.entries) {
    for (const field of fields) {
      if (field.name !== name) continue;
      if (field.value.end > field.value.start || field.items.length > 0) return field;
      first ??= field;
    }
  }
  return first;
}

/** What a field says as one line of plain text; undefined where it says nothing. */
export function fieldText(text: string, field: FieldSyntax | undefined): string | undefined {
  if (!field) return undefined;
  const parts = [
    plainTextOf(text, field.block, field.value),
    ...field.items.map((item) => plainTextOf(text, item.block, item.content)),
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
  const document = sectionsOf(source.text, isMarkdown ? parseMarkdown(source.text) : []);
  const { blockers: entries, otherFields } = findEntries(source.text, document);
  const releaseBlocked = blocksRelease(source.text);
  const blockers = withIds(entries).map((named) => {
    const blocker = readBlocker(source.text, named);
    return isConfirmed(blocker, releaseBlocked) ? { ...blocker, status: 'open' as const } : blocker;
  });
  const conflict = /^(?:<{7}|>{7})(?= |$)/m.exec(source.text);
  return {
    source,
    root: document,
    blockers,
    counts: readCounts(source.text, otherFields),
    otherFields,
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

/** As names are compared: letters and numbers only. */
const sameName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Names each blocker: by its id, else by its number, else by its name, so that the id stays while
 * others come and go. A table's row and a section with one id, number or name are one blocker.
 */
function withIds(entries: readonly BlockerEntry[]): NamedEntries[] {
  const joined = withRows(entries);
  const numbers = new Map<string, number>();
  const taken = new Set<string>();
  /** Where to go on counting for a name, so that many of one name are not counted through again and again. */
  const repeats = new Map<string, number>();
  for (const [{ heading }] of joined) {
    if (heading.id !== undefined) taken.add(heading.id);
    const number = heading.id ?? heading.number;
    if (number !== undefined) numbers.set(number, (numbers.get(number) ?? 0) + 1);
  }
  return joined.map((entries): NamedEntries => {
    const { id, number, name } = entries[0].heading;
    if (id !== undefined) return { id, entries };
    const wanted = number !== undefined && numbers.get(number) === 1 ? `#${number}` : slug(name);
    let free = wanted;
    for (let count = repeats.get(wanted) ?? 2; taken.has(free); count += 1) {
      free = `${wanted}-${count}`;
      repeats.set(wanted, count + 1);
    }
    taken.add(free);
    return { id: free, entries };
  });
}

type Group = [BlockerEntry, ...BlockerEntry[]];

/** The entries, each section with the row that tells of the same blocker. */
function withRows(entries: readonly BlockerEntry[]): Group[] {
  const rows = entries.filter(({ kind }) => kind === 'row');
  if (rows.length === 0) return entries.map((entry) => [entry]);
  const byId = new Map<string, BlockerEntry>();
  const byName = new Map<string, BlockerEntry>();
  const byNumber = new Map<string, BlockerEntry | undefined>();
  for (const row of rows) {
    const { id, number, name } = row.heading;
    if (id !== undefined && !byId.has(id)) byId.set(id, row);
    if (id === undefined && number === undefined) byName.set(sameName(name), row);
    if (number !== undefined) byNumber.set(number, byNumber.has(number) ? undefined : row);
  }
  const used = new Set<BlockerEntry>();
  const groups = entries.map((entry): Group => {
    if (entry.kind === 'row') return [entry];
    const { id, number, name } = entry.heading;
    const row =
      (id !== undefined ? byId.get(id) : undefined) ??
      (number !== undefined ? byNumber.get(number) : undefined) ??
      byName.get(sameName(name));
    if (!row || used.has(row)) return [entry];
    used.add(row);
    return [entry, row];
  });
  // A second table that repeats an id is one more place that tells of it.
  const firsts = new Map<string, Group>();
  for (const group of groups) {
    const { id } = group[0].heading;
    if (id !== undefined && !firsts.has(id) && !used.has(group[0])) firsts.set(id, group);
  }
  return groups.filter((group) => {
    const [entry] = group;
    if (used.has(entry) && entry.kind === 'row') return false;
    const first =
      entry.kind === 'row' && entry.heading.id !== undefined ? firsts.get(entry.heading.id) : undefined;
    if (!first || first === group || first[0].kind !== 'section') return true;
    first.push(entry);
    return false;
  });
}

function readBlocker(text: string, { id, entries }: NamedEntries): BlockerSyntax {
  const [first] = entries;
  const all = { entries };
  const marks = marksOf(text, entries);
  const steps = stepsIn(text, all, entries);
  return {
    id,
    ...(first.heading.idSpan && { idSpan: first.heading.idSpan }),
    name: first.heading.name,
    span: first.span,
    entries,
    priority: priorityOf(text, id, entries),
    status: marks[0]?.status ?? impliedStatus(text, entries, steps),
    marks,
    locations: locationsOf(text, entries),
    steps,
  };
}

/** All places that state the status, in the order in which they count: fields, heading, checkbox. */
function marksOf(text: string, entries: readonly BlockerEntry[]): StatusMark[] {
  const marks: StatusMark[] = [];
  for (const { fields } of entries) {
    for (const { name, value } of fields) {
      const mark = name === 'status' ? (readStatus(text, value, 'field') ?? boxAt(text, value)) : undefined;
      if (mark) marks.push(mark);
    }
  }
  for (const { heading, item } of entries) {
    if (heading.status) marks.push(heading.status);
    const box = item?.box ?? boxBefore(text, heading);
    if (box) {
      marks.push({
        status: box.checked ? 'fixed' : 'open',
        in: 'box',
        box: { start: box.start, end: box.end },
      });
    }
  }
  return marks;
}

/** A checkbox that is all of a cell. */
function boxAt(text: string, value: Span): StatusMark | undefined {
  const box = /^\[([ xX])\]$/.exec(slice(text, value));
  return box ? { status: box[1] === ' ' ? 'open' : 'fixed', in: 'box', box: value } : undefined;
}

/** A checkbox in a heading: `### [x] Keys in code`. */
function boxBefore(
  text: string,
  { content }: BlockerEntry['heading'],
): (Span & { checked: boolean }) | undefined {
  const box = /^[^\p{L}\p{N}[]{0,8}\[([ xX])\](?=\s)/u.exec(
    text.slice(content.start, Math.min(content.start + 14, content.end)),
  );
  if (!box) return undefined;
  const end = content.start + box[0].length;
  return { start: end - 3, end, checked: box[1] !== ' ' };
}

/** The status of a colour in the heading, where a field states another priority than the colour would. */
function colourOf(text: string, entries: NamedEntries['entries']): Status | undefined {
  const [{ heading }] = entries;
  const field = heading.sign && fieldOf({ entries }, 'priority');
  if (!field || readPriority(slice(text, field.value)) === heading.sign) return undefined;
  return heading.colour;
}

function impliedStatus(text: string, entries: NamedEntries['entries'], steps: readonly StepSyntax[]): Status {
  if (entries.some(({ heading }) => heading.struck)) return 'fixed';
  const above = entries.find(({ inherited }) => inherited.status)?.inherited.status;
  if (above) return above;
  const colour = colourOf(text, entries);
  if (colour) return colour;
  const done = steps.length > 0 && steps.every(({ state, item }) => state === 'passed' && item?.box);
  return done ? 'fixed' : 'open';
}

function priorityOf(text: string, id: string, entries: Group | NamedEntries['entries']): Priority {
  const field = fieldOf({ entries }, 'priority');
  const stated =
    (field && !isChoice(slice(text, field.value)) ? readPriority(slice(text, field.value)) : undefined) ??
    entries.find(({ heading }) => heading.priority)?.heading.priority ??
    entries.find(({ inherited }) => inherited.priority)?.inherited.priority;
  if (stated) return stated;
  const impact = fieldOf({ entries }, 'impact');
  const said = impact && slice(text, impact.value).slice(0, 40);
  const ofImpact =
    said === undefined
      ? undefined
      : (prioritySign(said) ??
        (/^\W*(?:critical|high|medium|low)\b/i.test(said) ? readPriority(said) : undefined));
  return ofImpact ?? priorityOfId(id) ?? priorityWithoutWord;
}

/** A choice that nobody has made yet: `[Critical/High/Medium/Low]`. */
const isChoice = (value: string): boolean => /^\[[^\]/|]*[/|][^\]]*[/|]/.test(value);

/** `P1-3`, `HIGH-02`, and the letters of audit reports: `C-1`, `M-04`. */
function priorityOfId(id: string): Priority | undefined {
  const kind = /^(P[0-4]|CRITICAL|CRIT|HIGH|MEDIUM|MED|LOW|[CHML](?=-?\d))/.exec(id)?.[1];
  const letters: Readonly<Record<string, Priority>> = { C: 'P0', H: 'P1', M: 'P2', L: 'P3' };
  return kind === undefined ? undefined : (letters[kind] ?? readPriority(kind));
}

function stepsIn(
  text: string,
  all: Pick<BlockerSyntax, 'entries'>,
  entries: readonly BlockerEntry[],
): StepSyntax[] {
  const verification = fieldOf(all, 'verification') ?? fieldOf(all, 'checklist');
  if (verification) return readSteps(text, verification);
  const lists = entries.flatMap((entry) => entry.blocks.filter(({ type }) => type === 'list'));
  const boxed = lists.filter(({ children }) => children.some(({ box }) => box));
  return boxed.flatMap((list) =>
    stepsOf(
      text,
      itemsOf(text, list).filter(({ box }) => box),
    ),
  );
}

/** Fields that tell what is wrong, where a path may be named in passing. */
const telling: ReadonlySet<string> = new Set(['description', 'title', 'impact']);

function locationsOf(text: string, entries: readonly BlockerEntry[]): LocationSyntax[] {
  const isPlace = ({ name }: FieldSyntax): boolean => name === 'locations';
  const named = entries.flatMap(({ kind, fields, blocks }) => [
    fields.filter(isPlace),
    ...(kind === 'section' ? blocks.filter(({ type }) => type === 'table') : [])
      .flatMap((table) => rowFields(text, table))
      .map((row) => row.filter(isPlace)),
  ]);
  const found = named.flatMap((fields) => {
    const places = fields.flatMap((field) => readLocations(text, field));
    const [only] = places;
    const lines = fields
      .filter(({ key }) => /^lines?\b/i.test(key))
      .flatMap((field) => readLines(text, field));
    return only && places.length === 1 && only.startLine === undefined && lines.length > 0
      ? lines.map((range) => ({ ...only, ...range }))
      : places;
  });
  const all = found.length > 0 ? found : entries.flatMap((entry) => inPassing(text, entry));
  return withoutRepeats(all);
}

/** Fields that tell what to do about it. */
const remedy =
  /\b(?:fix|resolution|action|solution|need|required|remediation|recommendation|workaround|plan|created|added|completed?)\b/i;

function inPassing(text: string, { kind, blocks, fields }: BlockerEntry): LocationSyntax[] {
  const names = kind !== 'section';
  const told = fields
    .filter(({ name, key }) => (name === undefined ? kind === 'row' && !remedy.test(key) : telling.has(name)))
    .flatMap((field) => [
      ...locationsInProse(text, field.block, field.value, names),
      ...field.items.flatMap((item) => locationsInProse(text, item.block, item.content, names)),
    ]);
  const free = blocks.flatMap((block) => {
    const inField = (span: Span) =>
      fields.some((field) => field.span.start <= span.start && span.end <= field.span.end);
    if (block.type === 'list') {
      return itemsOf(text, block)
        .filter(({ span, box }) => !inField(span) && !box)
        .flatMap((item) => locationsInProse(text, item.block, item.content, false));
    }
    return inField(block) ? [] : locationsInProse(text, block, block.content, names);
  });
  return [...told, ...free].filter(
    ({ span }) =>
      !fields.some(
        ({ name, span: of }) =>
          name !== undefined && !telling.has(name) && of.start <= span.start && span.end <= of.end,
      ),
  );
}

/** Each place once, in the document's order. */
function withoutRepeats(locations: readonly LocationSyntax[]): LocationSyntax[] {
  if (locations.length < 2) return [...locations];
  const seen = new Set<string>();
  return locations.filter(({ file, startLine, endLine }) => {
    const key = `${file}:${startLine}-${endLine}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
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
