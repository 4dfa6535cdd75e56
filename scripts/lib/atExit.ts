import { constants } from 'node:os';

const pending = new Set<() => void>();
let listening = false;

/**
 * Runs `work` when this process ends, by itself or by a signal (other than SIGKILL). The work must be
 * synchronous. The function returned runs it now instead; calling it again does nothing.
 */
export function atExit(work: () => void): () => void {
  listen();
  const once = (): void => {
    if (pending.delete(once)) work();
  };
  pending.add(once);
  return once;
}

function listen(): void {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    for (const work of [...pending].reverse()) {
      try {
        work();
      } catch (error) {
        console.error(error);
      }
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
