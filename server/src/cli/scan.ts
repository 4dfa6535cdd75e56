import { Command } from 'commander';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { ConfigurationProblem } from '../engine/configurations.ts';
import type { FileResult } from '../engine/engine.ts';
import type { Priority, Skipped } from '../model/index.ts';
import { rules } from '../rules/index.ts';
import { openRoot, scan } from '../worker/requests.ts';
import { WorkerHost } from '../worker/workerHost.ts';
import { existingFolder, exitCodes, formats, oneOf, printJson, printResult, UserError } from './output.ts';
import { prettyScan } from './prettyScan.ts';
import { ProgressLine } from './progressLine.ts';
import type { ScanOutput } from './scanOutput.ts';

const thresholds = ['P0', 'P1', 'P2', 'none'] as const;

interface Options {
  readonly format: (typeof formats)[number];
  readonly failOn: (typeof thresholds)[number];
  readonly rules?: string;
  readonly includeIgnored: boolean;
}

/** `scan [folder]`: finds blockers in a folder. `worker` is the worker's entry point. */
export function scanCommand(worker: URL): Command {
  return new Command('scan')
    .description('find blockers in a folder')
    .argument('[folder]', 'the folder to look at', '.')
    .option('--format <format>', `how to print: ${formats.join(' or ')}`, oneOf(formats), 'pretty')
    .option('--fail-on <priority>', 'exit with 1 at this priority and above', oneOf(thresholds), 'P0')
    .option('--rules <ids>', 'only these rules, separated by commas')
    .option('--include-ignored', 'also what git ignores and build output', false)
    .option('--no-cache', 'forget what earlier scans remembered')
    .action(async (folder: string, options: Options) => {
      const root = await existingFolder(folder);
      const output = await runScan(worker, root, options);
      if (options.format === 'json') await printJson(output);
      else await printResult(await prettyScan(output, root));
      process.exitCode = isBlocked(output, options.failOn) ? exitCodes.blocked : exitCodes.clean;
    });
}

async function runScan(worker: URL, root: string, options: Options): Promise<ScanOutput> {
  const wanted = chosenRules(options.rules);
  const started = performance.now();
  const host = new WorkerHost(worker);
  const progress = new ProgressLine();
  const cancelling = new CancellationTokenSource();
  const interrupt = () => cancelling.cancel();
  process.once('SIGINT', interrupt);
  const results = new Map<string, FileResult>();
  let died: string | undefined;
  host.onEnded((reason) => {
    died = reason;
  });
  try {
    host.onScanned((scanned) => {
      for (const result of scanned.results) results.set(result.file, result);
      progress.show(scanned.done, scanned.total);
    });
    await host.ask(openRoot, { root, includeIgnored: options.includeIgnored });
    const { skipped, configuration } = await host.ask(scan, { root }, cancelling.token);
    if (cancelling.token.isCancellationRequested) throw new UserError('The scan was interrupted.');
    reportConfiguration(configuration);
    return outputOf(root, [...results.values()], skipped, wanted, performance.now() - started);
  } catch (error) {
    throw died === undefined ? error : new UserError(`The scan could not be finished: ${died}.`);
  } finally {
    process.off('SIGINT', interrupt);
    progress.clear();
    await host.end();
  }
}

/** A broken configuration ends the command: whatever it printed would be half of what was asked for. */
function reportConfiguration(problems: readonly ConfigurationProblem[]): void {
  const lines = problems.map(
    ({ file, range, message }) => `${file}:${range.start.line}:${range.start.column} ${message}`,
  );
  if (problems.some(({ severity }) => severity === 'error')) throw new UserError(lines.join('\n'));
  for (const line of lines) console.error(line);
}

/** Unknown ids are told, with what they may have been meant to be. */
function chosenRules(ids: string | undefined): ReadonlySet<string> | undefined {
  if (ids === undefined) return undefined;
  const chosen = ids.split(',').map((id) => id.trim());
  for (const id of chosen) {
    if (rules.some((rule) => rule.id === id)) continue;
    throw new UserError(`There is no rule "${id}"; \`production-blockers rules\` lists them.`);
  }
  return new Set(chosen);
}

function outputOf(
  root: string,
  results: readonly FileResult[],
  unlisted: readonly Skipped[],
  wanted: ReadonlySet<string> | undefined,
  milliseconds: number,
): ScanOutput {
  const findings = results
    .flatMap((result) => result.findings)
    .filter((finding) => !wanted || wanted.has(finding.ruleId));
  const count = (priority: Priority) =>
    findings.filter((finding) => finding.priority === priority && !finding.suppressed).length;
  return {
    schemaVersion: 1,
    root,
    findings,
    skipped: [...unlisted, ...results.flatMap((result) => result.skipped)],
    summary: {
      files: results.length,
      lines: results.reduce((sum, result) => sum + result.lines, 0),
      durationMs: Math.round(milliseconds),
      counts: { P0: count('P0'), P1: count('P1'), P2: count('P2') },
    },
  };
}

function isBlocked({ summary }: ScanOutput, failOn: Options['failOn']): boolean {
  const { P0, P1, P2 } = summary.counts;
  const counted = { none: 0, P0, P1: P0 + P1, P2: P0 + P1 + P2 };
  return counted[failOn] > 0;
}
