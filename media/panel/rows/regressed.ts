import type { Blocker } from '../../../server/src/model/blocker.ts';
import { isDone, isOpen } from '../../../server/src/model/vocabulary.ts';

/** A blocker that was said to be fixed and is back in the code. */
export const isRegressed = (blocker: Blocker): boolean =>
  (blocker.status === 'fixed' || blocker.status === 'verified') &&
  blocker.locations.some(({ verdict }) => verdict === 'regressed');

/** Whether it stands in the way: a regressed blocker is open again, whatever its document says. */
export const countsAsOpen = (blocker: Blocker): boolean => isOpen(blocker.status) || isRegressed(blocker);

/** Whether nothing is left to do. */
export const countsAsDone = (blocker: Blocker): boolean => isDone(blocker.status) && !isRegressed(blocker);
