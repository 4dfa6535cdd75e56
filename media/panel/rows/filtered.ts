import { filterWords, hasAll } from './filterWords.ts';
import { searchText } from './searchText.ts';
import type { TreeNode } from './treeNode.ts';

/** What is left of a tree: what matches with all that is under it, and the way to it. */
export function filtered(tree: readonly TreeNode[], filter: string): readonly TreeNode[] {
  const words = filterWords(filter);
  return words.length === 0 ? tree : tree.flatMap((node) => left(node, words));
}

function left(node: TreeNode, words: readonly string[]): TreeNode[] {
  if (hasAll(searchText(node.item), words)) return [node];
  const children = node.children.flatMap((child) => left(child, words));
  return children.length === 0 ? [] : [{ ...node, children, open: true }];
}

/** How many blockers and untracked findings a tree holds. */
export const countEntries = (tree: readonly TreeNode[]): number =>
  tree.reduce((sum, { item, children }) => {
    if (item.kind === 'blocker' || item.kind === 'finding') return sum + 1;
    return sum + countEntries(children);
  }, 0);
