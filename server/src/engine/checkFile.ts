import type { PackageFacts } from '../analysis/packageFacts.ts';
import type { SuppressionComment } from '../analysis/suppressions.ts';
import type { FileRule, Report, Rule } from '../rules/rule.ts';
import { type OpenFile, openFile } from './fileContext.ts';
import { type Located, locate, suppressionsIn } from './locate.ts';
import { type Active, visitDockerfile, visitEntries, visitNodes } from './visit.ts';

/** What checking one file gave. */
export interface CheckedFile {
  readonly context: OpenFile;
  /** What file rules found, in the order of their places. */
  readonly located: readonly Located[];
  /** What project rules collected, by the rule's id. Plain data. */
  readonly facts: ReadonlyMap<string, readonly unknown[]>;
  readonly comments: readonly SuppressionComment[];
  /** What went wrong on the way, in sentences; the rest of the file was checked all the same. */
  readonly problems: readonly string[];
}

export interface FileInput {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly package: PackageFacts;
  /** YYYY-MM-DD; decides which acceptances have ended. */
  readonly today: string;
}

/** Runs all rules over one file: one parse, one walk. Never throws; a rule that does is left out and told. */
export async function checkFile(input: FileInput, rules: readonly Rule[]): Promise<CheckedFile> {
  const context = await openFile(input.path, input.text, input.package);
  const problems: string[] = [];
  const guard = (ruleId: string, run: () => void): boolean => {
    try {
      run();
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      problems.push(`The rule ${ruleId} failed here: ${message}`);
      return false;
    }
  };

  const reports: { rule: FileRule; report: Report }[] = [];
  const facts = new Map<string, unknown[]>();
  const active: Active[] = [];
  for (const rule of rulesFor(context, rules)) {
    guard(rule.id, () => {
      const visitors =
        rule.scope === 'file'
          ? rule.check(context, (report) => reports.push({ rule, report }))
          : rule.collect(context, (fact) => facts.set(rule.id, [...(facts.get(rule.id) ?? []), fact]));
      active.push({ rule, visitors });
    });
  }
  for (const { rule, visitors } of active) guard(rule.id, () => visitors.text?.());
  visitEntries(context, active, guard);
  visitDockerfile(context, active, guard);
  visitNodes(context, active, guard);

  const { syntaxError } = context;
  if (syntaxError) {
    const { line } = context.lines.positionAt(syntaxError.offset);
    problems.unshift(
      `Does not parse (line ${line}: ${syntaxError.message}); what could be read was checked.`,
    );
  }
  const comments = suppressionsIn(context);
  return { context, located: locate(context, reports, comments, input.today), facts, comments, problems };
}

/** The rules whose language and keywords are in a file. */
function rulesFor(context: OpenFile, rules: readonly Rule[]): readonly Rule[] {
  let lower: string | undefined;
  return rules.filter(({ languages, keywords }) => {
    if (!languages.includes(context.language)) return false;
    if (!keywords) return true;
    lower ??= context.text.toLowerCase();
    return keywords.some((keyword) => lower?.includes(keyword));
  });
}
