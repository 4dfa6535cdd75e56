import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from '../../scripts/lib/runProcess.ts';
import { tempFolder } from '../../scripts/lib/tempFolder.ts';

/** A package as npm has it, in one version, so that figures can be compared. */
export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
}

/** Published with its server's sources: some 1,400 hand-written scripts, templates and data. */
export const ghost: PublishedPackage = { name: 'ghost', version: '6.65.0' };

/**
 * The folder that holds a package's sources, fetched through npm when they are first needed and kept in the user's
 * cache, outside the repository. Throws with what npm or tar said.
 */
export async function sourcesOf({ name, version }: PublishedPackage): Promise<string> {
  const cache = join(process.env.XDG_CACHE_HOME ?? tmpdir(), 'production-blockers-bench');
  const folder = join(cache, `${name.replace('@', '').replace('/', '-')}-${version}`);
  if (existsSync(folder)) return folder;
  console.error(`Fetching ${name}@${version} …`);
  const download = tempFolder('bench');
  await run(download.path, process.platform === 'win32' ? 'npm.cmd' : 'npm', 'pack', `${name}@${version}`);
  const [archive = ''] = readdirSync(download.path);
  await run(download.path, 'tar', '-xzf', archive);
  const [unpacked = ''] = readdirSync(download.path).filter((entry) => entry !== archive);
  mkdirSync(cache, { recursive: true });
  await moved(join(download.path, unpacked), folder);
  download.remove();
  return folder;
}

async function run(cwd: string, command: string, ...args: string[]): Promise<void> {
  const { code, output } = await runProcess(command, args, { cwd, timeLimit: 300_000 });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed (exit ${code}):\n${output}`);
}

/** In one step where both are on one disk, so that a cache is whole or not there. */
async function moved(from: string, to: string): Promise<void> {
  const beside = `${to}.${process.pid}`;
  await run('.', 'cp', '-R', from, beside);
  renameSync(beside, to);
}
