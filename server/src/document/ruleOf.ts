import type { Blocker } from '../model/index.ts';

/** What of a rule tells whether a blocker speaks of it. */
export interface Claimable {
  readonly id: string;
  /** Words by which documents speak of what the rule finds. */
  readonly claims: RegExp;
}

/** The rule that sees a blocker in the code: the one it names, else the first whose words are in its text. */
export function ruleOf(blocker: Blocker, rules: readonly Claimable[]): string | undefined {
  const named = blocker.rule?.replace(/^`+|(?<!`)`+$/g, '').trim();
  if (named) return rules.some(({ id }) => id === named) ? named : undefined;
  const texts = [blocker.name, blocker.title, blocker.description].filter((text) => text !== undefined);
  return rules.find(({ claims }) => texts.some((text) => claims.test(text)))?.id;
}
