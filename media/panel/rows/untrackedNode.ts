import type { Finding } from '../../../server/src/model/finding.ts';
import { groupBy } from './groupBy.ts';
import { leaf, type TreeNode } from './treeNode.ts';
import { uniqueKeys } from './uniqueKeys.ts';

/** What no blocker covers, by rule: the most urgent rules first, then by name. */
export function untrackedNode(
  folder: string,
  findings: readonly Finding[],
  titles: Readonly<Record<string, string>>,
): TreeNode[] {
  if (findings.length === 0) return [];
  const key = `${folder}|untracked`;
  const total = findings.length;
  const rules = [...groupBy(findings, ({ ruleId }) => ruleId)].map(([rule, found]) =>
    ruleNode(`${key}|${rule}`, folder, rule, titles[rule] ?? rule, found),
  );
  rules.sort(byUrgency);
  return [
    {
      key,
      item: { kind: 'group', group: 'untracked', done: 0, open: total, total },
      children: rules,
      open: true,
    },
  ];
}

function ruleNode(
  key: string,
  folder: string,
  rule: string,
  title: string,
  findings: readonly Finding[],
): TreeNode {
  const unique = uniqueKeys();
  const [priority = 'P3'] = findings.map((finding) => finding.priority).sort();
  return {
    key,
    item: { kind: 'rule', folder, rule, title, priority, count: findings.length },
    children: findings.map((finding) =>
      leaf(unique(`${key}|${finding.fingerprint}`), { kind: 'finding', folder, finding }),
    ),
    open: false,
  };
}

function byUrgency({ item: a }: TreeNode, { item: b }: TreeNode): number {
  if (a.kind !== 'rule' || b.kind !== 'rule') return 0;
  return a.priority.localeCompare(b.priority) || a.title.localeCompare(b.title);
}
