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
  return { path, remove: atExit(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 })) };
}
