import colours from 'picocolors';
import { type HistoryPoint, type Priority, priorities } from '../model/index.ts';
import type { HistoryOutput } from './historyOutput.ts';

/** So many days fit on a screen. */
const mostDays = 30;
const barWidth = 40;

/** A history as a person likes to read it: open blockers by day, then how long fixes took. */
export function prettyHistory(output: HistoryOutput): string {
  const { document, burndown, reason } = output;
  const days = lastOfEachDay(burndown);
  const shown = days.slice(-mostDays);
  const left = days.length - shown.length;
  const used = priorities.filter((priority) => burndown.some(({ open }) => open[priority] > 0));
  const most = Math.max(...shown.map(total), 1);
  return [
    colours.bold(document),
    ...(reason ? [colours.yellow(reason)] : []),
    '',
    colours.dim(`${'open'.padEnd(10)}${used.map((priority) => priority.padStart(6)).join('')}`),
    ...(left > 0 ? [colours.dim(`${left} earlier days: --format json has them`)] : []),
    ...shown.map((point) => {
      const numbers = used.map((priority) => String(point.open[priority]).padStart(6)).join('');
      const bar = '█'.repeat(Math.round((total(point) / most) * barWidth));
      return `${point.day}${numbers}  ${colours.red(bar)}`;
    }),
    '',
    ...metrics(output, used),
  ].join('\n');
}

const total = ({ open }: HistoryPoint): number => priorities.reduce((sum, each) => sum + open[each], 0);

function lastOfEachDay(points: readonly HistoryPoint[]): HistoryPoint[] {
  return points.filter(({ day }, index) => points[index + 1]?.day !== day);
}

function metrics({ metrics: known, blockers }: HistoryOutput, used: readonly Priority[]): string[] {
  const { averageFixDays, fixedThisWeek, fixedTotal, fixedOnUnknownDay, reopened } = known;
  const undated = fixedOnUnknownDay > 0 ? ` (${fixedOnUnknownDay} of them on an unknown day)` : '';
  const fixed = blockers.filter((blocker) => blocker.daysToFix !== undefined);
  return [
    ...used.map((priority) => {
      const days = averageFixDays[priority];
      return `Average fix time (${priority}): ${days === null ? 'unknown' : `${days} days`}`;
    }),
    `Fixed in the last seven days: ${fixedThisWeek}`,
    `Fixed in all: ${fixedTotal}${undated}`,
    `Reopened: ${reopened}`,
    ...(fixed.length > 0 ? [''] : []),
    ...fixed.map(
      ({ id, name, opened, fixed: day, daysToFix }) =>
        `${colours.dim(id)} ${name} ${colours.dim(`${opened} – ${day}, ${daysToFix} days`)}`,
    ),
  ];
}
