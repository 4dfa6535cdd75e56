import { applyEdits } from '../../languages/applyEdits.ts';
import type { DocumentProblem, Position } from '../../model/index.ts';
import type { ReadinessPlan } from '../../model/readinessPlan.ts';
import { type DocumentSyntax, readDocumentSyntax } from '../documentSyntax.ts';
import type { EditResult } from '../editResult.ts';
import { planOf } from '../readReadinessPlan.ts';
import { acceptance } from './acceptance.ts';
import type { Check, Problem, ProblemFacts } from './check.ts';
import { countDiffers } from './countDiffers.ts';
import { damagedEncoding } from './damagedEncoding.ts';
import { fixedInPlace } from './fixedInPlace.ts';
import { duplicateId, missingId } from './ids.ts';
import { mergeConflict } from './mergeConflict.ts';
import { noBlockers } from './noBlockers.ts';
import { p0Incomplete } from './p0Incomplete.ts';
import { planContradicts } from './plan/index.ts';
import { readinessDiffers } from './readinessDiffers.ts';
import { nextStepDone, unknownReference } from './references.ts';
import { secretInDocument } from './secret.ts';
import { stale } from './stale.ts';
import { checklistDiffers, statusDiffers } from './status.ts';

export type { ProblemFacts } from './check.ts';

/** Which problem is meant: its code, and where it starts. */
export interface ProblemPlace {
  readonly code: string;
  readonly start: Position;
}

/** A tracking document, or one that says how its blockers are resolved and when to go: a plan lists none of its own. */
export type DocumentKind = 'tracker' | 'plan';

/** What is looked for in any document. */
const always: readonly Check[] = [mergeConflict, damagedEncoding, secretInDocument];

/** What is looked for in one that is of one mind: between two versions, everything seems to contradict itself. */
const inPlan: readonly Check[] = [planContradicts];
const inTracker: readonly Check[] = [
  noBlockers,
  duplicateId,
  missingId,
  countDiffers,
  readinessDiffers,
  statusDiffers,
  checklistDiffers,
  p0Incomplete,
  fixedInPlace,
  unknownReference,
  nextStepDone,
  acceptance,
  stale,
];

/** The problems with what puts them right. */
function fixableProblems(
  syntax: DocumentSyntax,
  facts: ProblemFacts,
  kind: DocumentKind,
): readonly Problem[] {
  if (kind === 'plan' && !isPlan(planOf(syntax))) return [];
  const ofKind = kind === 'plan' ? inPlan : [...inTracker, ...inPlan];
  return (syntax.conflict ? always : [...always, ...ofKind]).flatMap((check) => check(syntax, facts));
}

/** Any Markdown may have a table, and a list of steps: a plan has several of its parts. */
const isPlan = (plan: ReadinessPlan): boolean =>
  Object.values(plan).filter((part: readonly unknown[]) => part.length > 0).length >= 2;

/** What a person would want to know of the document, as plain data. */
export const findProblems = (
  syntax: DocumentSyntax,
  facts: ProblemFacts,
  kind: DocumentKind = 'tracker',
): DocumentProblem[] =>
  fixableProblems(syntax, facts, kind).map(({ code, severity, message, range }) => ({
    code,
    severity,
    message,
    range,
  }));

/** What can be done about each problem that something can be done about. */
export const fixesOf = (
  syntax: DocumentSyntax,
  facts: ProblemFacts,
  kind: DocumentKind = 'tracker',
): readonly (ProblemPlace & { titles: readonly string[] })[] =>
  fixableProblems(syntax, facts, kind).flatMap(({ code, range: { start }, fixes }) =>
    fixes.length === 0 ? [] : [{ code, start, titles: fixes.map(({ title }) => title) }],
  );

/** The edits that put a problem right. None may lose a blocker. */
export function fixProblem(
  text: string,
  facts: ProblemFacts,
  {
    code,
    start,
    title,
    kind = 'tracker',
  }: ProblemPlace & { readonly title: string; readonly kind?: DocumentKind },
): EditResult {
  const syntax = readDocumentSyntax(text);
  const found = fixableProblems(syntax, facts, kind).find(
    ({ code: of, range }) =>
      of === code && range.start.line === start.line && range.start.column === start.column,
  );
  const fix = found?.fixes.find((each) => each.title === title);
  if (!fix) return { refused: 'The problem is no longer there; nothing was changed.' };
  const edits = fix.edits();
  if ('refused' in edits) return edits;
  const after = readDocumentSyntax(applyEdits(text, edits)).blockers.length;
  return after === syntax.blockers.length
    ? edits
    : { refused: "The document stands in a form in which this can't be changed safely." };
}
