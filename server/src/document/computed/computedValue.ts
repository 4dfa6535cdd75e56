import type { HistoryMetrics } from '../../model/index.ts';
import type { FieldSyntax } from '../fieldSyntax.ts';
import type { Span } from '../span.ts';
import type { BlockerState } from './blockerState.ts';

/** What computed values are computed from. */
export interface ComputedFrom {
  readonly blockers: readonly BlockerState[];
  /** From the document's history; undefined where that is not known. */
  readonly metrics?: HistoryMetrics | undefined;
}

/** A stretch of the document that says something computed. */
export interface ComputedValue {
  readonly kind: 'count' | 'readiness' | 'risk' | 'metric';
  readonly field: FieldSyntax;
  /** The part of the field's value that is computed; what stands around it is its author's. */
  readonly span: Span;
  /** What should stand there, written as it is; undefined where that is not known. */
  compute(from: ComputedFrom): string | undefined;
}

/** Finds what one kind of field says; nothing in all others. */
export type ComputedField = (text: string, field: FieldSyntax) => readonly ComputedValue[];
