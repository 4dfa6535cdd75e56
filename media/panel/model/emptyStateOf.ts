import type { ScanProgress } from '../../../server/src/protocol/lsp.ts';
import type { PanelEnvironment } from '../../../server/src/protocol/panel.ts';
import type { PanelState } from '../state/panelState.ts';
import { counted } from '../words/plain.ts';
import { type Ask, asks } from './ask.ts';
import { filesText, isRunning, overallScan } from './overallScan.ts';

/** What stands in the tree's place when there is no row to show. */
export interface EmptyState {
  readonly sentence: string;
  readonly detail?: string;
  readonly ask: Ask;
  readonly progress?: ScanProgress;
}

/** @param filter what rows were filtered by, if that is why there are none */
export function emptyStateOf(
  state: PanelState | undefined,
  { stoppedSince, rules }: PanelEnvironment,
  filter: string | undefined,
): EmptyState | undefined {
  if (filter !== undefined) return { sentence: `Nothing matches “${filter}”.`, ask: asks.clearFilter };
  if (stoppedSince !== undefined) {
    return {
      sentence: `The language server stopped at ${stoppedSince}, before it found anything.`,
      ask: asks.restart,
    };
  }
  if (!state) return undefined;
  if (state.folders.length === 0) {
    return {
      sentence: 'Open a folder to see what stands between its code and production.',
      ask: asks.openFolder,
    };
  }
  const scan = overallScan(state);
  if (isRunning(scan)) return unfinished(scan);
  if (scan.phase !== 'done') return { sentence: troubleText(scan), ask: asks.scanAgain };
  return {
    sentence: 'Nothing stands between this code and production.',
    detail: rules
      ? `${counted(Object.keys(rules).length, 'rule')} looked at ${counted(scan.total, 'file')}.`
      : `${counted(scan.total, 'file')} scanned.`,
    ask: asks.scanAgain,
  };
}

const unfinished = (scan: ScanProgress): EmptyState => ({
  sentence: 'Looking for what stands between this code and production…',
  detail: scan.total === 0 ? 'Counting files.' : filesText(scan),
  ask: asks.cancel,
  progress: scan,
});

/** Why a scan didn't come to its end. */
export const troubleText = (scan: ScanProgress): string =>
  scan.phase === 'cancelled'
    ? `The scan was cancelled after ${filesText(scan)}.`
    : `The scan failed${scan.message ? `: ${scan.message}` : '.'}`;
