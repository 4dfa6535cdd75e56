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

function meanings<Meaning extends string>(table: Readonly<Record<Meaning, readonly string[]>>) {
  const pairs = (Object.entries(table) as [Meaning, readonly string[]][]).flatMap(([meaning, words]) =>
    words.map((word) => [normalised(word), meaning] as const),
  );
  // The first meaning of a word counts: ✅ stands for fixed before verified.
  return new Map(pairs.toReversed());
}

/**
 * Finds a word of the table at the start of a text, behind signs, brackets and emphasis
 * but not behind other words.
 */
export function wordFinder<Meaning extends string>(
  table: Readonly<Record<Meaning, readonly string[]>>,
): WordFinder<Meaning> {
  const byWord = meanings(table);
  const alternatives = [...byWord.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => escaped(word).replaceAll(' ', '[-_\\s]+'));
  const pattern = new RegExp(
    `^(?:[^\\p{L}\\p{N}:]|:[a-z0-9_+-]+:|:)*(${alternatives.join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  );
  return (text) => {
    const match = pattern.exec(text);
    if (!match?.[1]) return undefined;
    const meaning = byWord.get(normalised(match[1]));
    const end = match[0].length;
    return meaning && { meaning, start: end - match[1].length, end };
  };
}

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
    const match = pattern.exec(text);
    const meaning = match?.[1] && bySign.get(match[1]);
    return match && meaning ? { meaning, start: match.index, end: match.index + match[0].length } : undefined;
  };
}
