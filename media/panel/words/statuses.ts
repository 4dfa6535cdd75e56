import type { Blocker } from '../../../server/src/model/blocker.ts';
import type { Status } from '../../../server/src/model/vocabulary.ts';
import { isRegressed } from '../rows/regressed.ts';

/** A word and a shape that say the same; `tone` is a colour that says it once more. */
export interface Sign {
  readonly word: string;
  /** Name of a codicon. */
  readonly icon: string;
  readonly tone: 'priority' | 'good' | 'quiet' | 'warning' | 'bad';
}

const signs: Readonly<Record<Status, Sign>> = {
  open: { word: 'open', icon: 'error', tone: 'priority' },
  'in-progress': { word: 'in progress', icon: 'clockface', tone: 'priority' },
  'in-review': { word: 'in review', icon: 'eye', tone: 'priority' },
  fixed: { word: 'fixed, not verified', icon: 'pass', tone: 'priority' },
  verified: { word: 'verified', icon: 'verified-filled', tone: 'good' },
  accepted: { word: 'accepted', icon: 'flag', tone: 'quiet' },
  deferred: { word: 'deferred', icon: 'debug-pause', tone: 'quiet' },
  dismissed: { word: 'dismissed', icon: 'circle-slash', tone: 'quiet' },
};

const regressed: Sign = { word: 'regressed', icon: 'issue-reopened', tone: 'bad' };

export const statusSign = (blocker: Blocker): Sign =>
  isRegressed(blocker) ? regressed : signs[blocker.status];
