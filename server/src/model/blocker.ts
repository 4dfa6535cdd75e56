import type { Range } from './position.ts';
import type { Category, EffortUnit, Priority, Status, StepKind, StepState, Verdict } from './vocabulary.ts';

/** Estimated work; `min` equals `max` where the document gives one number. */
export interface Effort {
  readonly min: number;
  readonly max: number;
  readonly unit: EffortUnit;
}

/** A place in the code that a blocker names. */
export interface BlockerLocation {
  /** Relative to the root, with forward slashes; a directory ends in a slash. */
  readonly file: string;
  /** First line, from 1. */
  readonly startLine?: number;
  /** Last line, from 1, inclusive: documents write `20-25` for six lines. */
  readonly endLine?: number;
  readonly note?: string;
  readonly verdict: Verdict;
  /** Where the code stands now, when the verdict is `moved`: `path` or `path:line`. */
  readonly movedTo?: string;
  /** Of the location's text in the document. */
  readonly range: Range;
}

/** One thing to do or see before a blocker counts as verified. */
export interface VerificationStep {
  readonly text: string;
  readonly kind: StepKind;
  readonly state: StepState;
  readonly by?: string;
  /** YYYY-MM-DD. */
  readonly at?: string;
  readonly evidence?: string;
  /** Of the step's item in the document. */
  readonly range: Range;
}

/** On what terms a risk is accepted, as far as the document says. In force while the status is accepted, and until its last day. */
export interface RiskAcceptance {
  /** The whole sentence: `accept until 2026-06-30, approved by lee on 2026-01-20`. */
  readonly decision?: string;
  /** The last day, YYYY-MM-DD. */
  readonly until?: string;
  readonly by?: string;
  /** When it was accepted, YYYY-MM-DD. */
  readonly at?: string;
  readonly likelihood?: string;
  readonly impact?: string;
  readonly overall?: string;
  readonly reason?: string;
  readonly mitigation?: string;
  readonly rollback?: string;
  /** When somebody ended it before its last day, YYYY-MM-DD. */
  readonly ended?: string;
}

/** A claim in the tracking document that something stands in the way of production. */
export interface Blocker {
  readonly id: string;
  /** The heading's text, less id and priority. */
  readonly name: string;
  /** The Title field: a second, longer text. */
  readonly title?: string;
  readonly description?: string;
  readonly impact?: string;
  readonly priority: Priority;
  readonly category: Category;
  readonly status: Status;
  /** Id of the rule that sees this blocker in the code. */
  readonly rule?: string;
  readonly owner?: string;
  readonly effort?: Effort;
  readonly locations: readonly BlockerLocation[];
  readonly verification: readonly VerificationStep[];
  readonly acceptance?: RiskAcceptance;
  /** Of the whole entry in the document, from its heading to its last line. */
  readonly range: Range;
}

/** Something in the tracking document that a person would want to know. */
export interface DocumentProblem {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly range: Range;
}

/** A tracking document as it was read. */
export interface TrackingDocument {
  readonly blockers: readonly Blocker[];
  readonly problems: readonly DocumentProblem[];
}
