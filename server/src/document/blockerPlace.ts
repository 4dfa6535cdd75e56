import type { Priority, Refusal } from '../model/index.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import type { BlockerSyntax } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import { plainTextOf } from './markdownTree.ts';
import { sectionPriority } from './priority.ts';
import { sectionKind } from './sectionKind.ts';
import { everySection, type Section } from './sections.ts';

interface Model {
  readonly blocker: BlockerSyntax;
  readonly entry: BlockerEntry;
}

/** Which blocker the new one is written like, and the section that it begins; without one it stands behind its model. */
export interface Place {
  readonly model?: Model;
  readonly section?: Section;
}

/** Behind the last blocker below the heading of its priority, else as the first there, else behind any of its priority. */
export function placeFor(syntax: DocumentSyntax, priority: Priority): Place | Refusal {
  const models = syntax.blockers.flatMap((blocker): Model[] => {
    const entry = isModel(blocker) ? blocker.entries.find(({ kind }) => kind === 'section') : undefined;
    return entry ? [{ blocker, entry }] : [];
  });
  const alike = models.filter(({ blocker }) => blocker.priority === priority);
  const inPlace = alike.findLast(({ entry: { inherited } }) => inherited.priority === priority);
  if (inPlace) return { model: inPlace };
  const section = sectionFor(syntax, priority);
  const model = alike.at(-1) ?? models.at(-1);
  // A document of another form than sections is its author's.
  if (section && model) return { model, section };
  if (section && syntax.blockers.length === 0) return { section };
  return alike.length > 0 && model
    ? { model }
    : { refused: `The document has no ${priority} blocker with an id to write another one like.` };
}

/** `## Medium Priority Blockers (P2)`, which no blocker is itself. */
export function sectionFor(
  { root, source: { text }, blockers }: DocumentSyntax,
  priority: Priority,
): Section | undefined {
  const named = everySection(root).filter(({ heading, depth }) => {
    const title = heading && depth > 1 ? plainTextOf(text, heading, heading.content) : '';
    return title !== '' && sectionPriority(title) === priority && sectionKind(title) === 'list';
  });
  const starts = new Set(blockers.flatMap(({ entries }) => entries.map(({ span }) => span.start)));
  return named.find(({ start }) => !starts.has(start));
}

const isModel = ({ id, idSpan, entries }: BlockerSyntax): boolean =>
  idSpan !== undefined &&
  /\d$/.test(id) &&
  entries.some(({ kind, fields }) => kind === 'section' && fields.length > 0);
