import type { Priority, Status } from './vocabulary.ts';

/** How many blockers were open at one point of a document's history. */
export interface HistoryPoint {
  /** Undefined for the document as it lies on disk, where that is not committed. */
  readonly commit?: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly open: Readonly<Record<Priority, number>>;
}

/** What became of one blocker, and when. Days are YYYY-MM-DD; what is not known is absent. */
export interface BlockerTimes {
  readonly id: string;
  readonly name: string;
  readonly priority: Priority;
  /** As it is now, or was when the document named it last. */
  readonly status: Status;
  readonly opened?: string;
  /** Of a blocker that counts as fixed or verified. */
  readonly fixed?: string;
  readonly verified?: string;
  /** The first day on which the document did not name it any more. */
  readonly removed?: string;
  readonly reopened: number;
  /** From opened to fixed, one decimal where the hours are known. */
  readonly daysToFix?: number;
}

export interface HistoryMetrics {
  /** Null where no fix of that priority has known times. */
  readonly averageFixDays: Readonly<Record<Priority, number | null>>;
  /** In the seven days up to today. */
  readonly fixedThisWeek: number;
  readonly fixedTotal: number;
  /** Of those fixed, how many have no known day. */
  readonly fixedOnUnknownDay: number;
  readonly reopened: number;
}

/** How a tracking document's blockers came and went. */
export interface DocumentHistory {
  /** In the order of time. */
  readonly burndown: readonly HistoryPoint[];
  readonly blockers: readonly BlockerTimes[];
  readonly metrics: HistoryMetrics;
}
