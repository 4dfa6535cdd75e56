import { type Priority, priorities } from '../../../server/src/model/vocabulary.ts';
import { countsAsOpen } from '../rows/regressed.ts';
import type { PanelState } from '../state/panelState.ts';

/** What the line on top says. */
export interface Summary {
  /** Open blockers of the documents, by priority. */
  readonly open: Readonly<Record<Priority, number>>;
  /** Whether there is any document that tracks blockers. */
  readonly tracked: boolean;
  /** Findings that no blocker covers. */
  readonly untracked: number;
}

export function summaryOf(state: PanelState): Summary {
  const documents = state.folders.flatMap((folder) => folder.documents);
  const open = documents.flatMap(({ blockers }) => blockers).filter(countsAsOpen);
  const count = (priority: Priority) => open.filter((blocker) => blocker.priority === priority).length;
  const findings = state.folders.flatMap(({ files }) => [...files.values()].flat());
  return {
    open: Object.fromEntries(priorities.map((priority) => [priority, count(priority)])) as Record<
      Priority,
      number
    >,
    tracked: documents.length > 0,
    untracked: findings.filter(({ blocker, suppressed }) => blocker === undefined && !suppressed).length,
  };
}

/** The same in one line of text. */
export function summaryText({ open, tracked, untracked }: Summary): string {
  const counts = tracked
    ? priorities
        .filter((priority) => priority !== 'P3' || open.P3 > 0)
        .map((priority) => `${open[priority]} ${priority}`)
    : [];
  return [...counts, ...(untracked > 0 ? [`${untracked} not tracked`] : [])].join(' · ');
}
