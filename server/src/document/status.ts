import type { Status } from '../model/vocabulary.ts';
import { type Span, slice } from './span.ts';
import { statusColours, statusSigns, statusValues, statusWords } from './vocabulary/status.ts';
import { signFinder, wordFinder } from './words.ts';

/** A place in the document that says which status a blocker has: a word, a sign or both. */
export interface StatusMark {
  readonly status: Status;
  readonly word?: Span;
  readonly sign?: Span;
  /** A checkbox with its brackets. */
  readonly box?: Span;
  readonly in: 'field' | 'heading' | 'box';
}

const wordIn = wordFinder(statusWords);
const valueIn = wordFinder(statusValues);
const signIn = signFinder(statusSigns);
const colourIn = signFinder(statusColours);
/** The status of a colour sign. */
export const statusColour = (text: string): Status | undefined => colourIn(text)?.meaning;
/** A choice that nobody has made yet: `[Active/In Progress/Resolved]`. */
const template = /^\[[^\]/|]*[/|][^\]]*\]$/;

const moved = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/**
 * The status that a value starts with: `Blocked`, `✅ FIXED - allow …`, `In Progress 🔧`, `❌`.
 * Where word and sign differ, the word counts. Undefined where the value starts with other words.
 */
export function readStatus(text: string, value: Span, place: StatusMark['in']): StatusMark | undefined {
  const raw = slice(text, value);
  if (template.test(raw)) return undefined;
  const word = place === 'field' ? valueIn(raw) : wordIn(raw);
  const sign = signIn(raw) ?? (place === 'field' ? colourIn(raw.slice(0, word?.start)) : undefined);
  const lead = word ? raw.slice(0, word.start) : raw;
  const nearby =
    sign &&
    (sign.end <= lead.length
      ? /^[^\p{L}\p{N}]*$/u.test(raw.slice(0, sign.start))
      : word && /^[\s*_)\]]*$/.test(raw.slice(word.end, sign.start)));
  const status = word?.meaning ?? (nearby ? sign.meaning : undefined);
  if (!status) return undefined;
  return {
    status,
    in: place,
    ...(word && { word: moved(word, value.start) }),
    ...(sign && nearby && { sign: moved(sign, value.start) }),
  };
}

/** The status that all of a heading's words say, as a board's columns do: `In Review`, `Backlog (3)`. */
export function groupStatus(heading: string): Status | undefined {
  if (/^\W*archived?(?: (?:blockers|issues|items))?\W*$/i.test(heading)) return 'fixed';
  const word = valueIn(heading);
  const isDone = word?.meaning === 'fixed' && !/^\W*(?:cleared|solved|remediated|unblocked)\b/i.test(heading);
  return word && !isDone && /^[\s*_:]*(?:\(\d+\)[\s*_:]*)?$/.test(heading.slice(word.end))
    ? word.meaning
    : undefined;
}
