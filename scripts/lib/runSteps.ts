import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { fromRoot } from '../paths.ts';
import type { Step } from '../testSteps.ts';
import { type ProcessResult, runProcess } from './runProcess.ts';
import { tempFolder } from './tempFolder.ts';

/** No step may take longer; in milliseconds. */
const timeLimit = 480_000;

/** Which steps are run, and how. */
export interface RunOptions {
  /** Names of steps; all when empty. */
  readonly chosen: readonly string[];
  readonly grep: string | undefined;
  /** Shows all output while it comes, and not only that of failed steps. */
  readonly verbose: boolean;
}

/** The counts of all rings together. A ring that broke down without counts counts as one failure. */
export interface RunResult {
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
}

interface Outcome {
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly note: string;
}

/** Runs steps one after the other, with a line for each. A failed one keeps only those back that need it. */
export async function runSteps(all: readonly Step[], options: RunOptions): Promise<RunResult> {
  const outcomes = new Map<string, Outcome>();
  for (const step of withNeeded(all, options.chosen)) {
    const started = Date.now();
    const missing = step.needs.find((name) => !outcomes.get(name)?.ok);
    const outcome = missing ? notRun(step, missing) : await runStep(step, options);
    outcomes.set(step.name, outcome);
    console.log(line(step, outcome, Date.now() - started));
  }
  const failed = [...outcomes].filter(([, { ok }]) => !ok).map(([name]) => name);
  const sum = (count: (outcome: Outcome) => number) =>
    [...outcomes.values()].reduce((total, outcome) => total + count(outcome), 0);
  const ok = failed.length === 0;
  console.log(ok ? '\nEverything passed.' : `\nFailed: ${failed.join(', ')}.`);
  return { ok, passed: sum(({ passed }) => passed), failed: sum((outcome) => outcome.failed) };
}

function withNeeded(all: readonly Step[], chosen: readonly string[]): readonly Step[] {
  if (chosen.length === 0) return all;
  const wanted = new Set(chosen);
  // What is needed stands before what needs it.
  for (const step of [...all].reverse()) {
    if (wanted.has(step.name)) for (const name of step.needs) wanted.add(name);
  }
  return all.filter(({ name }) => wanted.has(name));
}

function notRun(step: Step, missing: string): Outcome {
  return { ok: false, passed: 0, failed: step.countsInto ? 1 : 0, note: `not run: ${missing} failed` };
}

async function runStep(step: Step, { grep, verbose }: RunOptions): Promise<Outcome> {
  const folder = tempFolder('counts');
  const countsFile = join(folder.path, 'counts.json');
  const args = step.countsInto ? [...step.countsInto(countsFile), ...(grep ? ['--grep', grep] : [])] : [];
  const { code, output } = await execute(step, args, verbose).catch(failure);
  const ok = code === 0;
  if (!ok && !verbose) console.log(`\n${output.trimEnd()}\n`);
  const outcome = step.countsInto ? counted(ok, countsFile) : { ok, passed: 0, failed: 0, note: '' };
  folder.remove();
  return outcome;
}

async function execute(step: Step, args: readonly string[], verbose: boolean): Promise<ProcessResult> {
  return runProcess(process.execPath, [...step.command(), ...args], {
    cwd: fromRoot(),
    timeLimit,
    ...(verbose ? { onOutput: (text: string) => process.stdout.write(text) } : {}),
  });
}

const failure = (error: Error): ProcessResult => ({ code: 1, output: `${error.message}\n` });

function counted(ok: boolean, file: string): Outcome {
  if (!existsSync(file)) return { ok: false, passed: 0, failed: 1, note: 'broke down without a result' };
  const { passed, failed, pending } = JSON.parse(readFileSync(file, 'utf8'));
  const note = `${passed} passed, ${failed} failed${pending > 0 ? `, ${pending} skipped` : ''}`;
  return { ok, passed, failed: ok ? failed : Math.max(failed, 1), note };
}

function line(step: Step, { ok, note }: Outcome, duration: number): string {
  const sign = ok ? styleText('green', '✓') : styleText('red', '✗');
  return `${sign} ${step.name.padEnd(8)} ${(duration / 1000).toFixed(1).padStart(6)} s  ${note}`.trimEnd();
}
