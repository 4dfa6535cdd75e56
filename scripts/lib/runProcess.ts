import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { atExit } from './atExit.ts';

/** How a process ended and what it said. */
export interface ProcessResult {
  /** Its exit code; 1 when a signal or the time limit ended it or it could not be started. */
  readonly code: number;
  /** What it wrote to stdout and stderr, in the order in which it came. */
  readonly output: string;
}

/** How to run a process. */
export interface ProcessOptions {
  readonly cwd?: string;
  /** Instead of this process's own environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** After this many milliseconds it is ended. */
  readonly timeLimit?: number;
  /** Receives the output while it comes. */
  readonly onOutput?: (text: string) => void;
}

/** Runs a process to its end, without stdin. It does not outlive this process. Never rejects. */
export function runProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions = {},
): Promise<ProcessResult> {
  const child = spawnBound(command, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const add = (text: string): void => {
    output += text;
    options.onOutput?.(text);
  };
  child.stdout?.setEncoding('utf8').on('data', add);
  child.stderr?.setEncoding('utf8').on('data', add);
  const timers = limitTime(child, options.timeLimit, add);
  return new Promise((resolve) => {
    child.on('error', (error) => add(`${error.message}\n`));
    child.on('close', (code) => {
      for (const timer of timers) clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Starts a process that is ended when this one ends. */
export function spawnBound(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, options);
  const end = atExit(() => child.kill());
  child.on('exit', end);
  return child;
}

function limitTime(child: ChildProcess, limit: number | undefined, say: (text: string) => void) {
  if (limit === undefined) return [];
  const graceForEnding = 5_000;
  return [
    setTimeout(() => {
      say(`\nNot finished after ${limit / 1000} s; ended.\n`);
      child.kill('SIGTERM');
    }, limit),
    setTimeout(() => child.kill('SIGKILL'), limit + graceForEnding),
  ];
}
