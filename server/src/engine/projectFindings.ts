import type { PackageFacts } from '../analysis/packageFacts.ts';
import type { Finding } from '../model/index.ts';
import type { FileFacts, ProjectReport, ProjectRule, Rule } from '../rules/rule.ts';
import type { CheckedFile } from './checkFile.ts';
import { fingerprintOf } from './fingerprint.ts';
import { isOn, type Policy, underPolicy } from './policy.ts';

/** What project rules know of one file. */
interface KnownFile {
  readonly package: PackageFacts;
  readonly facts: CheckedFile['facts'];
  readonly policy: Policy;
}

/** A project rule's finding with what its fixes start from. */
export interface Concluded {
  readonly rule: ProjectRule;
  readonly report: ProjectReport;
  readonly finding: Finding;
}

/** Keeps what project rules collected, by file, and concludes from it. */
export class ProjectFindings {
  readonly #rules: readonly ProjectRule[];
  readonly #files = new Map<string, KnownFile>();
  #concluded: ReadonlyMap<string, readonly Concluded[]> = new Map();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules.filter((rule) => rule.scope === 'project');
  }

  /** Takes what a file says now; undefined for a file that is gone or not looked at. */
  put(path: string, checked: CheckedFile | undefined): void {
    if (!checked || checked.facts.size === 0) this.#files.delete(path);
    else
      this.#files.set(path, {
        package: checked.context.package,
        facts: checked.facts,
        policy: checked.policy,
      });
  }

  /** Forgets every file that a full scan no longer came by. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.#files.keys()) if (!paths.has(path)) this.#files.delete(path);
  }

  of(path: string): readonly Concluded[] {
    return this.#concluded.get(path) ?? [];
  }

  /** Concludes anew from all facts. Returns the files whose findings became others. A rule that throws is told. */
  conclude(onProblem: (message: string) => void): ReadonlySet<string> {
    const before = this.#concluded;
    const after = new Map<string, Concluded[]>();
    const paths = [...this.#files.keys()].sort();
    for (const rule of this.#rules) {
      try {
        for (const concluded of this.#concludeRule(rule, paths)) {
          const { file } = concluded.finding;
          after.set(file, [...(after.get(file) ?? []), concluded]);
        }
      } catch (error) {
        onProblem(`The rule ${rule.id} failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    this.#concluded = after;
    const said = (concluded: readonly Concluded[] = []) =>
      JSON.stringify(concluded.map(({ finding }) => finding));
    const touched = new Set([...before.keys(), ...after.keys()]);
    return new Set([...touched].filter((path) => said(before.get(path)) !== said(after.get(path))));
  }

  #concludeRule(rule: ProjectRule, paths: readonly string[]): Concluded[] {
    const files: FileFacts<unknown>[] = paths.flatMap((file) => {
      const known = this.#files.get(file);
      const facts = known?.facts.get(rule.id);
      return known && facts ? [{ file, package: known.package, facts }] : [];
    });
    const reports: ProjectReport[] = [];
    rule.conclude(files, (report) => reports.push(report));
    const ordinals = new Map<string, number>();
    return reports.flatMap((report) => {
      const policy = this.#files.get(report.place.file)?.policy;
      if (!policy || !isOn(rule, policy.configuration)) return [];
      const finding = findingOf(rule, report, ordinals);
      return [{ rule, report, finding: underPolicy(finding, rule, policy) }];
    });
  }
}

function findingOf(rule: ProjectRule, report: ProjectReport, ordinals: Map<string, number>): Finding {
  const { file, range, context } = report.place;
  return {
    ruleId: rule.id,
    priority: report.priority ?? rule.priority,
    category: rule.category,
    confidence: report.confidence ?? rule.confidence,
    message: report.message,
    file,
    range,
    fingerprint: fingerprintOf(rule.id, file, context, ordinals),
    fixes: report.fixable === false ? [] : rule.fixes.map(({ title }) => title),
    related: (report.related ?? []).map(({ place, message }) => ({
      file: place.file,
      range: place.range,
      message,
    })),
  };
}
