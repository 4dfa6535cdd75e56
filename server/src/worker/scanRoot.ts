import type { CancellationToken } from 'vscode-jsonrpc/node';
import type { ConfigurationProblem } from '../engine/configurations.ts';
import type { FileResult } from '../engine/engine.ts';
import type { Skipped } from '../model/index.ts';
import { type Scanned, scan } from './requests.ts';
import type { WorkerEnd, WorkerHost } from './workerHost.ts';

/** A folder scanned from start to end. */
export interface ScannedRoot {
  /** In the order in which the files were looked at. */
  readonly results: readonly FileResult[];
  /** What is no file's: folders that can't be read, links that are not followed. */
  readonly skipped: readonly Skipped[];
  readonly configuration: readonly ConfigurationProblem[];
}

/**
 * Opens a folder and scans it. Where a rule does not end, the scan starts again without that file. Rejects when the
 * worker ends in another way.
 */
export async function scanRoot(
  host: WorkerHost,
  { root, includeIgnored }: { readonly root: string; readonly includeIgnored: boolean },
  token: CancellationToken,
  onScanned: (progress: Scanned) => void,
): Promise<ScannedRoot> {
  const results = new Map<string, FileResult>();
  let end: WorkerEnd | undefined;
  const listening = [
    host.onEnded((ended) => {
      end = ended;
    }),
    host.onScanned((progress) => {
      for (const result of progress.results) results.set(result.file, result);
      onScanned(progress);
    }),
  ];
  try {
    for (;;) {
      end = undefined;
      try {
        await host.openRoot(root, includeIgnored);
        return { ...(await host.ask(scan, { root }, token)), results: [...results.values()] };
      } catch (error) {
        const ended = end as WorkerEnd | undefined;
        if (!ended) throw error;
        if (!ended.hungOn) throw new Error(`The analysis stopped: ${ended.reason}.`);
        results.clear();
      }
    }
  } finally {
    for (const each of listening) each.dispose();
  }
}
