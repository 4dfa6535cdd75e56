/** One word out of a vocabulary, found at the start of a text. */
export interface FoundWord<Meaning extends string> {
  readonly meaning: Meaning;
  /** Offsets into the text that was searched. */
  readonly start: number;
  readonly end: number;
}

export type WordFinder<Meaning extends string> = (text: string) => FoundWord<Meaning> | undefined;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As words are compared: lower case, no variation selector, one space between parts. */
export const normalised = (word: string): string =>
  word
    .toLowerCase()
    .replace(/\uFE0F/g, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();

/** As names are compared: letters and numbers only. */
export const sameName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function meanings<Meaning extends string>(table: Readonly<Record<Meaning, readonly string[]>>) {
  const pairs = (Object.entries(table) as [Meaning, readonly string[]][]).flatMap(([meaning, words]) =>
    words.map((word) => [normalised(word), meaning] as const),
  );
  // The first meaning of a word counts: ✅ stands for fixed before verified.
  return new Map(pairs.toReversed());
}

const lead = /(?:[^\p{L}\p{N}:]|:(?:[a-z0-9][a-z0-9_+-]*:)?)*/uy;
const token = /(?:n\/a(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’]\p{L}+)?|&)/iuy;
const gap = /[-_\s]+/y;
const mostWords = 4;

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/**
 * Finds a word of the table at the start of a text, behind signs, brackets and emphasis
 * but not behind other words. The longest counts.
 */
export function wordFinder<Meaning extends string>(
  table: Readonly<Record<Meaning, readonly string[]>>,
): WordFinder<Meaning> {
  const byWord = meanings(table);
  const firsts = new Set([...byWord.keys()].map((word) => word.split(' ')[0]));
  return (text) => {
    const start = endOf(lead, text, 0);
    let phrase = '';
    let found: FoundWord<Meaning> | undefined;
    for (let count = 0, at = start; count < mostWords; count += 1) {
      const end = endOf(token, text, at);
      if (end === at) break;
      const word = text.slice(at, end).toLowerCase();
      if (count === 0 && !firsts.has(word)) return undefined;
      phrase = count === 0 ? word : `${phrase} ${word}`;
      const meaning = byWord.get(phrase);
      if (meaning) found = { meaning, start, end };
      at = endOf(gap, text, end);
      if (at === end) break;
    }
    return found;
  };
}

/** What every sign has: a colon, or a character far up; most texts have neither. */
const mayBeSign = /[:\u2000-\uffff]/;

/** Finds the first sign (emoji or shortcode) of the table anywhere in a text; its variation selector belongs to it. */
export function signFinder<Meaning extends string>(
  table: Readonly<Record<Meaning, readonly string[]>>,
): WordFinder<Meaning> {
  const pairs = (Object.entries(table) as [Meaning, readonly string[]][]).flatMap(([meaning, signs]) =>
    signs.map((sign) => [sign, meaning] as const),
  );
  const bySign = new Map(pairs.toReversed());
  const pattern = new RegExp(`(${[...bySign.keys()].map(escaped).join('|')})\\uFE0F?`, 'u');
  return (text) => {
    if (!mayBeSign.test(text)) return undefined;
    const match = pattern.exec(text);
    const meaning = match?.[1] && bySign.get(match[1]);
    return match && meaning ? { meaning, start: match.index, end: match.index + match[0].length } : undefined;
  };
}
