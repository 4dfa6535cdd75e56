import { type Effort, type Finding, type Priority, priorities } from '../../model/index.ts';

/** What of a rule a document says. */
export interface ScaffoldRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly effort: Effort;
  readonly verification: readonly string[];
}

/** Findings that are one blocker for a reader: of one rule, in one package. */
export interface FindingGroup {
  readonly rule: ScaffoldRule;
  readonly priority: Priority;
  /** Folder of the package; empty for the root's. */
  readonly folder: string;
  /** In the order of their places, at least one. */
  readonly findings: readonly [Finding, ...Finding[]];
}

const byPlace = (a: Finding, b: Finding): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start.line - b.range.start.line;

/** The findings that count, the most urgent first. `packages` are the folders with a manifest. */
export function groupFindings(
  findings: readonly Finding[],
  rules: readonly ScaffoldRule[],
  packages: readonly string[],
): FindingGroup[] {
  const deepest = packages.toSorted((a, b) => b.length - a.length);
  const folderOf = (file: string) =>
    deepest.find((folder) => folder === '' || file.startsWith(`${folder}/`)) ?? '';
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings.filter(({ suppressed }) => !suppressed).toSorted(byPlace)) {
    const rule = rules.find(({ id }) => id === finding.ruleId);
    if (!rule) continue;
    const folder = folderOf(finding.file);
    const key = `${finding.priority} ${rule.id} ${folder}`;
    const group = groups.get(key);
    groups.set(
      key,
      group
        ? { ...group, findings: [...group.findings, finding] }
        : { rule, priority: finding.priority, folder, findings: [finding] },
    );
  }
  // The rules' own order, which puts alike beside alike.
  const order = new Map(rules.map(({ id }, index) => [id, index]));
  return [...groups.values()].toSorted(
    (a, b) =>
      priorities.indexOf(a.priority) - priorities.indexOf(b.priority) ||
      (order.get(a.rule.id) ?? 0) - (order.get(b.rule.id) ?? 0) ||
      (a.folder < b.folder ? -1 : 1),
  );
}

/** So many places are read one by one; of more, the files are named, and of many files their folders. */
const mostPlaces = 20;

/** Where the findings of a group are, each place as an item of a list. */
export function placesOf({ findings }: FindingGroup): string[] {
  const places = [...new Set(findings.map(({ file, range }) => `\`/${file}:${range.start.line}\``))];
  if (places.length <= mostPlaces) return places;
  const files = tally(findings.map(({ file }) => file));
  if (files.size <= mostPlaces) {
    return [...files].map(([file, count]) => `\`/${file}\`${count > 1 ? ` (${count} places)` : ''}`);
  }
  const folders = tally(findings.map(({ file }) => file.slice(0, file.lastIndexOf('/') + 1) || file));
  return [...folders].map(([folder, count]) => `\`/${folder}\`${count > 1 ? ` (${count} places)` : ''}`);
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
