import type { AcceptanceLevel } from '../model/index.ts';
import type { BlockerSyntax } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import type { NewField } from './newFields.ts';
import type { SpanEdit } from './source.ts';

export const dismissalReasons = ['false-positive', 'wont-fix', 'used-in-tests'] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

/** Why a blocker is dismissed, accepted or deferred, and who says so. */
export interface StatusReason {
  /** In the person's own words; needed for the three. */
  readonly reason?: string;
  /** Needed for dismissing, where the reason does not start with it. */
  readonly dismissal?: DismissalReason;
  /** Who accepts the risk. */
  readonly by?: string;
  /** When, YYYY-MM-DD. */
  readonly at?: string;
  /** Last day of the acceptance, YYYY-MM-DD. */
  readonly until?: string;
  /** How an accepted risk is judged, where somebody did. */
  readonly likelihood?: AcceptanceLevel;
  readonly impact?: AcceptanceLevel;
  readonly overall?: AcceptanceLevel;
  /** What makes it smaller meanwhile, and the way back. */
  readonly mitigation?: string;
  readonly rollback?: string;
}

/** What is written beside the status word. */
export interface StatusRecord {
  readonly fields: readonly NewField[];
  readonly edits: readonly SpanEdit[];
  /** Whether the changed document says what was meant. */
  holds?(after: DocumentSyntax, blocker: BlockerSyntax): boolean;
}

export const oneLine = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
