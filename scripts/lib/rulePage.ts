import type { Example, FixExample, RuleExamples } from '../../server/src/rules/example.ts';
import type { Rule } from '../../server/src/rules/rule.ts';

/** How many examples of each kind a page shows; the others are tests only. */
const shown = 6;

/** A rule's page: what it finds, why, how one sees that it is fixed, and its examples. */
export function rulePage(rule: Rule, { bad, ok, fixed }: RuleExamples): string {
  const sections = [
    `# ${rule.title}`,
    facts(rule),
    rule.why,
    '## How to see that it is fixed',
    rule.verification.map((step) => `- ${step}`).join('\n'),
    '## Reported',
    ...bad.slice(0, shown).map((example) => block(example)),
    '## Not reported',
    ...ok.slice(0, shown).map((example) => block(example)),
  ];
  if (fixed.length > 0) sections.push('## Quick fixes', ...fixed.slice(0, shown).map(fixBlock));
  sections.push('## When it is none', suppressing(rule));
  return `${sections.join('\n\n')}\n`;
}

function facts(rule: Rule): string {
  const cwe = rule.cwe.map((id) => `CWE-${id}`).join(', ');
  const rows = [
    ['rule', `\`${rule.id}\``],
    ['priority', rule.priority],
    ['category', rule.category],
    ['see also', [cwe, rule.owasp && `OWASP ${rule.owasp}`].filter(Boolean).join(', ')],
    ['looked for in', rule.languages.join(', ')],
    ['on by default', rule.enabledByDefault ? 'yes' : 'no'],
    ['usual effort', `${rule.effort.min}–${rule.effort.max} ${rule.effort.unit}`],
  ].filter(([, value]) => value !== '');
  return ['| | |', '|---|---|', ...rows.map(([key, value]) => `| ${key} | ${value} |`)].join('\n');
}

/** Tokens in examples are real in their form; a page must not be what a secret scanner stumbles over. */
const unmarked = (code: string): string => code.replace(/⟦([^⟧]*)⟧/g, (_, found: string) => covered(found));

function covered(found: string): string {
  const quote = /^["'`]/.exec(found)?.[0] ?? '';
  const inner = found.slice(quote.length, found.length - quote.length);
  const couldBeToken = inner.length > 12 && /[0-9]/.test(inner) && !/[\s()[\]{}]/.test(inner);
  return couldBeToken ? `${quote}${inner.slice(0, 4)}…${quote}` : found;
}

const block = ({ name, file, code }: Example): string =>
  [`${sentence(name)} — \`${file}\``, '', `\`\`\`${fence(file)}`, unmarked(code).trimEnd(), '```'].join('\n');

function fixBlock(example: FixExample): string {
  const after = example.after[example.file] ?? '';
  return [
    `*${example.title}*: ${example.name} — \`${example.file}\``,
    '',
    `\`\`\`${fence(example.file)}`,
    unmarked(example.code).trimEnd(),
    '```',
    '',
    'becomes',
    '',
    `\`\`\`${fence(example.file)}`,
    after.trimEnd(),
    '```',
  ].join('\n');
}

const sentence = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const fence = (file: string): string => /\.(\w+)$/.exec(file)?.[1]?.replace(/^env$/, 'sh') ?? '';

const suppressing = ({ id }: Rule): string =>
  [
    'Say so above the line, with the reason; a comment without one has no force:',
    '',
    '```ts',
    `// blockers-disable-next-line ${id} -- why this is no blocker`,
    '```',
    '',
    'Or accept the risk until a day, after which it is a blocker again:',
    '',
    '```ts',
    `// blockers-accept ${id} until=2026-06-30 by=lee -- why it can wait`,
    '```',
  ].join('\n');
