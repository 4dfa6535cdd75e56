import type { HistoryMetrics, Priority } from '../../model/index.ts';
import { type Span, slice } from '../span.ts';
import type { ComputedField, ComputedFrom } from './computedValue.ts';

/** `TBD`, and days as they are written here. */
const days = /^(?:TBD|n\/a|-|\d{1,4}(?:\.\d)? days?)$/i;

/** `- **Average Fix Time (P0):** TBD`. */
export const fixTimeField: ComputedField = (text, field) => {
  const priority = /^average (?:fix|resolution) time\s*\((P[0-3])\)$/i.exec(field.key.trim())?.[1];
  if (!priority || !days.test(slice(text, field.value))) return [];
  const said = slice(text, field.value);
  return [
    {
      kind: 'metric',
      field,
      span: field.value,
      compute: ({ metrics }) => {
        if (!metrics) return undefined;
        const average = metrics.averageFixDays[priority.toUpperCase() as Priority];
        if (average === null) return /\d/.test(said) ? 'TBD' : said;
        return `${average} ${average === 1 ? 'day' : 'days'}`;
      },
    },
  ];
};

const fixed = (of: (from: ComputedFrom) => number | undefined, keys: RegExp): ComputedField => {
  return (text, field) => {
    const number = keys.test(field.key.trim()) && /^\d{1,5}(?=$|\s)/.exec(slice(text, field.value));
    if (!number) return [];
    const { start } = field.value;
    const span: Span = { start, end: start + number[0].length };
    return [{ kind: 'metric', field, span, compute: (from) => of(from)?.toString() }];
  };
};

const metric = (of: (metrics: HistoryMetrics) => number) => (from: ComputedFrom) =>
  from.metrics && of(from.metrics);

/** `- **Blockers Fixed This Week:** 0`. */
export const fixedThisWeekField = fixed(
  metric(({ fixedThisWeek }) => fixedThisWeek),
  /^(?:blockers |issues )?(?:fixed|resolved) this week$/i,
);

/** `- **Blockers Fixed Total:** 0`: all that ever were, or those that the document names where its history is not known. */
export const fixedTotalField = fixed(
  (from) =>
    from.metrics?.fixedTotal ??
    from.blockers.filter(({ status }) => status === 'fixed' || status === 'verified').length,
  /^(?:(?:blockers |issues )?(?:fixed|resolved) (?:in )?total|total (?:blockers |issues )?(?:fixed|resolved))$/i,
);
