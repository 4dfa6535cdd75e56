import type { Language } from '../languages/language.ts';
import type { Blocker } from '../model/index.ts';

/** What of a rule tells whether a blocker speaks of it. */
export interface Claimable {
  readonly id: string;
  /** Words by which documents speak of what the rule finds. */
  readonly claims: RegExp;
  /** What it can read; in any other file it proves nothing that it finds nothing. */
  readonly languages: readonly Language[];
}

/**
 * The rules that may see a blocker in the code: the one it names, else all whose words are in its text, in the
 * order of the registry. People say "hardcoded secret" where several rules share what there is to find.
 */
export function rulesOf(blocker: Blocker, rules: readonly Claimable[]): readonly string[] {
  const named = blocker.rule?.replace(/^`+|(?<!`)`+$/g, '').trim();
  if (named) return rules.some(({ id }) => id === named) ? [named] : [];
  const texts = [blocker.name, blocker.title, blocker.description].filter((text) => text !== undefined);
  return remembered(rules, texts.join('\0'), () =>
    rules.filter(({ claims }) => texts.some((text) => claims.test(text))).map(({ id }) => id),
  );
}

/** Which rules the words of blockers speak of: a document is read at each key, and says mostly the same. */
const known = new WeakMap<readonly Claimable[], Map<string, readonly string[]>>();
const mostKnown = 5_000;

function remembered(
  rules: readonly Claimable[],
  words: string,
  find: () => readonly string[],
): readonly string[] {
  const own = known.get(rules) ?? new Map<string, readonly string[]>();
  known.set(rules, own);
  const before = own.get(words);
  if (before) return before;
  if (own.size >= mostKnown) own.clear();
  const found = find();
  own.set(words, found);
  return found;
}

/** The first of them. */
export const ruleOf = (blocker: Blocker, rules: readonly Claimable[]): string | undefined =>
  rulesOf(blocker, rules)[0];
