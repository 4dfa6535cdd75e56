import type { DocumentProblem } from '../../model/index.ts';
import type { DocumentSyntax } from '../documentSyntax.ts';
import type { EditResult } from '../editResult.ts';
import type { Span } from '../span.ts';

/** What puts a problem right. Computed only when it is chosen. */
export interface ProblemFix {
  readonly title: string;
  edits(): EditResult;
}

/** Something in the document that a person would want to know, and what can be done about it. */
export interface Problem extends DocumentProblem {
  readonly fixes: readonly ProblemFix[];
}

/** What decides beside the document itself. A check that lacks it says nothing. */
export interface ProblemFacts {
  /** YYYY-MM-DD. */
  readonly today?: string;
  /** After so many days without an update the document counts as neglected; 0 says never. */
  readonly maxAgeDays?: number;
}

/** Looks for one kind of problem. Never throws. */
export type Check = (syntax: DocumentSyntax, facts: ProblemFacts) => readonly Problem[];

export const problemAt = (
  { source }: DocumentSyntax,
  span: Span,
  problem: Pick<DocumentProblem, 'code' | 'severity' | 'message'>,
  fixes: readonly ProblemFix[] = [],
): Problem => ({ ...problem, range: source.rangeOf(span), fixes });

/** `1 step`, `2 steps`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** `location, impact and owner`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
