import type { EffortUnit } from '../../model/vocabulary.ts';

/** What people call the units of an effort. */
export const effortWords: Readonly<Record<EffortUnit, readonly string[]>> = {
  minutes: ['minutes', 'minute', 'mins', 'min', 'm'],
  hours: ['hours', 'hour', 'hrs', 'hr', 'h'],
  days: ['days', 'day', 'd'],
  weeks: ['weeks', 'week', 'wks', 'wk', 'w'],
  months: ['months', 'month', 'mos', 'mo'],
};
