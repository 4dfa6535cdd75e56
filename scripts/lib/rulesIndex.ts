import type { Category } from '../../server/src/model/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';

const titles: Readonly<Record<Category, string>> = {
  security: 'Security',
  stability: 'Stability',
  performance: 'Performance',
  'data-integrity': 'Data integrity',
  operations: 'Operations',
  'user-experience': 'User experience',
};

/** The list of all rules as Markdown, by category, the most urgent first; beside the rules' pages. */
export function rulesIndex(rules: readonly Rule[]): string {
  const sections = Object.entries(titles).flatMap(([category, title]) => {
    const own = rules.filter((rule) => rule.category === category).sort(byUrgency);
    return own.length > 0
      ? [
          `## ${title}`,
          ['| rule | priority | finds | fix |', '|---|---|---|---|', ...own.map(row)].join('\n'),
        ]
      : [];
  });
  const intro = `# Rules\n\n${rules.length} rules. Each has a page, made from the examples that are its tests. "off" has to be switched on in\n\`production-blockers.json\`: \`{ "rules": { "<rule>": "P1" } }\`.`;
  return `${[intro, ...sections].join('\n\n')}\n`;
}

const byUrgency = (a: Rule, b: Rule): number =>
  a.priority === b.priority ? (a.id < b.id ? -1 : 1) : a.priority < b.priority ? -1 : 1;

function row({ id, title, priority, enabledByDefault, fixes }: Rule): string {
  return `| [${id}](${id}.md) | ${priority}${enabledByDefault ? '' : ', off'} | ${title} | ${fixes.length > 0 ? 'yes' : ''} |`;
}
