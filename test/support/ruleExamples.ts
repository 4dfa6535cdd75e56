import type { Example, FixExample, RuleExamples } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';

/** An example as a project: its file without marks, and the files around it. */
export interface ExampleProject {
  readonly rule: Rule;
  readonly kind: keyof RuleExamples;
  /** `no-hardcoded-secret, bad: a key in a constant (src/mail.ts)`. */
  readonly name: string;
  /** Path of the example's own file. */
  readonly file: string;
  readonly text: string;
  /** All files by path, the example's own among them. */
  readonly files: Readonly<Record<string, string>>;
}

/** All examples of a rule, as they stand beside it. */
export async function examplesOf(rule: Rule): Promise<RuleExamples> {
  const path = `../../server/src/rules/${rule.category}/${rule.id}.examples.ts`;
  return ((await import(path)) as { examples: RuleExamples }).examples;
}

/** The examples of every rule, by rule. */
export async function exampleProjects(): Promise<ReadonlyMap<Rule, readonly ExampleProject[]>> {
  const all = new Map<Rule, readonly ExampleProject[]>();
  for (const rule of rules) {
    const { bad, ok, fixed } = await examplesOf(rule);
    const project = (kind: keyof RuleExamples) => (example: Example | FixExample) =>
      projectOf(rule, kind, example);
    all.set(rule, [...bad.map(project('bad')), ...ok.map(project('ok')), ...fixed.map(project('fixed'))]);
  }
  return all;
}

function projectOf(rule: Rule, kind: keyof RuleExamples, example: Example): ExampleProject {
  const { file, project } = example;
  const text = example.code.replace(/[⟦⟧]/g, '');
  const name = `${rule.id}, ${kind}: ${example.name} (${file})`;
  return { rule, kind, name, file, text, files: { ...project, [file]: text } };
}
