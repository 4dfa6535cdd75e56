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
    const boxes = boxesOf(blocker);
    const open = boxes.filter(({ checked }) => !checked).length;
    const stated = blocker.marks[0];
    const span = stated?.word ?? stated?.sign ?? stated?.box ?? blocker.idSpan ?? blocker.span;
    const say = (message: string, fixes: readonly ProblemFix[]) => [
      problemAt(
        syntax,
        span,
        { code: 'checklist-differs', severity: open > 0 ? 'warning' : 'information', message },
        fixes,
      ),
    ];
    if (blocker.status === 'fixed' || blocker.status === 'verified') {
      const word = stated?.word ? slice(syntax.source.text, stated.word) : blocker.status;
      const steps = open === 1 ? '1 step of its checklist is' : `${open} steps of its checklist are`;
      if (open === 0) return [];
      return say(`The status is ${word}, and ${steps} not ticked.`, [
        statusFix(syntax, blocker, 'in-progress'),
      ]);
    }
    const isUnder = blocker.status === 'open' || blocker.status === 'in-progress';
    const steps = blocker.steps.length;
    if (!isUnder || steps < 2 || open > 0 || blocker.steps.some(({ state }) => state !== 'passed')) return [];
    return say(`All ${counted(steps, 'step')} of the checklist are ticked, and it is still open.`, [
      statusFix(syntax, blocker, 'fixed'),
    ]);
  });

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
