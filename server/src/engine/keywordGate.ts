import { KeywordFinder } from '../analysis/keywordFinder.ts';
import type { Rule } from '../rules/rule.ts';

/** Says which rules have nothing to look for in a text. One pass for the keywords of all rules. */
export class KeywordGate {
  readonly #always: readonly Rule[];
  readonly #rulesOf = new Map<string, Rule[]>();
  readonly #finder: KeywordFinder;

  constructor(rules: readonly Rule[]) {
    this.#always = rules.filter(({ keywords }) => !keywords);
    for (const rule of rules) {
      for (const keyword of rule.keywords ?? []) {
        const known = this.#rulesOf.get(keyword);
        if (known) known.push(rule);
        else this.#rulesOf.set(keyword, [rule]);
      }
    }
    this.#finder = new KeywordFinder(this.#rulesOf.keys());
  }

  /** The rules that look at every text, and those with a keyword in this one. */
  open(text: string): ReadonlySet<Rule> {
    const open = new Set(this.#always);
    for (const keyword of this.#finder.present(text.toLowerCase())) {
      for (const rule of this.#rulesOf.get(keyword) ?? []) open.add(rule);
    }
    return open;
  }
}

const gates = new WeakMap<readonly Rule[], KeywordGate>();

/** The gate of a list of rules, made when it is first asked for. */
export function keywordGateOf(rules: readonly Rule[]): KeywordGate {
  const known = gates.get(rules);
  if (known) return known;
  const gate = new KeywordGate(rules);
  gates.set(rules, gate);
  return gate;
}
