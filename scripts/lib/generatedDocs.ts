import type { RuleExamples } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { configurationSchema } from './configurationSchema.ts';
import { rulePage } from './rulePage.ts';
import { rulesIndex } from './rulesIndex.ts';

/** Every page that is made from the code, by its path: a page a rule, their list, the configuration's schema. */
export async function generatedDocs(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map([
    ['docs/production-blockers.schema.json', configurationSchema()],
    ['docs/rules/README.md', rulesIndex(rules)],
  ]);
  for (const rule of rules) {
    const path = `../../server/src/rules/${rule.category}/${rule.id}.examples.ts`;
    const { examples } = (await import(path)) as { examples: RuleExamples };
    pages.set(`docs/rules/${rule.id}.md`, rulePage(rule, examples));
  }
  return pages;
}
