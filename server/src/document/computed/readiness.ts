import type { Priority } from '../../model/vocabulary.ts';
import { type BlockerState, countsAsDone } from './blockerState.ts';

/** What a blocker of each priority weighs. */
export const weights: Readonly<Record<Priority, number>> = { P0: 8, P1: 3, P2: 1, P3: 0.5 };

/** How much of what stood in the way is done, by weight. */
export interface Readiness {
  /** A whole number from 0 to 100, rounded down: 100 says that all is done. */
  readonly percent: number;
  /** Weight done, and of all; what is deferred is in neither. */
  readonly done: number;
  readonly total: number;
}

/**
 * The share of a blocker that is done. Being fixed, each verification step and being verified are one part
 * each, so that a claim earns its part and never the whole.
 */
function shareDone(state: BlockerState): number {
  if (countsAsDone(state)) return 1;
  const fixed = state.status === 'fixed' ? 1 : 0;
  return (fixed + state.passed) / (state.steps + 2);
}

/** Undefined where nothing counts. */
export function readinessOf(states: readonly BlockerState[]): Readiness | undefined {
  let done = 0;
  let total = 0;
  for (const state of states) {
    if (state.status === 'deferred') continue;
    const weight = weights[state.priority];
    total += weight;
    done += weight * shareDone(state);
  }
  return total === 0 ? undefined : { percent: Math.floor((100 * done) / total + 1e-9), done, total };
}
