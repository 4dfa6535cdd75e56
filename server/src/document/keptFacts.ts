import { type BlockerSyntax, fieldOf, fieldText } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';

/** What a person sets of a blocker with a value of its own. */
export type Settable = 'priority' | 'owner' | 'effort';

/** What the document says of each blocker, less what was to change; in no order, for blockers may move. */
function factsOf(
  { source: { text }, blockers }: DocumentSyntax,
  changed: string,
  what: Settable,
): readonly string[] {
  const facts = ({ id, name, status, priority, locations, steps, entries }: BlockerSyntax) => {
    const say = (field: 'owner' | 'effort') => fieldText(text, fieldOf({ entries }, field));
    const settable = { priority, owner: say('owner'), effort: say('effort') };
    const kept = id === changed ? { ...settable, [what]: undefined } : settable;
    const places = locations.map(({ file, startLine }) => [file, startLine]);
    return JSON.stringify([id, name, status, kept, places, steps.map((step) => [step.text, step.state])]);
  };
  return blockers.map(facts).sort();
}

/** Whether a change of one blocker left all else that the document says of its blockers as it was. */
export function keepsFacts(
  before: DocumentSyntax,
  after: DocumentSyntax,
  { id, what }: { readonly id: string; readonly what: Settable },
): boolean {
  const [was, is] = [factsOf(before, id, what), factsOf(after, id, what)];
  return was.length === is.length && was.every((fact, index) => fact === is[index]);
}
