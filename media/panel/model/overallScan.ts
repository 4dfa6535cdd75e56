import type { ScanProgress } from '../../../server/src/protocol/lsp.ts';
import type { PanelState } from '../state/panelState.ts';
import { counted, figure } from '../words/plain.ts';

/** The scans of all folders as one: it goes on while one goes on, and is only done where all are. */
export function overallScan({ folders }: PanelState): ScanProgress {
  const scans = folders.map(({ scan }) => scan);
  const phases = ['scanning', 'waiting', 'failed', 'cancelled'] as const;
  const phase = phases.find((wanted) => scans.some((scan) => scan.phase === wanted)) ?? 'done';
  const message = scans.find((scan) => scan.phase === phase)?.message;
  return {
    phase,
    done: scans.reduce((sum, { done }) => sum + done, 0),
    total: scans.some(isCounting) ? 0 : scans.reduce((sum, { total }) => sum + total, 0),
    ...(message !== undefined && { message }),
  };
}

/** Its files are still being counted. */
const isCounting = ({ phase, total }: ScanProgress): boolean =>
  (phase === 'waiting' || phase === 'scanning') && total === 0;

export const isRunning = ({ phase }: ScanProgress): boolean => phase === 'waiting' || phase === 'scanning';

/** `120 of 1,017 files`. */
export const filesText = ({ done, total }: ScanProgress): string =>
  total === 0 ? counted(done, 'file') : `${figure(done)} of ${counted(total, 'file')}`;
