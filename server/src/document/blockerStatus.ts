import type { Status } from '../model/vocabulary.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import { fieldOf } from './blockerSyntax.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import type { NamedEntries } from './namedEntries.ts';
import { readPriority } from './priority.ts';
import { type Span, slice } from './span.ts';
import { readStatus, type StatusMark } from './status.ts';
import type { StepSyntax } from './steps.ts';

/** All places that state the status, in the order in which they count: fields, heading, checkbox. */
export function marksOf(text: string, entries: readonly BlockerEntry[]): StatusMark[] {
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

/** What a blocker is in where nothing states it outright. */
export function impliedStatus(
  text: string,
  entries: NamedEntries['entries'],
  steps: readonly StepSyntax[],
): Status {
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

/** What a resolution says first: `fixed in #9051`, `postponed to 11.1`. */
function outcomeOf(text: string, entries: NamedEntries['entries']): Status | undefined {
  for (const { key, value } of entries.flatMap(({ fields }) => fields)) {
    if (!/^(?:resolution|outcome|disposition|result)$/i.test(key)) continue;
    const mark = readStatus(text, value, 'heading');
    if (mark?.word && mark.status !== 'open') return mark.status;
  }
  return undefined;
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

/** `Fixed in: 0.9.2`, `Resolved: 2025-02-02`: what has no date or version yet is still to come. */
const saysWhenFixed = (text: string, { key, value }: FieldSyntax): boolean =>
  /^(?:fixed|resolved|closed|completed|done)(?: (?:in|on|at|by|date|version|in version))?$|^(?:resolution|fix|closing) date$|^date (?:fixed|resolved|closed)$/i.test(
    key,
  ) && /\d/.test(slice(text, value));
