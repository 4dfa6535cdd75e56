import type { ScanProgress } from '../../../server/src/protocol/lsp.ts';
import { isRunning } from '../model/overallScan.ts';
import { type Summary, summaryText } from '../model/summaryOf.ts';

/** What a screen reader says when a scan begins or ends; not the count at every file. */
export function announcement(scan: ScanProgress, summary: Summary): string {
  if (isRunning(scan)) return 'Scanning.';
  if (scan.phase !== 'done') return `Scan ${scan.phase}.`;
  return `Scan finished. ${summaryText(summary) || 'Nothing found.'}`;
}
