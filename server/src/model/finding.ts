import type { Range } from './position.ts';
import type { Category, Confidence, Priority } from './vocabulary.ts';

/** Another place that belongs to a finding. */
export interface RelatedLocation {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

/** Why a finding does not count. Suppressed findings are listed, never dropped. */
export interface Suppression {
  readonly kind: 'comment' | 'config' | 'accepted' | 'baseline';
  readonly reason: string;
  /** Last day of an acceptance, YYYY-MM-DD. */
  readonly until?: string;
}

/** One place where a rule found a blocker: plain data, the same in editor, panel, command line and JSON. */
export interface Finding {
  readonly ruleId: string;
  readonly priority: Priority;
  readonly category: Category;
  readonly confidence: Confidence;
  /** One or two sentences; never holds a secret's value. */
  readonly message: string;
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly range: Range;
  /** Stable while lines move; made from the syntax around the finding with literals masked. */
  readonly fingerprint: string;
  /** Titles of the fixes that can be applied here. */
  readonly fixes: readonly string[];
  readonly related: readonly RelatedLocation[];
  /** Id of the tracked blocker that covers this finding. */
  readonly blocker?: string;
  readonly suppressed?: Suppression;
}

/** A file that was not scanned, or not wholly, and why, in one sentence. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}
