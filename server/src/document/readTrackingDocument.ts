import type { Blocker, BlockerLocation, TrackingDocument, VerificationStep } from '../model/blocker.ts';
import { readAcceptance } from './acceptance.ts';
import { type BlockerSyntax, fieldOf, fieldText } from './blockerSyntax.ts';
import { categoryOf, namedCategory } from './category.ts';
import { type DocumentSyntax, readDocumentSyntax } from './documentSyntax.ts';
import { readEffort } from './effort.ts';
import type { LocationSyntax } from './locations.ts';
import { findProblems, type ProblemFacts } from './problems/index.ts';
import type { Source } from './source.ts';
import type { StepSyntax } from './steps.ts';
import type { FieldName } from './vocabulary/fields.ts';

/** Reads a tracking document. Never throws; what is not understood is left alone. */
export const readTrackingDocument = (text: string, facts: ProblemFacts = {}): TrackingDocument =>
  trackingDocumentOf(readDocumentSyntax(text), facts);

/** The plain model of a document that was read. Ranges speak of the text as it stands, damaged or not. */
const trackingDocumentOf = (syntax: DocumentSyntax, facts: ProblemFacts): TrackingDocument => ({
  blockers: blockersOf(syntax),
  problems: findProblems(syntax, facts),
});

export const blockersOf = ({ source, blockers }: DocumentSyntax): Blocker[] =>
  blockers.map((blocker) => blockerOf(source, blocker));

export function blockerOf(source: Source, blocker: BlockerSyntax): Blocker {
  const say = (name: FieldName) => fieldText(source.text, fieldOf(blocker, name));
  const [title, description, impact] = [say('title'), say('description'), say('impact')];
  const rule = say('rule');
  const owner = say('owner');
  const effort = readEffort(say('effort') ?? '');
  const acceptance = readAcceptance({ source }, blocker);
  return {
    id: blocker.id,
    name: blocker.name,
    ...(title && { title }),
    ...(description && { description }),
    ...(impact && { impact }),
    priority: blocker.priority,
    category:
      namedCategory(say('category') ?? '') ?? categoryOf({ name: blocker.name, title, description, impact }),
    status: blocker.status,
    ...(rule && { rule }),
    ...(owner && { owner }),
    ...(effort && { effort }),
    locations: blocker.locations.map((location) => locationOf(source, location)),
    verification: blocker.steps.map((step) => stepOf(source, step)),
    ...(acceptance && { acceptance }),
    range: source.rangeOf(blocker.span),
  };
}

/** Whether the claim holds is not known from reading alone. */
const locationOf = (source: Source, { span, ...location }: LocationSyntax): BlockerLocation => ({
  ...location,
  verdict: 'unchecked',
  range: source.rangeOf(span),
});

const stepOf = (source: Source, { text, state, span, stamp }: StepSyntax): VerificationStep => ({
  text,
  kind: stamp?.kind ?? 'manual',
  state,
  ...(stamp?.by && { by: stamp.by }),
  ...(stamp && { at: stamp.at }),
  ...(stamp?.evidence && { evidence: stamp.evidence }),
  range: source.rangeOf(span),
});
