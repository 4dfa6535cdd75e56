import type { RuleExamples } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { rulePage } from './rulePage.ts';

/** Every rule's page, by its path in the repository. */
export async function rulePages(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const rule of rules) {
    const path = `../../server/src/rules/${rule.category}/${rule.id}.examples.ts`;
    const { examples } = (await import(path)) as { examples: RuleExamples };
    pages.set(`docs/rules/${rule.id}.md`, rulePage(rule, examples));
  }
  return pages;
}
