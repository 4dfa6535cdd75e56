import type { PanelFolder, PanelState } from '../state/panelState.ts';
import { isPriority } from '../words/groups.ts';
import { blockerNodes } from './blockerNodes.ts';
import { countedFindings } from './countedFindings.ts';
import { groupBy } from './groupBy.ts';
import { fixedNode, priorityNodes } from './priorityNodes.ts';
import { skippedNode } from './skippedNode.ts';
import type { TreeNode } from './treeNode.ts';
import { untrackedNode } from './untrackedNode.ts';

/** Titles by rule id; where one is missing, the id stands for it. */
export type RuleTitles = Readonly<Record<string, string>>;

/** Everything the panel can show, as a tree. A single folder needs no row of its own. */
export function treeOf(state: PanelState, titles: RuleTitles): readonly TreeNode[] {
  const folders = state.folders.map((folder) => folderNode(folder, titles));
  return folders.length === 1 ? folders.flatMap(({ children }) => children) : folders;
}

function folderNode(folder: PanelFolder, titles: RuleTitles): TreeNode {
  const byBlocker = groupBy(countedFindings(folder), ({ blocker }) => blocker);
  const blockers = blockerNodes(folder, byBlocker);
  const children = [
    ...priorityNodes(folder.uri, blockers),
    ...untrackedNode(folder.uri, byBlocker.get(undefined) ?? [], titles),
    ...fixedNode(folder.uri, blockers),
    ...skippedNode(folder),
  ];
  return {
    key: folder.uri,
    item: { kind: 'folder', name: folder.name, open: openBlockers(children) },
    children,
    open: true,
  };
}

const openBlockers = (groups: readonly TreeNode[]): number =>
  groups.reduce(
    (sum, { item }) => (item.kind === 'group' && isPriority(item.group) ? sum + item.open : sum),
    0,
  );
