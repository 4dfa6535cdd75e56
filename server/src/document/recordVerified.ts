import { editsBetween } from '../engine/editsBetween.ts';
import { applyEdits } from '../languages/applyEdits.ts';
import type { Status } from '../model/index.ts';
import type { EditResult } from './editResult.ts';
import { setStatus } from './setStatus.ts';
import { tickStep } from './tickStep.ts';

/** What is written down when the code was seen to be clean. */
export interface VerifiedRecord {
  /** Indexes into the blocker's steps, from 0: these the code has shown. */
  readonly steps: readonly number[];
  /** Its new status; undefined leaves it. */
  readonly status?: Status | undefined;
  /** YYYY-MM-DD. */
  readonly at: string;
}

/** The edits that tick steps with `(code, <day>)` and set a blocker's status, all of them or none. */
export function recordVerified(
  text: string,
  blocker: string,
  { steps, status, at }: VerifiedRecord,
): EditResult {
  let now = text;
  const changes = [
    ...steps.map(
      (step) => (before: string) => tickStep(before, blocker, step, { done: true, by: 'code', at }),
    ),
    ...(status ? [(before: string) => setStatus(before, blocker, status, { at })] : []),
  ];
  for (const change of changes) {
    const edits = change(now);
    if ('refused' in edits) return edits;
    now = applyEdits(now, edits);
  }
  return editsBetween(text, now);
}
