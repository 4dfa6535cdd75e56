import {
  type BlockerTimes,
  type DocumentHistory,
  type HistoryMetrics,
  type HistoryPoint,
  type Priority,
  priorities,
} from '../../model/index.ts';
import { BlockerLife, dayOf, daysBetween, type Moment } from './blockerLife.ts';
import type { DocumentVersion } from './version.ts';

/** A version of the document and when it came to be. */
export interface DatedVersion {
  readonly version: DocumentVersion;
  readonly at: Moment;
  readonly commit?: string;
}

/** What the versions of a document, in the order of time, say of its blockers. `today` is YYYY-MM-DD. */
export function historyOf(versions: readonly DatedVersion[], today: string): DocumentHistory {
  const lives = new Map<string, BlockerLife>();
  for (const { version, at } of versions) {
    for (const [id, blocker] of version.blockers) {
      const life = lives.get(id);
      if (life) life.see(blocker, at);
      else lives.set(id, new BlockerLife(blocker, at));
    }
    for (const [id, life] of lives) if (!version.blockers.has(id)) life.miss(at);
  }
  const burndown = versions.map(({ version, at, commit }) => pointOf(version, at, commit));
  return withMetrics(burndown, lives, today);
}

/** What a document alone says, whose earlier versions are not known: the days that it names itself. */
export function historyOfOne(version: DocumentVersion, today: string): DocumentHistory {
  const lives = new Map(
    [...version.blockers].map(([id, blocker]) => [id, new BlockerLife(blocker, undefined)]),
  );
  return withMetrics([pointOf(version, today, undefined)], lives, today);
}

const pointOf = ({ open }: DocumentVersion, at: Moment, commit: string | undefined): HistoryPoint => ({
  ...(commit && { commit }),
  day: dayOf(at),
  open,
});

function withMetrics(
  burndown: readonly HistoryPoint[],
  lives: ReadonlyMap<string, BlockerLife>,
  today: string,
): DocumentHistory {
  const fixed = [...lives.values()].filter((life) => life.isFixed).map((life) => life.times());
  const blockers = [...lives.values()].map((life) => life.times());
  return { burndown, blockers, metrics: metricsOf(blockers, fixed, today) };
}

function metricsOf(
  blockers: readonly BlockerTimes[],
  fixed: readonly BlockerTimes[],
  today: string,
): HistoryMetrics {
  const average = (priority: Priority): number | null => {
    const days = fixed.flatMap((one) => (one.priority === priority ? (one.daysToFix ?? []) : []));
    if (days.length === 0) return null;
    return Math.round((days.reduce((sum, each) => sum + each, 0) / days.length) * 10) / 10;
  };
  const [P0, P1, P2, P3] = priorities.map(average) as [
    number | null,
    number | null,
    number | null,
    number | null,
  ];
  const isRecent = (day: string | undefined): boolean =>
    day !== undefined && day <= today && daysBetween(day, today) < 7;
  return {
    averageFixDays: { P0, P1, P2, P3 },
    fixedThisWeek: fixed.filter((one) => isRecent(one.fixed)).length,
    fixedTotal: fixed.length,
    fixedOnUnknownDay: fixed.filter((one) => one.fixed === undefined).length,
    reopened: blockers.reduce((sum, { reopened }) => sum + reopened, 0),
  };
}
