import { applyEdits } from '../languages/applyEdits.ts';
import type { HistoryMetrics } from '../model/index.ts';
import { computedValues, statesOf, valueEdits } from './computed/index.ts';
import { readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import { updatedField } from './updatedField.ts';

/** What a refresh knows beside the document itself. */
export interface RefreshFacts {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Undefined where the document's history is not known: its metrics stay as they are then. */
  readonly metrics?: HistoryMetrics | undefined;
}

/**
 * The edits that make every computed value right: counts, readiness, risk levels, metrics; and where any was
 * not, the day of the last update. A document in which all is right is not touched.
 */
export function refresh(text: string, { today, metrics }: RefreshFacts): EditResult {
  const syntax = readDocumentSyntax(text);
  if (syntax.conflict) return { refused: 'The document holds a merge conflict; resolve it first.' };
  const values = valueEdits(syntax, computedValues(syntax), { blockers: statesOf(syntax, today), metrics });
  if (values.length === 0) return [];
  const updated = updatedField(syntax);
  const edits = [
    ...values,
    ...(updated && updated.day !== today ? [{ ...updated.span, newText: today }] : []),
  ].map(syntax.source.editOf);
  const same = (one: ReturnType<typeof readDocumentSyntax>): string =>
    JSON.stringify(one.blockers.map(({ id, name, status, priority }) => [id, name, status, priority]));
  return same(readDocumentSyntax(applyEdits(text, edits))) === same(syntax)
    ? edits
    : { refused: "The document stands in a form in which its values can't be written safely." };
}
