import { priorities } from '../../../server/src/model/vocabulary.ts';
import type { BlockerNode } from './blockerNode.ts';
import { countsAsDone, countsAsOpen } from './regressed.ts';
import type { TreeNode } from './treeNode.ts';

/** One group a priority that the documents use. What was verified counts here and is listed apart. */
export const priorityNodes = (folder: string, blockers: readonly BlockerNode[]): TreeNode[] =>
  priorities.flatMap((priority) => {
    const nodes = blockers.filter(({ item }) => item.blocker.priority === priority);
    if (nodes.length === 0) return [];
    return [
      {
        key: `${folder}|${priority}`,
        item: {
          kind: 'group',
          group: priority,
          done: nodes.filter(({ item }) => countsAsDone(item.blocker)).length,
          open: nodes.filter(({ item }) => countsAsOpen(item.blocker)).length,
          total: nodes.length,
        },
        children: nodes.filter((node) => !isFixed(node)),
        open: priority === 'P0',
      },
    ];
  });

/** The group of what was verified, where there is anything. */
export function fixedNode(folder: string, blockers: readonly BlockerNode[]): TreeNode[] {
  const children = blockers.filter(isFixed);
  const total = children.length;
  if (total === 0) return [];
  return [
    {
      key: `${folder}|fixed`,
      item: { kind: 'group', group: 'fixed', done: total, open: 0, total },
      children,
      open: false,
    },
  ];
}

const isFixed = ({ item: { blocker } }: BlockerNode): boolean =>
  blocker.status === 'verified' && countsAsDone(blocker);
