import { applyEdits } from '../languages/applyEdits.ts';
import { readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import { findBlocker } from './findBlocker.ts';
import { type CodePlace, samePlace } from './moveLocation.ts';
import { wholeLines } from './span.ts';

/**
 * The edits that take one of a blocker's locations out, with its line. Only where it is an item of its own among
 * others: a blocker that names no place any more says less than one that names a wrong one.
 */
export function removeLocation(text: string, blockerId: string, from: CodePlace): EditResult {
  const syntax = readDocumentSyntax(text);
  const blocker = findBlocker(syntax, blockerId);
  if ('refused' in blocker) return blocker;
  const location = blocker.locations.find((each) => samePlace(each, from));
  if (!location) return { refused: `${blockerId} does not name that place any more.` };
  const items = blocker.entries.flatMap(({ fields }) => fields.flatMap((field) => field.items));
  const item = items.find(({ span }) => span.start <= location.span.start && location.span.end <= span.end);
  const edits = item
    ? [syntax.source.editOf({ ...wholeLines(syntax.source.text, item.span), newText: '' })]
    : [];
  const after = readDocumentSyntax(applyEdits(text, edits)).blockers.find(({ id }) => id === blockerId);
  const left = blocker.locations.filter((each) => each !== location);
  const isRight =
    left.length > 0 &&
    after?.locations.length === left.length &&
    left.every((each, index) => samePlace(each, after.locations[index] as CodePlace));
  return isRight ? edits : { refused: `The location stands in a form that can't be taken out safely.` };
}
