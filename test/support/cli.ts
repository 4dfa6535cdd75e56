import { spawn } from 'node:child_process';
import { tempFolder } from '../../scripts/lib/tempFolder.ts';
import { fromRoot } from '../../scripts/paths.ts';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing that these runs keep is found by others. */
const cache = tempFolder('cache').path;

/** Runs the built command line as a person or CI would. */
export const cli = (...args: string[]): Promise<CliResult> => run(args, process.env);

/** The same with other environment variables. */
export const cliIn = (environment: NodeJS.ProcessEnv, ...args: string[]): Promise<CliResult> =>
  run(args, { ...process.env, ...environment });

/** The same on a machine that has no other program, git neither. */
export const cliWithoutGit = (...args: string[]): Promise<CliResult> =>
  run(args, { ...process.env, PATH: tempFolder('no-programs').path });

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<CliResult> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [fromRoot('dist/cli.js'), ...args], {
      env: { XDG_CACHE_HOME: cache, ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', failed);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/** The result of a command that prints JSON, parsed. */
export async function cliJson<Result>(...args: string[]): Promise<{ code: number | null; json: Result }> {
  const { code, stdout, stderr } = await cli(...args, '--format', 'json');
  if (stdout === '') throw new Error(`no output; on standard error: ${stderr}`);
  return { code, json: JSON.parse(stdout) as Result };
}
