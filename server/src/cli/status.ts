import type { Command } from 'commander';
import colours from 'picocolors';
import { type Blocker, isOpen, type Priority, priorities } from '../model/index.ts';
import { type CheckedDocument, checkDocument } from '../worker/requests.ts';
import { documentCommand } from './documentCommand.ts';
import { exitCodes, printJson, printResult, UserError } from './output.ts';
import { dayOfToday } from './today.ts';

/** `status [folder]`: what the tracking document says. `worker` is the worker's entry point. */
export const statusCommand = (worker: URL): Command =>
  documentCommand(
    worker,
    { name: 'status', description: 'what the tracking document says' },
    async ({ host, root, path, name, format }) => {
      const checked = await host.ask(checkDocument, { root, path });
      if (!checked) throw new UserError(`${name} could not be read; is it a text file?`);
      const output = statusOutput(name, checked);
      if (format === 'json') await printJson(output);
      else await printResult(prettyStatus(name, checked));
      process.exitCode = output.counts.P0 > 0 ? exitCodes.blocked : exitCodes.clean;
    },
  );

/** Open by its status, or open again: the code shows it though it is said to be verified, or nobody accepts it any longer. */
const standsInTheWay = ({ status, locations, acceptance }: Blocker): boolean =>
  isOpen(status) ||
  locations.some(({ verdict }) => verdict === 'regressed') ||
  (status === 'accepted' && acceptance?.until !== undefined && acceptance.until < dayOfToday());

/** The JSON of `status`, as contracts.md defines it. */
function statusOutput(path: string, { document: { blockers, problems }, skipped }: CheckedDocument) {
  const count = (priority: Priority) =>
    blockers.filter((blocker) => blocker.priority === priority && standsInTheWay(blocker)).length;
  return {
    schemaVersion: 1,
    document: path,
    blockers: blockers.map(blockerOutput),
    counts: { P0: count('P0'), P1: count('P1'), P2: count('P2'), P3: count('P3') },
    skipped,
    problems,
  };
}

/** Where in the document a location or a step stands is the editor's business alone. */
const blockerOutput = ({ locations, verification, ...blocker }: Blocker) => ({
  ...blocker,
  locations: locations.map(({ range: _, ...location }) => location),
  verification: verification.map(({ range: _, ...step }) => step),
});

function prettyStatus(path: string, { document: { blockers, problems }, skipped }: CheckedDocument): string {
  const lines = [colours.bold(path)];
  for (const priority of priorities) {
    const group = blockers.filter((blocker) => blocker.priority === priority);
    if (group.length === 0) continue;
    const open = group.filter(standsInTheWay).length;
    lines.push('', colours.bold(`${priority}  ${open} open of ${group.length}`));
    for (const { id, name, status, verification } of group) {
      const passed = verification.filter((step) => step.state === 'passed').length;
      const steps = verification.length > 0 ? colours.dim(` ${passed}/${verification.length}`) : '';
      lines.push(`  ${colours.dim(id)} ${name} ${colours.cyan(status)}${steps}`);
    }
  }
  // Hints are for who has the document open.
  const told = problems.filter(({ severity }) => severity !== 'hint');
  if (told.length > 0) lines.push('');
  for (const { message, range, severity } of told.sort((a, b) => a.range.start.line - b.range.start.line)) {
    const paint = severity === 'error' ? colours.red : colours.yellow;
    lines.push(paint(`${path}:${range.start.line} ${message}`));
  }
  for (const reason of new Set(skipped.map((each) => each.reason))) lines.push('', colours.dim(reason));
  return lines.join('\n');
}
