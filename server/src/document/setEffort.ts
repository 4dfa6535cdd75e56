import { applyEdits } from '../languages/applyEdits.ts';
import type { Effort } from '../model/blocker.ts';
import type { Refusal } from '../model/textEdit.ts';
import { fieldOf, fieldText } from './blockerSyntax.ts';
import { type DocumentSyntax, readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import { findEffort, readEffort } from './effort.ts';
import { valueEdits } from './fieldValue.ts';
import { findBlocker } from './findBlocker.ts';
import { keepsFacts } from './keptFacts.ts';

/** A size in one word is an estimate as well, which numbers put more exactly. */
const size = /^(?:x{0,2}[sl]|m|small|medium|large|low|high|minimal|quick|trivial)$/i;

/** The edits that write down how much work a blocker is: `2-3 days` in the place of what its field says, else in a new one. */
export function setEffort(text: string, blockerId: string, effort: string): EditResult {
  const syntax = readDocumentSyntax(text);
  const blocker = findBlocker(syntax, blockerId);
  if ('refused' in blocker) return blocker;
  const wanted = wholeEffort(effort);
  if (!wanted) return { refused: 'Write an effort as 2-3 days, 4 hours or 30 minutes.' };
  if (isSame(effortOf(syntax, blockerId), wanted)) return [];
  const value = writtenEffort(wanted);
  const edits = valueEdits(syntax, blocker, {
    name: 'effort',
    key: 'Estimated Effort',
    value,
    change: (said, { key }) => inPlaceOf(said, value) ?? notOurs(blockerId, key),
  });
  if ('refused' in edits) return edits;
  const result = edits.map(syntax.source.editOf);
  const after = readDocumentSyntax(applyEdits(text, result));
  return isSame(effortOf(after, blockerId), wanted) &&
    keepsFacts(syntax, after, { id: blockerId, what: 'effort' })
    ? result
    : { refused: `The effort of ${blockerId} stands in a form that can't be changed safely.` };
}

const notOurs = (id: string, key: string): Refusal => ({
  refused: `The ${key} of ${id} says more than one effort, or none in numbers; it is left to its author.`,
});

/** The value with another effort in it; what its author wrote around it stays. */
function inPlaceOf(said: string, value: string): string | undefined {
  const found = findEffort(said);
  if (!found) return size.test(said) ? value : undefined;
  const [before, behind] = [said.slice(0, found.start), said.slice(found.end)];
  return readEffort(behind) || readEffort(before) ? undefined : before + value + behind;
}

/** The effort that is all of what a person wrote. */
export function wholeEffort(text: string): Effort | undefined {
  const said = text.trim();
  const found = findEffort(said);
  const rest = found && said.slice(0, found.start) + said.slice(found.end);
  return rest === '' && found && found.effort.max > 0 ? found.effort : undefined;
}

const writtenEffort = ({ min, max, unit }: Effort): string =>
  min === max ? `${min} ${min === 1 ? unit.slice(0, -1) : unit}` : `${min}-${max} ${unit}`;

function effortOf({ source: { text }, blockers }: DocumentSyntax, blockerId: string): Effort | undefined {
  const blocker = blockers.find(({ id }) => id === blockerId);
  return blocker && readEffort(fieldText(text, fieldOf(blocker, 'effort')) ?? '');
}

const isSame = (one: Effort | undefined, other: Effort): boolean =>
  one?.min === other.min && one.max === other.max && one.unit === other.unit;
