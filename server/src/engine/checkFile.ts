import type { PackageFacts } from '../analysis/packageFacts.ts';
import type { EffectiveConfiguration } from '../configuration/effective.ts';
import type { FileRule, Report, Rule } from '../rules/rule.ts';
import { type OpenFile, openFile } from './fileContext.ts';
import { keywordGateOf } from './keywordGate.ts';
import { type Located, locate, suppressionsIn } from './locate.ts';
import { isOn, type Policy } from './policy.ts';
import { type Active, type Guard, visitEntries, visitNodes, visitWholes } from './visit.ts';

/** What checking one file gave. */
export interface CheckedFile {
  readonly context: OpenFile;
  /** What file rules found, in the order of their places. */
  readonly located: readonly Located[];
  /** What project rules collected, by the rule's id. Plain data. */
  readonly facts: ReadonlyMap<string, readonly unknown[]>;
  readonly policy: Policy;
  /** What went wrong on the way, in sentences; the rest of the file was checked all the same. */
  readonly problems: readonly string[];
}

export interface FileInput {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly package: PackageFacts;
  readonly policy: Omit<Policy, 'comments'>;
}

/** Runs all rules over one file: one parse, one walk. Never throws; a rule that does is left out and told. */
export async function checkFile(input: FileInput, rules: readonly Rule[]): Promise<CheckedFile> {
  const context = await openFile(input.path, input.text, input.package);
  const problems: string[] = [];
  const onFailure = (ruleId: string, error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    problems.push(`The rule ${ruleId} failed here: ${message}`);
  };
  const guard = (ruleId: string, run: () => void): boolean => {
    try {
      run();
      return true;
    } catch (error) {
      onFailure(ruleId, error);
      return false;
    }
  };

  const reports: { rule: FileRule; report: Report }[] = [];
  const facts = new Map<string, unknown[]>();
  const collected = (ruleId: string): unknown[] => {
    const known = facts.get(ruleId);
    if (known) return known;
    const list: unknown[] = [];
    facts.set(ruleId, list);
    return list;
  };
  const active: Active[] = [];
  for (const rule of rulesFor(context, rules, input.policy.configuration)) {
    guard(rule.id, () => {
      const visitors =
        rule.scope === 'file'
          ? rule.check(context, (report) => reports.push({ rule, report }))
          : rule.collect(context, (fact) => collected(rule.id).push(fact));
      active.push({ rule, visitors });
    });
  }
  visitWholes(context, active, guard);
  visitEntries(context, active, guard);
  visitNodes(context, active, onFailure);

  const { syntaxError } = context;
  if (syntaxError) {
    const { line } = context.lines.positionAt(syntaxError.offset);
    problems.unshift(
      `Does not parse (line ${line}: ${syntaxError.message}); what could be read was checked.`,
    );
  }
  const policy = { ...input.policy, comments: suppressionsIn(context) };
  const located = locate(context, reports, policy);
  located.push(...reviewed(context, { rules, located, policy, guard }));
  return { context, located: located.sort(byPlace), facts, policy, problems };
}

/** What the rules say that judge what all found. */
function reviewed(
  context: OpenFile,
  all: { rules: readonly Rule[]; located: readonly Located[]; policy: Policy; guard: Guard },
): Located[] {
  const { rules, located, policy, guard } = all;
  if (policy.comments.length === 0) return [];
  const ran = rules.filter(
    (rule) =>
      rule.scope === 'file' && rule.languages.includes(context.language) && isOn(rule, policy.configuration),
  );
  const outcome = {
    findings: located.map(({ finding }) => finding),
    comments: policy.comments,
    ran: new Set(ran.map(({ id }) => id)),
  };
  const reports: { rule: FileRule; report: Report }[] = [];
  for (const rule of ran) {
    if (rule.scope !== 'file' || !rule.afterAll) continue;
    guard(rule.id, () => rule.afterAll?.(context, outcome, (report) => reports.push({ rule, report })));
  }
  return locate(context, reports, policy);
}

const byPlace = (a: Located, b: Located): number =>
  a.report.start - b.report.start || a.report.end - b.report.end;

/** The rules that are on for a file, and whose language and keywords are in it. */
function rulesFor(
  context: OpenFile,
  rules: readonly Rule[],
  configuration: EffectiveConfiguration,
): readonly Rule[] {
  let mayBe: ReadonlySet<Rule> | undefined;
  return rules.filter((rule) => {
    if (!rule.languages.includes(context.language) || !isOn(rule, configuration)) return false;
    mayBe ??= keywordGateOf(rules).open(context.text);
    return mayBe.has(rule);
  });
}
