import type { Connection } from 'vscode-languageserver';
import { WorkerStopped } from '../worker/workerHost.ts';

/**
 * For work that nobody waits for: its failure is told in the log, under what it was to do. While the server stops,
 * everything fails that is under way, and nobody wants to know.
 */
export function inBackground(connection: Connection, what: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (error instanceof WorkerStopped) return;
    const message = error instanceof Error ? error.message : String(error);
    connection.console.error(`${what} failed: ${message}`);
  });
}
