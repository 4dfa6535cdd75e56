/**
 * The words that findings, documents, panel and command line share.
 * Each list is in the order in which people expect to read it.
 */

export const priorities = ['P0', 'P1', 'P2', 'P3'] as const;
/** P0 blocks production, P1 should be fixed before, P2 can follow launch, P3 is low (documents only). */
export type Priority = (typeof priorities)[number];

export const categories = [
  'security',
  'stability',
  'performance',
  'data-integrity',
  'operations',
  'user-experience',
] as const;
export type Category = (typeof categories)[number];

export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

export const statuses = [
  'open',
  'in-progress',
  'in-review',
  'fixed',
  'verified',
  'accepted',
  'deferred',
  'dismissed',
] as const;
export type Status = (typeof statuses)[number];

export const verdicts = [
  'reproduced',
  'moved',
  'not-reproduced',
  'missing',
  'manual',
  'regressed',
  'unchecked',
] as const;
/** What checking a location that a document claims against the code gave. */
export type Verdict = (typeof verdicts)[number];

export const stepKinds = ['code', 'command', 'report', 'manual'] as const;
export type StepKind = (typeof stepKinds)[number];

export const stepStates = ['passed', 'failed', 'unknown', 'skipped'] as const;
/** `unknown` is never a pass. */
export type StepState = (typeof stepStates)[number];

export const effortUnits = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;
export type EffortUnit = (typeof effortUnits)[number];

export const acceptanceLevels = ['low', 'medium', 'high'] as const;
/** How likely an accepted risk is, how bad, and both together. */
export type AcceptanceLevel = (typeof acceptanceLevels)[number];

/** Statuses that count as open for counts, gate and readiness: `fixed` is a claim until it is verified. */
const openStatuses: ReadonlySet<Status> = new Set(['open', 'in-progress', 'in-review', 'fixed']);
export const isOpen = (status: Status): boolean => openStatuses.has(status);

/** Statuses after which nothing is left to do; `deferred` is neither open nor done. */
const doneStatuses: ReadonlySet<Status> = new Set(['verified', 'accepted', 'dismissed']);
export const isDone = (status: Status): boolean => doneStatuses.has(status);
