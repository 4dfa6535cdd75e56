import { countOpen } from '../computed/counts.ts';
import { statesOf } from '../computed/index.ts';
import { type Check, type ProblemFix, problemAt } from './check.ts';

/** A number in the summary that is not that of the open blockers. */
export const countDiffers: Check = (syntax, { today }) => {
  if (syntax.counts.length === 0) return [];
  const states = statesOf(syntax, today);
  const wrong = syntax.counts.flatMap((count) => {
    const open = countOpen(states, count.priority);
    return open === count.value ? [] : [{ ...count, open }];
  });
  const write = (counts: typeof wrong) => () =>
    counts.map(({ span, open }) => syntax.source.editOf({ ...span, newText: String(open) }));
  const all: ProblemFix[] =
    wrong.length > 1 ? [{ title: 'Write all counts of open blockers', edits: write(wrong) }] : [];
  return wrong.map((count) => {
    const { priority, value, span, open } = count;
    const message = `${value} stands here; ${open === 1 ? '1 open blocker is' : `${open} open blockers are`} ${priority}.`;
    return problemAt(syntax, span, { code: 'count-differs', severity: 'warning', message }, [
      { title: `Write ${open}`, edits: write([count]) },
      ...all,
    ]);
  });
};
