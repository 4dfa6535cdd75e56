import { Command } from 'commander';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { ConfigurationProblem } from '../engine/configurations.ts';
import type { Finding, Priority } from '../model/index.ts';
import { rules } from '../rules/index.ts';
import { tracked } from '../worker/requests.ts';
import { type ScannedRoot, scanRoot } from '../worker/scanRoot.ts';
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
    .option('--no-cache', 'look at every file anew (this version keeps nothing between scans)')
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
  try {
    const scanned = await scanRoot(
      host,
      { root, includeIgnored: options.includeIgnored },
      cancelling.token,
      ({ done, total }) => progress.show(done, total),
    );
    if (cancelling.token.isCancellationRequested) throw new UserError('The scan was interrupted.');
    reportConfiguration(scanned.configuration);
    const blockers = await host.ask(tracked, { root });
    return outputOf(root, scanned, { wanted, blockers }, performance.now() - started);
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
  { results, skipped }: ScannedRoot,
  {
    wanted,
    blockers,
  }: { wanted: ReadonlySet<string> | undefined; blockers: Readonly<Record<string, string>> },
  milliseconds: number,
): ScanOutput {
  const findings = results
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .flatMap((result) => result.findings)
    .filter((finding) => !wanted || wanted.has(finding.ruleId))
    .map((finding) => linked(finding, blockers[finding.fingerprint]));
  const count = (priority: Priority) =>
    findings.filter((finding) => finding.priority === priority && !finding.suppressed).length;
  return {
    schemaVersion: 1,
    root,
    findings,
    skipped: [...skipped, ...results.flatMap((result) => result.skipped)],
    summary: {
      files: results.length,
      lines: results.reduce((sum, result) => sum + result.lines, 0),
      durationMs: Math.round(milliseconds),
      counts: { P0: count('P0'), P1: count('P1'), P2: count('P2') },
    },
  };
}

const linked = (finding: Finding, blocker: string | undefined): Finding =>
  blocker === undefined ? finding : { ...finding, blocker };

function isBlocked({ summary }: ScanOutput, failOn: Options['failOn']): boolean {
  const { P0, P1, P2 } = summary.counts;
  const counted = { none: 0, P0, P1: P0 + P1, P2: P0 + P1 + P2 };
  return counted[failOn] > 0;
}
