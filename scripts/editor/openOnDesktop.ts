import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildExtension, orExit } from '../lib/buildExtension.ts';
import { runProcess } from '../lib/runProcess.ts';
import { fromRoot } from '../paths.ts';

/**
 * Builds and opens `target` in desktop VS Code with the extension from this source tree. Returns at once;
 * `false` where there is no `code` on the path or it could not open.
 */
export async function openOnDesktop(target: string): Promise<boolean> {
  const windows = process.platform === 'win32';
  const name = windows ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const code = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (!code) return false;
  await orExit('Building', buildExtension());
  const args = [`--extensionDevelopmentPath=${fromRoot()}`, target];
  const started = windows
    ? await runProcess('cmd', ['/c', code, ...args])
    : await runProcess(code, args, { timeLimit: 60_000 });
  if (started.code === 0) {
    console.log(`Opened ${target} in VS Code.`);
    return true;
  }
  console.error(`${code} could not open it (exit ${started.code}): ${started.output.trim()}`);
  return false;
}
