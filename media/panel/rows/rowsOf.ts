import type { View } from '../state/view.ts';
import { isFiltering } from '../state/view.ts';
import { filtered } from './filtered.ts';
import type { Row } from './row.ts';
import type { TreeNode } from './treeNode.ts';

/** The part of the view that decides which rows there are. */
export type RowsView = Pick<View, 'toggled' | 'filter' | 'filterToggled'>;

/** The tree laid flat: the rows that are open to be seen, from top to bottom. */
export function rowsOf(tree: readonly TreeNode[], view: RowsView): Row[] {
  const filtering = isFiltering(view);
  const toggled = filtering ? view.filterToggled : view.toggled;
  const rows: Row[] = [];
  const add = (nodes: readonly TreeNode[], level: number, parent: number): void => {
    for (const [index, { key, item, children, open }] of nodes.entries()) {
      const row = { key, item, level, setSize: nodes.length, posInSet: index + 1, parent };
      if (children.length === 0) {
        rows.push(row);
        continue;
      }
      const expanded = toggled.get(key) ?? open;
      rows.push({ ...row, expanded });
      if (expanded) add(children, level + 1, rows.length - 1);
    }
  };
  add(filtering ? filtered(tree, view.filter) : tree, 1, -1);
  return rows;
}
