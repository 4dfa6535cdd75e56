import type { Finding } from '../../../server/src/model/finding.ts';
import type { PanelFolder } from '../state/panelState.ts';
import { type BlockerNode, blockerNode } from './blockerNode.ts';
import { uniqueKeys } from './uniqueKeys.ts';

/** Every blocker of a folder's documents, in their order, with the findings that it covers. */
export function blockerNodes(
  folder: PanelFolder,
  findings: ReadonlyMap<string | undefined, readonly Finding[]>,
): BlockerNode[] {
  const unique = uniqueKeys();
  return folder.documents.flatMap((document) =>
    document.blockers.map((blocker) => {
      const key = unique(`${document.uri}#${blocker.id}`);
      return blockerNode(key, { folder: folder.uri, document, blocker }, findings.get(blocker.id) ?? []);
    }),
  );
}
