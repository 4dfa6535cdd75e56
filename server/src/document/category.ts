import { type Category, categories } from '../model/vocabulary.ts';
import { categoryNames, categoryWords } from './vocabulary/category.ts';

/** The words by their first two letters, so that few are tried at each word of a text. */
const byStart = new Map<string, (readonly [Category, RegExp])[]>();
for (const category of categories) {
  for (const word of categoryWords[category]) {
    const pattern = new RegExp(`${word.replaceAll('*', '\\w*').replaceAll(' ', '[- ]')}(?!\\w)`, 'y');
    const start = word.slice(0, 2);
    byStart.set(start, [...(byStart.get(start) ?? []), [category, pattern]]);
  }
}

/** Adds what a text says of each category. */
function weigh(text: string, weight: number, scores: Map<Category, number>): void {
  const words = text.toLowerCase();
  for (let at = 0; at < words.length; at += 1) {
    if (!startsWord(words, at)) continue;
    for (const [category, pattern] of byStart.get(words.slice(at, at + 2)) ?? []) {
      pattern.lastIndex = at;
      if (pattern.test(words)) scores.set(category, (scores.get(category) ?? 0) + weight);
    }
  }
}

const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95;
const startsWord = (text: string, at: number): boolean => {
  if (!isWord(text.charCodeAt(at))) return false;
  const before = at === 0 ? 32 : text.charCodeAt(at - 1);
  return !isWord(before) && before !== 45;
};

/** The category that a Category field names; undefined where it names none of ours. */
export function namedCategory(value: string): Category | undefined {
  const name = value.toLowerCase().replace(/[\s_]+/g, '-');
  return categories.find((category) => name.startsWith(category)) ?? categoryNames[name];
}

/** What a blocker's words speak of. */
export interface BlockerWords {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly impact?: string | undefined;
}

/**
 * The category that a blocker's words speak of most: its names count more than its explanations.
 * Of equals the earlier in the list; `operations` where no word is known.
 */
export function categoryOf({ name, title, description, impact }: BlockerWords): Category {
  const scores = new Map<Category, number>();
  weigh(name, 3, scores);
  if (title) weigh(title, 3, scores);
  if (description) weigh(description, 2, scores);
  if (impact) weigh(impact, 1, scores);
  let best: Category = 'operations';
  let most = 0;
  for (const category of categories) {
    const score = scores.get(category) ?? 0;
    if (score > most) [best, most] = [category, score];
  }
  return best;
}
