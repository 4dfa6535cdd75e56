import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { spawnBound } from '../../scripts/lib/runProcess.ts';
import { fromRoot } from '../../scripts/paths.ts';
import { findProgram } from '../harness/findProgram.ts';

/** What Neovim's own language client shows of a file. Lines and columns count from 0. */
export interface NeovimAnswer {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly line: number;
    readonly column: number;
    /** 1 is an error, 4 a hint. */
    readonly severity: number;
    readonly source: string;
    readonly message: string;
  }[];
  /** The process id of the language server that Neovim started. */
  readonly server: number;
}

export interface NeovimOptions {
  /** The folder that Neovim is started in. */
  readonly root: string;
  /** Relative to the root. */
  readonly file: string;
  /** The language server's command line. */
  readonly server: readonly string[];
  /** Goes on after its answer instead of quitting. */
  readonly stays?: boolean;
}

/** A headless Neovim on one file with a language server. `answer` rejects with what went wrong in it. */
export async function startNeovim(
  options: NeovimOptions,
): Promise<{ readonly process: ChildProcess; readonly answer: Promise<NeovimAnswer> }> {
  const program = await findProgram({ title: 'Neovim', names: ['nvim'], debianPackage: 'neovim' });
  const settings = fromRoot('test', 'support', 'neovim.lua');
  const child = spawnBound(program, ['--headless', '--clean', '-u', settings, options.file], {
    cwd: options.root,
    env: {
      ...process.env,
      NEOVIM_SERVER: JSON.stringify(options.server),
      ...(options.stays ? { NEOVIM_STAYS: '1' } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { process: child, answer: answerOf(child) };
}

async function answerOf(child: ChildProcess): Promise<NeovimAnswer> {
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => text as string),
    once(lines, 'close').then(() => undefined),
  ]);
  if (line === undefined) throw new Error(`Neovim ended without an answer. It said:\n${complaints}`);
  const answer = JSON.parse(line) as NeovimAnswer | { readonly error: string };
  if ('error' in answer) throw new Error(`${answer.error}\nNeovim said:\n${complaints}`);
  return answer;
}
