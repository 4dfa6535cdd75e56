import { readCounts } from '../counts.ts';
import { countsAsOpen } from './blockerState.ts';
import type { ComputedField } from './computedValue.ts';

/** `- **Critical Blockers (P0):** 12`: how many are open. */
export const countField: ComputedField = (text, field) =>
  readCounts(text, [field]).map(({ priority, span }) => ({
    kind: 'count',
    field,
    span,
    compute: ({ blockers }) =>
      String(blockers.filter((one) => one.priority === priority && countsAsOpen(one)).length),
  }));
