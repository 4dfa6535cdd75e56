import type { PlanCriterion } from '../../../model/readinessPlan.ts';
import type { Problem } from '../check.ts';
import type { PlanCheck } from './planCheck.ts';

/** One metric that has to reach two different values. A minimum and a target are two, when it is said. */
export const twoThresholds: PlanCheck = ({ criteria }, places) => {
  const known = new Map<string, PlanCriterion[]>();
  return criteria.flatMap((criterion): Problem[] => {
    const { threshold } = criterion;
    const metric = metricOf(criterion);
    if (!threshold || metric === '') return [];
    const key = `${metric} ${threshold.unit.toLowerCase()} ${isLower(threshold.comparison)}`;
    const others = known.get(key) ?? [];
    known.set(key, [...others, criterion]);
    if (others.some((other) => other.threshold?.value === threshold.value)) return [];
    const other = others[0];
    if (!other?.threshold) return [];
    const told = other.class !== criterion.class && (levels.test(criterion.text) || levels.test(other.text));
    if (told) return [];
    const { comparison, value, unit } = other.threshold;
    const message = `${comparison}${value}${unit} stands in line ${other.range.start.line} for the same metric, ${threshold.comparison}${threshold.value}${threshold.unit} here.`;
    const { range, match } = places.narrow(criterion.range, written);
    const newText = places.narrow(other.range, written).match?.[0];
    const fixes =
      match && newText !== undefined
        ? [{ title: `Write ${newText} here, too`, edits: () => [{ range, newText }] }]
        : [];
    return [{ code: 'two-thresholds', severity: 'warning', message, range, fixes }];
  });
};

const written = /(?:≥|≤|>=|<=|>|<)\s?\d[\d.]*\s?(?:%|[a-z]{1,8})?/i;
const levels = /\b(?:minimum|minimal|at least|target|ideal|stretch|goal)\b/i;
const isLower = (comparison: string): boolean => comparison === '≥' || comparison === '>';

/** What stands before the comparison. */
const metricOf = ({ text }: PlanCriterion): string =>
  (text.split(/≥|≤|>=|<=|>|</)[0] ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:is|of|at|must be|should be|reaches|remains|stays)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
