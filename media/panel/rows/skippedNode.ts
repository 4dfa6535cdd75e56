import type { PanelFolder } from '../state/panelState.ts';
import { leaf, type TreeNode } from './treeNode.ts';
import { uniqueKeys } from './uniqueKeys.ts';

/** The files that were not scanned, and why: silence would look like clean. */
export function skippedNode({ uri, skipped }: PanelFolder): TreeNode[] {
  const total = skipped.length;
  if (total === 0) return [];
  const key = `${uri}|skipped`;
  const unique = uniqueKeys();
  return [
    {
      key,
      item: { kind: 'group', group: 'skipped', done: 0, open: 0, total },
      children: skipped.map((entry) =>
        leaf(unique(`${key}|${entry.file}`), { kind: 'skipped', folder: uri, skipped: entry }),
      ),
      open: false,
    },
  ];
}
