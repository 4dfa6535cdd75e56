import { type Priority, priorities } from '../model/vocabulary.ts';
import { readPriority } from './priority.ts';
import type { Span } from './span.ts';
import { prioritySigns, priorityWords } from './vocabulary/priority.ts';
import { normalised } from './words.ts';

/** The words of one author for P0 to P3. */
type Scale = readonly [string, string, string, string];

const plainScale: Scale = ['Critical', 'High', 'Medium', 'Low'];
const scales: readonly Scale[] = [
  plainScale,
  ['Critical', 'Major', 'Moderate', 'Minor'],
  ['Highest', 'High', 'Medium', 'Low'],
  ['Must Fix', 'Should Fix', 'Can Wait', 'Optional'],
  ['Must Have', 'Should Have', 'Could Have', 'Optional'],
  ['Must', 'Should', 'Could', 'Optional'],
];

/** One of the things that say a priority: a label, a word, a sign. */
interface Token extends Span {
  readonly kind: 'label' | 'number' | 'word' | 'sign';
  readonly text: string;
  readonly priority: Priority;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => escaped(word).replaceAll(' ', '[-_\\s]+'))
    .join('|');
const tokens = new RegExp(
  [
    '(?<![\\p{L}\\p{N}.])(?<label>P[0-4])(?![\\p{L}\\p{N}])',
    '(?<![\\p{L}\\p{N}])(?<number>(?:sev(?:erity)?[-_ ]?|S)[0-5])(?![\\p{L}\\p{N}])',
    `(?<![\\p{L}\\p{N}])(?<word>${longestFirst(Object.values(priorityWords).flat())})(?![\\p{L}\\p{N}])`,
    `(?<sign>(?:${longestFirst(Object.values(prioritySigns).flat())})\\uFE0F?)`,
  ].join('|'),
  'giu',
);
/** What may stand between two tokens that say one thing together. */
const between =
  /^(?:[^\p{L}\p{N}]|\b(?:priority|severity|level|launch|release|production|issue|risk|fix)\b)*$/iu;

/** The tokens that a text begins with, and all signs in it. */
function tokensIn(text: string): Token[] {
  const found: Token[] = [];
  let end = 0;
  let leading = true;
  for (const { 0: said, index, groups = {} } of text.matchAll(tokens)) {
    const priority = readPriority(said);
    const kind = (['label', 'number', 'word', 'sign'] as const).find((each) => groups[each] !== undefined);
    if (!priority || !kind) continue;
    const gap = text.slice(end, index);
    leading &&= between.test(gap);
    // In "Critical Blocker" the second word is what is critical.
    const isNoun = kind === 'word' && /^block/i.test(said) && found.length > 0 && /^[ \t]+$/.test(gap);
    if ((!leading && kind !== 'sign') || isNoun) continue;
    found.push({ kind, text: said, priority, start: index, end: index + said.length });
    end = index + said.length;
  }
  return found;
}

/** How a text says its priority: labels, words and signs in their order. Two of one kind can stand for each other. */
const wordingOf = (text: string): string =>
  tokensIn(text)
    .map(({ kind }) => kind)
    .join();

/**
 * A text that begins with a priority, saying another one in the same kind of words: `P0 - CRITICAL` becomes
 * `P1 - HIGH`. What says another priority than the text does, and all else in it, stays.
 */
export function inOtherWords(text: string, to: Priority): string {
  const from = readPriority(text);
  let result = text;
  for (const token of tokensIn(text).toReversed()) {
    if (token.priority !== from) continue;
    result = result.slice(0, token.start) + otherToken(token, to) + result.slice(token.end);
  }
  return result;
}

function otherToken({ kind, text, priority }: Token, to: Priority): string {
  const level = priorities.indexOf(to);
  if (kind === 'label') return text.charAt(0) + level;
  if (kind === 'number') return text.slice(0, -1) + (level + 1);
  if (kind === 'sign') return signLike(text, to);
  const word = normalised(text);
  const at = priorities.indexOf(priority);
  const scale =
    scales.find((each) => normalised(each[at] ?? '') === word) ??
    (/^(?:nice to have|could have)$/.test(word) ? scales[4] : undefined) ??
    (/^(?:trivial|cosmetic)$/.test(word) ? scales[1] : undefined) ??
    plainScale;
  return lettersOf(text, scale[level] ?? to);
}

function signLike(model: string, to: Priority): string {
  const isCode = model.startsWith(':');
  const signs = prioritySigns[to].filter((sign) => sign.startsWith(':') === isCode);
  const large = signs.find((sign) => sign.startsWith(':large_') === model.startsWith(':large_'));
  return large ?? signs[0] ?? model;
}

/** A phrase in the letters of another: `MUST FIX`, `must-fix`, `Must fix`, `Must Fix`. */
function lettersOf(model: string, phrase: string): string {
  const joint = /[-_]/.exec(model)?.[0] ?? ' ';
  const joined = phrase.replaceAll(' ', joint);
  if (model === model.toLowerCase()) return joined.toLowerCase();
  if (model === model.toUpperCase()) return joined.toUpperCase();
  const sentence = /[-_\s]\p{Ll}/u.test(model);
  return sentence ? joined.charAt(0) + joined.slice(1).toLowerCase() : joined;
}

/** What says a priority, saying another: as the document writes that one, where those are the same kind of words. */
export function rewritten(said: string, to: Priority, known: readonly string[]): string {
  const wording = wordingOf(said);
  return mostUsed(known.filter((each) => wordingOf(each) === wording)) ?? inOtherWords(said, to);
}

/** The one that stands there most often, the first of those. */
export function mostUsed(all: readonly string[]): string | undefined {
  const uses = new Map<string, number>();
  for (const each of all) uses.set(each, (uses.get(each) ?? 0) + 1);
  return [...uses].sort((a, b) => b[1] - a[1])[0]?.[0];
}
