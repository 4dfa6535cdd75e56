import { type Priority, priorities, type Status } from '../model/vocabulary.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import { locationsOf } from './blockerLocations.ts';
import { type BlockerSyntax, fieldOf, fieldText } from './blockerSyntax.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { itemsOf } from './fields.ts';
import { plainTextOf } from './markdownTree.ts';
import type { NamedEntries } from './namedEntries.ts';
import { prioritySign, readPriority } from './priority.ts';
import { type Span, slice } from './span.ts';
import { readStatus, type StatusMark } from './status.ts';
import { readSteps, type StepSyntax, stepsOf } from './steps.ts';
import { priorityWithoutWord } from './vocabulary/priority.ts';

/** What the places that tell of a blocker say of it together. */
export function readBlocker(text: string, { id, entries }: NamedEntries): BlockerSyntax {
  const [first] = entries;
  const all = { entries };
  const marks = marksOf(text, entries);
  const steps = stepsIn(text, all, entries);
  return {
    id,
    ...(first.heading.idSpan && { idSpan: first.heading.idSpan }),
    name:
      entries.find(({ heading }) => heading.name !== '')?.heading.name ??
      fieldText(text, fieldOf(all, 'title')) ??
      firstLine(text, first),
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

/** What stands first below a heading that names nothing. */
function firstLine(text: string, { blocks: [block] }: BlockerEntry): string {
  if (block?.type !== 'paragraph') return '';
  const end = text.indexOf('\n', block.content.start);
  const line = { ...block.content, end: end < 0 ? block.content.end : Math.min(end, block.content.end) };
  return plainTextOf(text, block, line).slice(0, 120);
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
  if (above && above !== 'open') return above;
  if (entries.some(({ fields }) => fields.some((field) => saysWhenFixed(text, field)))) return 'fixed';
  const outcome = outcomeOf(text, entries);
  if (outcome) return outcome;
  const said = emphasised(text, entries) ?? told(text, entries);
  if (said) return said;
  if (above) return above;
  const colour = colourOf(text, entries);
  if (colour) return colour;
  const done = steps.length > 0 && steps.every(({ state, item }) => state === 'passed' && item?.box);
  return done ? 'fixed' : 'open';
}

/** A status set off in what is told: `Nobody notices when it stops. *In progress*, see #77.` */
function emphasised(text: string, entries: NamedEntries['entries']): Status | undefined {
  for (const block of entries.flatMap(({ blocks }) => blocks)) {
    if (block.type !== 'paragraph') continue;
    for (const found of slice(text, block).matchAll(
      /(?<=[.,;:!?)\]—–-]\s{1,2})(\*{1,3}|_{1,3})([A-Za-z][A-Za-z' -]{2,20})(?=[.,;:]?[^*_\n]{0,24}\1)/g,
    )) {
      const start = block.start + found.index + (found[1] ?? '').length;
      const mark = readStatus(text, { start, end: start + (found[2] ?? '').length }, 'heading');
      if (mark?.word && mark.word.end === start + (found[2] ?? '').trimEnd().length) return mark.status;
    }
  }
  return undefined;
}

/** A sentence that says so: `Fixed in #88.`, `— resolved, replaced by another.` */
const told = (text: string, entries: NamedEntries['entries']): Status | undefined =>
  entries.some(({ blocks }) =>
    blocks.some(
      (block) =>
        block.type === 'paragraph' &&
        /(?:^(?:[—–-]\s)?|[.;:)]\s{1,2}|\s[—–-]\s)(?:fixed|resolved|solved)(?:[,.;]|\s(?:in|by|with|via|since|on)\s)/im.test(
          slice(text, block),
        ),
    ),
  )
    ? 'fixed'
    : undefined;

/** What a resolution says first: `fixed in #9051`, `postponed to 11.1`. */
function outcomeOf(text: string, entries: NamedEntries['entries']): Status | undefined {
  for (const { key, value } of entries.flatMap(({ fields }) => fields)) {
    if (!/^(?:resolution|outcome|disposition|result)$/i.test(key)) continue;
    const mark = readStatus(text, value, 'heading');
    if (mark?.word && mark.status !== 'open') return mark.status;
  }
  return undefined;
}

/** `Fixed in: 0.9.2`, `Resolved: 2025-02-02`: what has no date or version yet is still to come. */
const saysWhenFixed = (text: string, { key, value }: FieldSyntax): boolean =>
  /^(?:fixed|resolved|closed|completed|done)(?: (?:in|on|at|by|date|version|in version))?$|^(?:resolution|fix|closing) date$|^date (?:fixed|resolved|closed)$/i.test(
    key,
  ) && /\d/.test(slice(text, value));

function priorityOf(text: string, id: string, entries: NamedEntries['entries']): Priority {
  const field = fieldOf({ entries }, 'priority');
  const stated =
    (field && !isChoice(slice(text, field.value))
      ? (readPriority(slice(text, field.value)) ?? ofNumber(text, field))
      : undefined) ??
    entries.find(({ heading }) => heading.priority)?.heading.priority ??
    entries.find(({ inherited }) => inherited.priority)?.inherited.priority;
  if (stated) return stated;
  const impact = fieldOf({ entries }, 'impact');
  const said = impact && slice(text, impact.value).slice(0, 40);
  const ofImpact =
    said === undefined
      ? undefined
      : (prioritySign(said) ??
        (/^\W*(?:critical|severe|high|major|medium|moderate|low|minor|informational|info)\b/i.test(said)
          ? readPriority(said)
          : undefined));
  return ofImpact ?? priorityOfId(id) ?? inBold(text, entries) ?? priorityWithoutWord;
}

/** A severity that is a number alone, 1 being the worst, or a letter: `Prio A`. */
function ofNumber(text: string, { key, value }: FieldSyntax): Priority | undefined {
  const letter = /^[\s*`]*([A-D])[\s*`]*$/.exec(slice(text, value))?.[1];
  if (letter !== undefined) return priorities['ABCD'.indexOf(letter)];
  const number = /^(?:sev|prio)/i.test(key) ? /^\W*([1-4])\W*$/.exec(slice(text, value))?.[1] : undefined;
  return number === undefined ? undefined : readPriority(`S${number}`);
}

/** A label set off in what is told: `Loads before the banner. **P1**, Eva works on it.` */
function inBold(text: string, entries: NamedEntries['entries']): Priority | undefined {
  for (const block of entries.flatMap(({ blocks }) => blocks)) {
    if (block.type !== 'paragraph') continue;
    const label = /(?:\*\*|\()(P[0-4])(?:\*\*|\))/.exec(slice(text, block))?.[1];
    if (label !== undefined) return readPriority(label);
  }
  return undefined;
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
