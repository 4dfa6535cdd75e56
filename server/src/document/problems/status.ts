import { isDone, type Status } from '../../model/index.ts';
import type { BlockerSyntax } from '../blockerSyntax.ts';
import type { DocumentSyntax } from '../documentSyntax.ts';
import type { ItemSyntax } from '../fieldSyntax.ts';
import { setStatus } from '../setStatus.ts';
import { slice } from '../span.ts';
import type { StatusMark } from '../status.ts';
import { editsOfMark } from '../statusForm.ts';
import { type Check, counted, type Problem, type ProblemFix, problemAt } from './check.ts';

/** Two places of one blocker that state different statuses. */
export const statusDiffers: Check = (syntax) =>
  syntax.blockers.flatMap((blocker): Problem[] => {
    const [first, ...others] = blocker.marks;
    const other = first && others.find((mark) => sides(mark.status) !== sides(first.status));
    const span = other?.word ?? other?.sign ?? other?.box;
    if (!first || !other || !span) return [];
    const message = `This says that ${blocker.id} is ${other.status}; its status is ${first.status}.`;
    return [
      problemAt(syntax, span, { code: 'status-differs', severity: 'warning', message }, [
        sayAlso(syntax, other, first.status),
        ...(other.status === 'fixed' || other.status === 'open'
          ? [statusFix(syntax, blocker, other.status)]
          : []),
      ]),
    ];
  });

const sayAlso = (syntax: DocumentSyntax, mark: StatusMark, status: Status): ProblemFix => ({
  title: `Say here, too, that it is ${status.replace('-', ' ')}`,
  edits: () => editsOfMark(syntax, mark, status).map(syntax.source.editOf),
});

/** "Fixed" and "Verified" tell of the same in documents that know no difference. */
const sides = (status: Status): string =>
  status === 'fixed' || status === 'verified' ? 'fixed' : isDone(status) ? status : 'open';

/** A blocker that is through while its checklist is not, or whose checklist is through while it is not. */
export const checklistDiffers: Check = (syntax) =>
  syntax.blockers.flatMap((blocker): Problem[] => {
    const isThrough = blocker.status === 'fixed' || blocker.status === 'verified';
    // Most blockers are neither: their boxes need not be counted.
    if (!isThrough && !looksThrough(blocker)) return [];
    const open = boxesOf(blocker).filter(({ checked }) => !checked).length;
    if (isThrough === (open === 0)) return [];
    const stated = blocker.marks[0];
    const span = stated?.word ?? stated?.sign ?? stated?.box ?? blocker.idSpan ?? blocker.span;
    const say = (message: string, severity: Problem['severity'], status: 'in-progress' | 'fixed') => [
      problemAt(syntax, span, { code: 'checklist-differs', severity, message }, [
        statusFix(syntax, blocker, status),
      ]),
    ];
    if (!isThrough) {
      const steps = counted(blocker.steps.length, 'step');
      return say(`All ${steps} of the checklist are ticked, and it is still open.`, 'information', 'fixed');
    }
    const word = stated?.word ? slice(syntax.source.text, stated.word) : blocker.status;
    const steps = open === 1 ? '1 step of its checklist is' : `${open} steps of its checklist are`;
    return say(`The status is ${word}, and ${steps} not ticked.`, 'warning', 'in-progress');
  });

/** Somebody is to do it or at it, and every step of it is ticked. */
const looksThrough = ({ status, steps }: BlockerSyntax): boolean =>
  (status === 'open' || status === 'in-progress') &&
  steps.length >= 2 &&
  steps.every(({ state }) => state === 'passed');

/** The boxes that have to be ticked: a verification may be open behind a fix, what was to be done may not. */
function boxesOf({ entries, status }: BlockerSyntax): { checked: boolean }[] {
  const wanted: ReadonlySet<string | undefined> = new Set(
    status === 'fixed' ? ['checklist'] : ['checklist', 'verification'],
  );
  const inside = (items: readonly ItemSyntax[]): { checked: boolean }[] =>
    items.flatMap(({ box, nested }) => [...(box ? [{ checked: box.checked }] : []), ...inside(nested)]);
  return entries.flatMap(({ fields }) =>
    fields.filter(({ name }) => wanted.has(name)).flatMap(({ items }) => inside(items)),
  );
}

export const statusFix = (
  { source }: DocumentSyntax,
  { id }: BlockerSyntax,
  status: 'open' | 'in-progress' | 'fixed',
): ProblemFix => ({
  title: `Set the status of ${id} to ${status.replace('-', ' ')}`,
  edits: () => setStatus(source.original, id, status),
});
