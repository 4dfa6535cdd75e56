import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from '../lib/atExit.ts';
import { runProcess } from '../lib/runProcess.ts';
import { fromRoot } from '../paths.ts';

/** VS Code's server build comes in this npm package; 4.139.1 carries VS Code 1.139. */
const editorPackage = { name: 'code-server', version: '4.139.1' };

const store = fromRoot('.cache', 'editor');
const vscodeFolder = ['node_modules', editorPackage.name, 'lib', 'vscode'];

/**
 * VS Code's server build, installed if it is not there yet. Returns its folder (the one with `out/`).
 * An installation becomes visible only when it is complete, so one that was interrupted does no harm.
 */
export async function installEditor(say: (line: string) => void = console.error): Promise<string> {
  const home = join(store, editorPackage.version);
  const editor = join(home, ...vscodeFolder);
  if (existsSync(home)) return editor;
  say(`Installing VS Code's server build (npm package ${editorPackage.name}@${editorPackage.version}) …`);
  mkdirSync(store, { recursive: true });
  removeLeftovers();
  const unfinished = join(store, `installing-${process.pid}`);
  const discard = atExit(() => rmSync(unfinished, { recursive: true, force: true }));
  try {
    mkdirSync(unfinished);
    writeFileSync(join(unfinished, 'package.json'), '{ "private": true }');
    await npm(unfinished, 'install', `${editorPackage.name}@${editorPackage.version}`);
    await npm(join(unfinished, ...vscodeFolder), 'install', '--omit=dev');
    publish(unfinished, home);
  } finally {
    discard();
  }
  return editor;
}

/** No install scripts: they would build native modules, without which the editor runs well enough. */
async function npm(cwd: string, ...args: string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const { code, output } = await runProcess('npm', [...args, ...quiet], { cwd });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed (exit ${code}) in ${cwd}:\n${output}`);
}

function publish(unfinished: string, home: string): void {
  try {
    renameSync(unfinished, home);
  } catch (error) {
    // Somebody else was faster.
    if (!existsSync(home)) throw error;
  }
}

/** Other versions, and what an installation that was killed left behind. */
function removeLeftovers(): void {
  for (const name of readdirSync(store)) {
    const installer = /^installing-(\d+)$/.exec(name)?.[1];
    if (installer && isRunning(Number(installer))) continue;
    rmSync(join(store, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
