import type { Blocker, BlockerLocation } from '../../../server/src/model/blocker.ts';
import type { Finding } from '../../../server/src/model/finding.ts';
import type { BlockerItem, Tracked } from './item.ts';
import { leaf, type TreeNode } from './treeNode.ts';
import { uniqueKeys } from './uniqueKeys.ts';

/** A tree's node that is known to be a blocker. */
export type BlockerNode = TreeNode & { readonly item: BlockerItem };

/** A blocker with the places its document names, the places the document doesn't name yet, and its steps. */
export function blockerNode(key: string, tracked: Tracked, findings: readonly Finding[]): BlockerNode {
  const { folder, blocker } = tracked;
  const unique = uniqueKeys();
  const locations = blocker.locations.map((location) =>
    leaf(unique(`${key}|at:${location.file}:${location.startLine ?? ''}`), {
      kind: 'location',
      ...tracked,
      location,
    }),
  );
  const found = findings
    .filter((finding) => !isNamed(blocker, finding))
    .map((finding) =>
      leaf(unique(`${key}|found:${finding.fingerprint}`), { kind: 'finding', folder, finding }),
    );
  const steps = blocker.verification.map((step, index) =>
    leaf(`${key}|step:${index}`, { kind: 'step', ...tracked, step, index }),
  );
  return {
    key,
    item: { kind: 'blocker', ...tracked },
    children: [...locations, ...found, ...steps],
    open: false,
  };
}

const isNamed = (blocker: Blocker, finding: Finding): boolean =>
  blocker.locations.some((location) => names(location, finding));

function names({ file, startLine, endLine, movedTo }: BlockerLocation, finding: Finding): boolean {
  const { line } = finding.range.start;
  if (movedTo === `${finding.file}:${line}`) return true;
  return (
    file === finding.file && startLine !== undefined && line >= startLine && line <= (endLine ?? startLine)
  );
}
