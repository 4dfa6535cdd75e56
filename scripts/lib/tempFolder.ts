import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './atExit.ts';

/** A folder that is gone when the process ends. */
export interface TempFolder {
  /** Absolute, with symbolic links resolved, so that it compares equal to what an editor reports. */
  readonly path: string;
  /** Removes it now. */
  remove(): void;
}

/** Makes an empty temporary folder; `label` appears in its name. */
export function tempFolder(label: string): TempFolder {
  const path = mkdtempSync(join(realpathSync(tmpdir()), `production-blockers-${label}-`));
  return { path, remove: atExit(() => removeQuietly(path)) };
}

/** A process that is just ending may still write into it; what is left then is the system's to clean up. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    console.error(`${path} could not be removed: ${error instanceof Error ? error.message : error}`);
  }
}
