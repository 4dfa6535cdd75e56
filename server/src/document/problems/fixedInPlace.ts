import { moveToFixed, placeForFixed } from '../moveToFixed.ts';
import { type Check, type Problem, problemAt } from './check.ts';

/** A fixed blocker that still stands under its priority, where the document has a place for what is fixed. */
export const fixedInPlace: Check = (syntax) => {
  const place = placeForFixed(syntax);
  if (!place) return [];
  return syntax.blockers.flatMap((blocker): Problem[] => {
    const [{ kind, inherited }] = blocker.entries;
    const isFixed = blocker.status === 'fixed' || blocker.status === 'verified';
    if (!isFixed || kind !== 'section' || !inherited.priority || inherited.status) return [];
    const message = `${blocker.id} is ${blocker.status} and still stands under its priority.`;
    return [
      problemAt(
        syntax,
        blocker.idSpan ?? blocker.entries[0].heading.content,
        { code: 'fixed-in-place', severity: 'information', message },
        [
          {
            title: `Move it to “${place.title}”`,
            edits: () => moveToFixed(syntax.source.original, blocker.id),
          },
        ],
      ),
    ];
  });
};
