import type { Priority } from '../../model/vocabulary.ts';
import { readCounts } from '../counts.ts';
import { type BlockerState, countsAsOpen } from './blockerState.ts';
import type { ComputedField } from './computedValue.ts';

/** How many blockers of a priority are open; an acceptance that is past counts as open. */
export const countOpen = (blockers: readonly BlockerState[], priority: Priority): number =>
  blockers.filter((one) => one.priority === priority && countsAsOpen(one)).length;

/** `- **Critical Blockers (P0):** 12`: how many are open. */
export const countField: ComputedField = (text, field) =>
  readCounts(text, [field]).map(({ priority, span }) => ({
    kind: 'count',
    field,
    span,
    compute: ({ blockers }) => String(countOpen(blockers, priority)),
  }));
