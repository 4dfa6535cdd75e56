import type { Effort } from '../../../server/src/model/blocker.ts';
import type { Range } from '../../../server/src/model/position.ts';

const thousands = new Intl.NumberFormat('en');

/** A number as it stands in English text: 1,017. */
export const figure = (value: number): string => thousands.format(value);

/** `1 file`, `1,017 files`. */
export const counted = (value: number, noun: string): string =>
  `${figure(value)} ${noun}${value === 1 ? '' : 's'}`;

/** `2–3 days`, `1 week`. */
export const effortText = ({ min, max, unit }: Effort): string =>
  min === max ? counted(max, unit.slice(0, -1)) : `${figure(min)}–${figure(max)} ${unit}`;

/** `src/pay.ts:20`. */
export const placeText = (file: string, line: number | undefined): string =>
  line === undefined ? file : `${file}:${line}`;

export const findingPlace = (finding: { readonly file: string; readonly range: Range }): string =>
  placeText(finding.file, finding.range.start.line);

/** `12 Jan` of `2026-01-12`; what isn't such a date stays as it is. */
export function shortDate(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(time);
}
