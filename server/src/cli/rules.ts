import { Command } from 'commander';
import colours from 'picocolors';
import { rules } from '../rules/index.ts';
import { formats, oneOf, printJson, printResult } from './output.ts';

/** `rules`: what is looked for. */
export function rulesCommand(): Command {
  return new Command('rules')
    .description('list the rules')
    .option('--format <format>', `how to print: ${formats.join(' or ')}`, oneOf(formats), 'pretty')
    .action(async (options: { readonly format: (typeof formats)[number] }) => {
      if (options.format === 'json') await printJson({ schemaVersion: 1, rules: rules.map(ruleOutput) });
      else await printResult(rules.map(prettyRule).join('\n'));
    });
}

type Listed = (typeof rules)[number];

/** A rule as contracts.md lists it. */
function ruleOutput(rule: Listed) {
  const { id, title, priority, category, languages, cwe, owasp, confidence, enabledByDefault, scope } = rule;
  const fixes = rule.fixes.map((fix) => fix.title);
  const page = `docs/rules/${id}.md`;
  return {
    id,
    title,
    priority,
    category,
    languages,
    cwe,
    owasp,
    confidence,
    enabledByDefault,
    scope,
    fixes,
    page,
  };
}

const prettyRule = (rule: Listed): string =>
  `${rule.priority}  ${rule.id}  ${colours.dim(`${rule.title} (${rule.category})`)}`;
