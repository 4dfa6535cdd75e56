import type { VerificationStep } from '../../../server/src/model/blocker.ts';
import { shortDate } from './plain.ts';

/** A step is done when it passed; `unknown` never is. */
export const isDoneStep = ({ state }: VerificationStep): boolean => state === 'passed';

/** The code itself decides a `code` step. */
export const canTick = ({ kind }: VerificationStep): boolean => kind !== 'code';

/** What stands at the row's end: who did it and when, else how it went wrong, else of which kind it is. */
export function stepNote({ state, kind, by, at }: VerificationStep): string {
  if (state === 'failed' || state === 'skipped') return state;
  const done = [by, at && shortDate(at)].filter(Boolean).join(', ');
  return state === 'passed' && done ? done : kind;
}

export const stepsDone = (steps: readonly VerificationStep[]): string =>
  `${steps.filter(isDoneStep).length}/${steps.length}`;
