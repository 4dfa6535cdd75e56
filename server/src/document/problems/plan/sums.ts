import type { Effort, Range } from '../../../model/index.ts';
import { readEffort } from '../../effort.ts';
import { readFields } from '../../fields.ts';
import { rowFields } from '../../rowEntries.ts';
import { everySection } from '../../sections.ts';
import { slice } from '../../span.ts';
import type { Problem, ProblemFix } from '../check.ts';
import type { Places, PlanCheck } from './planCheck.ts';

const minutesOf = { minutes: 1, hours: 60, days: 480, weeks: 2_400, months: 9_600 } as const;
/** Nobody adds up more exactly than to a quarter of an hour. */
const leastMinutes = 15;
const written =
  /(?<about>~|about |approx\.? |ca\.? )?(?<numbers>\d{1,4}(?:\.\d{1,2})?(?:\s?(?:-|–|—|to)\s?\d{1,4}(?:\.\d{1,2})?)?)(?=\s?[a-z])/i;

/** A total that is not the sum of what stands below it, whether steps of a path or rows of a table. */
export const sumDiffers: PlanCheck = ({ paths }, places, syntax) => {
  const { source, root } = syntax;
  const ofPaths = paths.flatMap(({ stated, steps }) =>
    stated
      ? checkSum(
          stated,
          steps.map(({ effort }) => effort),
          'steps',
          places,
        )
      : [],
  );
  const ofTables = everySection(root).flatMap(({ blocks }) => {
    if (!blocks.some(({ type }) => type === 'table')) return [];
    const total = readFields(source.text, blocks).find(({ key }) => /^total\b/i.test(key));
    const stated = total && readEffort(slice(source.text, total.value));
    const efforts = blocks
      .filter(({ type }) => type === 'table')
      .flatMap((table) => rowFields(source.text, table))
      .filter(([first]) => !first || !/^\W{0,4}total\b/i.test(slice(source.text, first.value)))
      .flatMap((row) => row.filter(({ key }) => /^(?:estimated )?(?:time|effort|estimate)\b/i.test(key)))
      .map(({ value }) => slice(source.text, value))
      // A dash says that nothing is left to do there.
      .filter((value) => !/^[-–—]?$/.test(value.trim()))
      .map(readEffort);
    if (!stated || efforts.length < 2) return [];
    return checkSum({ effort: stated, range: source.rangeOf(total.value) }, efforts, 'rows', places);
  });
  return [...ofPaths, ...ofTables];
};

function checkSum(
  stated: { readonly effort: Effort; readonly range: Range },
  efforts: readonly (Effort | undefined)[],
  what: string,
  places: Places,
): Problem[] {
  const known = efforts.filter((effort) => effort !== undefined);
  // Weeks are time on the calendar, in which several people do what is counted in days.
  if (isCalendar(stated.effort) && !known.every(isCalendar)) return [];
  const unit = minutesOf[stated.effort.unit];
  const sum = (end: 'min' | 'max') =>
    known.reduce((total, effort) => total + effort[end] * minutesOf[effort.unit], 0);
  const { range, match } = places.narrow(stated.range, written);
  const differs = (end: 'min' | 'max') => {
    const said = stated.effort[end] * unit;
    const slack = match?.groups?.about ? said / 4 : said / 20;
    return Math.abs(sum(end) - said) > Math.max(slack, leastMinutes);
  };
  // Of steps without an estimate only the others' sum is known: it can be too much already.
  const wrong =
    known.length < efforts.length ? sum('min') > stated.effort.max * unit : differs('min') || differs('max');
  if (known.length === 0 || !wrong) return [];
  const [min, max] = [tidy(sum('min') / unit), tidy(sum('max') / unit)];
  const together = min === max ? min : `${min}-${max}`;
  const { unit: name, ...said } = stated.effort;
  const stands = said.min === said.max ? said.min : `${said.min}-${said.max}`;
  const least = known.length < efforts.length ? 'at least ' : '';
  const message = `${stands} ${name} stands here; the ${what} take ${least}${together} ${name} together.`;
  const whole = Number.isInteger(Number(min) * 2) && Number.isInteger(Number(max) * 2);
  const fixes: ProblemFix[] =
    match && whole && least === ''
      ? [
          {
            title: `Write ${together}`,
            edits: () => [{ range, newText: `${match.groups?.about ?? ''}${together}` }],
          },
        ]
      : [];
  return [{ code: 'sum-differs', severity: 'warning', message, range, fixes }];
}

const isCalendar = ({ unit }: Effort): boolean => unit === 'weeks' || unit === 'months';

const tidy = (number: number): string => String(Math.round(number * 100) / 100);
