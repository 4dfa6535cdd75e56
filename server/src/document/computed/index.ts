import type { BlockerSyntax } from '../blockerSyntax.ts';
import type { DocumentSyntax } from '../documentSyntax.ts';
import type { SpanEdit } from '../source.ts';
import { slice } from '../span.ts';
import { type BlockerState, stateOf } from './blockerState.ts';
import type { ComputedField, ComputedFrom, ComputedValue } from './computedValue.ts';
import { countField } from './counts.ts';
import { fixedThisWeekField, fixedTotalField, fixTimeField } from './metricFields.ts';
import { readinessField } from './readinessField.ts';
import { riskField } from './riskField.ts';

const fields: readonly ComputedField[] = [
  countField,
  readinessField,
  riskField,
  fixTimeField,
  fixedThisWeekField,
  fixedTotalField,
];

/** Everything in a document that can be computed. */
export const computedValues = ({ source: { text }, otherFields }: DocumentSyntax): readonly ComputedValue[] =>
  otherFields.flatMap((field) => fields.flatMap((read) => read(text, field)));

/** The blockers as computed values see them. `today` is YYYY-MM-DD. */
export const statesOf = (syntax: DocumentSyntax, today?: string): readonly BlockerState[] =>
  syntax.blockers.map((blocker) => stateOf(syntax, blocker, today));

/** The edits that make values say what they are computed to be; one that is not known stays as it is. */
export const valueEdits = (
  { source: { text } }: DocumentSyntax,
  values: readonly ComputedValue[],
  from: ComputedFrom,
): SpanEdit[] =>
  values.flatMap(({ span, compute }) => {
    const newText = compute(from);
    return newText === undefined || newText === slice(text, span) ? [] : [{ ...span, newText }];
  });

/** A change of one blocker; `blocker` is undefined for one that is added. */
export interface Change {
  readonly blocker: BlockerSyntax | undefined;
  readonly to: Partial<BlockerState>;
}

/** What an added blocker is where the change does not say. */
const fresh: BlockerState = {
  priority: 'P0',
  category: 'operations',
  status: 'open',
  steps: 0,
  passed: 0,
  expired: false,
};

/**
 * The computed values that follow from a change. One that was wrong before is its author's to put right, by
 * hand or by a refresh.
 */
export function valuesFollowing(syntax: DocumentSyntax, { blocker, to }: Change, today?: string): SpanEdit[] {
  const values = computedValues(syntax);
  if (values.length === 0) return [];
  const before = statesOf(syntax, today);
  const right = values.filter(
    ({ span, compute }) => compute({ blockers: before }) === slice(syntax.source.text, span),
  );
  const after = blocker
    ? before.map((state, index) => (syntax.blockers[index] === blocker ? { ...state, ...to } : state))
    : [...before, { ...fresh, ...to }];
  return valueEdits(syntax, right, { blockers: after });
}
