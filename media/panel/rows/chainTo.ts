import type { Item } from './item.ts';
import type { TreeNode } from './treeNode.ts';

/** The way to the first thing that fits, from the top, itself last. Empty where nothing fits. */
export function chainTo(tree: readonly TreeNode[], fits: (item: Item) => boolean): readonly TreeNode[] {
  for (const node of tree) {
    if (fits(node.item)) return [node];
    const rest = chainTo(node.children, fits);
    if (rest.length > 0) return [node, ...rest];
  }
  return [];
}
