import { isDeepStrictEqual } from 'node:util';
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

/**
 * Keeps what project rules collected, by file, and concludes from it. Most edits change nothing of what a file says
 * about the project: a rule concludes anew only when the facts of a file did.
 */
export class ProjectFindings {
  readonly #rules: readonly ProjectRule[];
  readonly #files = new Map<string, KnownFile>();
  /** What each rule reported when it last concluded; none for a rule whose facts have changed since. */
  readonly #reports = new Map<string, readonly ProjectReport[]>();
  #concluded: ReadonlyMap<string, readonly Concluded[]> = new Map();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules.filter((rule) => rule.scope === 'project');
  }

  /** Takes what a file says now; undefined for a file that is gone or not looked at. */
  put(path: string, checked: CheckedFile | undefined): void {
    const before = this.#files.get(path);
    if (!checked || checked.facts.size === 0) {
      this.#files.delete(path);
      this.#forgetReports(before, undefined);
      return;
    }
    const { context, facts, policy } = checked;
    const now: KnownFile = { package: context.package, facts, policy };
    this.#files.set(path, now);
    this.#forgetReports(before, now);
  }

  /** Forgets every file that a full scan no longer came by. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.#files.keys()) if (!paths.has(path)) this.put(path, undefined);
  }

  /** Forgets what those rules reported to which a file says something else than before. */
  #forgetReports(before: KnownFile | undefined, now: KnownFile | undefined): void {
    const samePackage = isDeepStrictEqual(before?.package, now?.package);
    for (const id of new Set([...(before?.facts.keys() ?? []), ...(now?.facts.keys() ?? [])])) {
      if (!this.#reports.has(id)) continue;
      if (!samePackage || !isDeepStrictEqual(before?.facts.get(id), now?.facts.get(id)))
        this.#reports.delete(id);
    }
  }

  of(path: string): readonly Concluded[] {
    return this.#concluded.get(path) ?? [];
  }

  /** Concludes from all facts. Returns the files whose findings became others. A rule that throws is told. */
  conclude(onProblem: (message: string) => void): ReadonlySet<string> {
    const before = this.#concluded;
    const after = new Map<string, Concluded[]>();
    let sorted: readonly string[] | undefined;
    for (const rule of this.#rules) {
      try {
        let reports = this.#reports.get(rule.id);
        if (!reports) {
          sorted ??= [...this.#files.keys()].sort();
          reports = this.#reportsOf(rule, sorted);
          this.#reports.set(rule.id, reports);
        }
        for (const concluded of this.#findings(rule, reports)) {
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

  #reportsOf(rule: ProjectRule, paths: readonly string[]): readonly ProjectReport[] {
    const files: FileFacts<unknown>[] = paths.flatMap((file) => {
      const known = this.#files.get(file);
      const facts = known?.facts.get(rule.id);
      return known && facts ? [{ file, package: known.package, facts }] : [];
    });
    const reports: ProjectReport[] = [];
    rule.conclude(files, (report) => reports.push(report));
    return reports;
  }

  /** The policy of a file may change without its facts: what was reported is judged each time. */
  #findings(rule: ProjectRule, reports: readonly ProjectReport[]): Concluded[] {
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
