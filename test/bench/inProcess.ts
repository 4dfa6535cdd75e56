import { runProcess } from '../../scripts/lib/runProcess.ts';
import { fromRoot } from '../../scripts/paths.ts';

/** Runs `measure/<name>.ts` in a process of its own and returns what it printed as JSON. */
export async function inProcess<Result>(name: string, ...args: string[]): Promise<Result> {
  const script = fromRoot('test', 'bench', 'measure', `${name}.ts`);
  const { code, output } = await runProcess(process.execPath, [script, ...args], { timeLimit: 300_000 });
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0 || !last.startsWith('{')) throw new Error(`${name} failed (exit ${code}):\n${output}`);
  return JSON.parse(last) as Result;
}
