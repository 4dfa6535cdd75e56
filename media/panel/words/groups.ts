import { type Priority, priorities } from '../../../server/src/model/vocabulary.ts';
import type { GroupId } from '../rows/item.ts';

/** What the groups are called. */
export const groupNames: Readonly<Record<GroupId, string>> = {
  P0: 'P0 Critical',
  P1: 'P1 High',
  P2: 'P2 Medium',
  P3: 'P3 Low',
  untracked: 'Not tracked',
  fixed: 'Recently fixed',
  skipped: 'Not scanned',
};

/** What each group holds, for its hover. */
export const groupMeanings: Readonly<Record<GroupId, string>> = {
  P0: 'Blocks production',
  P1: 'Should be fixed before production',
  P2: 'Can follow launch',
  P3: 'Low',
  untracked: 'Found in the code and covered by no blocker of the tracking document',
  fixed: 'Fixed, and the fix was verified',
  skipped: 'Files that were not scanned, or not wholly',
};

export const isPriority = (group: GroupId): group is Priority =>
  (priorities as readonly string[]).includes(group);
