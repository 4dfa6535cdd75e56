import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runProcess } from '../../scripts/lib/runProcess.ts';
import { tempFolder } from '../../scripts/lib/tempFolder.ts';
import { fromRoot } from '../../scripts/paths.ts';

/** What one run of the built command line took. */
export interface ColdScan {
  /** From the process's start to its end. */
  readonly milliseconds: number;
  /** The most memory that the process held, in MB. */
  readonly memory: number;
  readonly files: number;
  readonly findings: number;
}

/** Runs `scan` once, as a person would. */
export async function coldScan(folder: string): Promise<ColdScan> {
  const kept = tempFolder('bench-scan');
  const memory = join(kept.path, 'memory');
  const preload = pathToFileURL(fromRoot('test', 'bench', 'measure', 'memory.ts')).href;
  const args = ['--import', preload, fromRoot('dist', 'cli.js'), 'scan', folder];
  const started = performance.now();
  const { code, output } = await runProcess(
    process.execPath,
    [...args, '--format', 'json', '--fail-on', 'none'],
    { env: { ...process.env, BENCH_MEMORY: memory } },
  );
  const milliseconds = performance.now() - started;
  if (code !== 0) throw new Error(`scan failed (exit ${code}):\n${output.slice(-2_000)}`);
  const { findings, summary } = JSON.parse(output);
  const kilobytes = Number(readFileSync(memory, 'utf8'));
  kept.remove();
  return { milliseconds, memory: kilobytes / 1_000, files: summary.files, findings: findings.length };
}
