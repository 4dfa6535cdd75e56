import { computedValues, statesOf } from '../computed/index.ts';
import { readinessOf } from '../computed/readiness.ts';
import { slice } from '../span.ts';
import { type Check, problemAt } from './check.ts';

/** A readiness in the summary that is not that of the blockers. */
export const readinessDiffers: Check = (syntax, { today }) => {
  const values = computedValues(syntax).filter(({ kind }) => kind === 'readiness');
  const readiness = values.length === 0 ? undefined : readinessOf(statesOf(syntax, today));
  if (!readiness) return [];
  const { percent, done, total } = readiness;
  const weight = (value: number) => String(Math.round(value * 10) / 10);
  return values.flatMap(({ span }) => {
    const said = slice(syntax.source.text, span);
    if (Number(said) === percent) return [];
    const message = `${said} % stands here; of the blockers' weight ${weight(done)} of ${weight(total)} is done, which is ${percent} %.`;
    return [
      problemAt(syntax, span, { code: 'readiness-differs', severity: 'information', message }, [
        {
          title: `Write ${percent}`,
          edits: () => [syntax.source.editOf({ ...span, newText: String(percent) })],
        },
      ]),
    ];
  });
};
