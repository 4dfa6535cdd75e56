import { type Category, categories } from '../model/vocabulary.ts';
import { categoryNames, categoryWords } from './vocabulary.ts';

const patterns = categories.map((category) => {
  const words = categoryWords[category].map((word) => word.replaceAll('*', '\\w*').replaceAll(' ', '[- ]'));
  return [category, new RegExp(`(?<![\\w-])(?:${words.join('|')})(?!\\w)`, 'gi')] as const;
});

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
  const weighed = [
    [name, 3],
    [title, 3],
    [description, 2],
    [impact, 1],
  ] as const;
  let best: Category = 'operations';
  let most = 0;
  for (const [category, pattern] of patterns) {
    const score = weighed.reduce(
      (sum, [text, weight]) => sum + weight * (text?.match(pattern)?.length ?? 0),
      0,
    );
    if (score > most) [best, most] = [category, score];
  }
  return best;
}
