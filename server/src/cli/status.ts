import { Command } from 'commander';
import colours from 'picocolors';
import { type Blocker, isOpen, type Priority, priorities, type TrackingDocument } from '../model/index.ts';
import { checkDocument } from '../worker/requests.ts';
import { WorkerHost } from '../worker/workerHost.ts';
import { documentPath } from './documentPath.ts';
import { existingFolder, exitCodes, formats, oneOf, printJson, printResult, UserError } from './output.ts';

interface Options {
  readonly document?: string;
  readonly format: (typeof formats)[number];
}

/** `status [folder]`: what the tracking document says. `worker` is the worker's entry point. */
export function statusCommand(worker: URL): Command {
  return new Command('status')
    .description('what the tracking document says')
    .argument('[folder]', 'the folder that the document speaks of', '.')
    .option('--document <file>', 'the document, where it is not found by itself')
    .option('--format <format>', `how to print: ${formats.join(' or ')}`, oneOf(formats), 'pretty')
    .action(async (folder: string, options: Options) => {
      const root = await existingFolder(folder);
      const host = new WorkerHost(worker);
      try {
        const { path, document } = await readStatus(host, root, options.document);
        const output = statusOutput(path, document);
        if (options.format === 'json') await printJson(output);
        else await printResult(prettyStatus(path, document));
        process.exitCode = output.counts.P0 > 0 ? exitCodes.blocked : exitCodes.clean;
      } finally {
        await host.end();
      }
    });
}

async function readStatus(host: WorkerHost, root: string, given: string | undefined) {
  await host.openRoot(root, false);
  const path = await documentPath(host, root, given);
  const document = await host.ask(checkDocument, { root, path });
  if (!document) throw new UserError(`${given ?? path} could not be read; is it a text file?`);
  return { path: given ?? path, document };
}

/** The JSON of `status`, as contracts.md defines it. */
function statusOutput(path: string, { blockers, problems }: TrackingDocument) {
  const count = (priority: Priority) =>
    blockers.filter((blocker) => blocker.priority === priority && isOpen(blocker.status)).length;
  return {
    schemaVersion: 1,
    document: path,
    blockers: blockers.map(blockerOutput),
    counts: { P0: count('P0'), P1: count('P1'), P2: count('P2'), P3: count('P3') },
    skipped: [],
    problems,
  };
}

/** Where in the document a location or a step stands is the editor's business alone. */
const blockerOutput = ({ locations, verification, ...blocker }: Blocker) => ({
  ...blocker,
  locations: locations.map(({ range: _, ...location }) => location),
  verification: verification.map(({ range: _, ...step }) => step),
});

function prettyStatus(path: string, { blockers, problems }: TrackingDocument): string {
  const lines = [colours.bold(path)];
  for (const priority of priorities) {
    const group = blockers.filter((blocker) => blocker.priority === priority);
    if (group.length === 0) continue;
    const open = group.filter((blocker) => isOpen(blocker.status)).length;
    lines.push('', colours.bold(`${priority}  ${open} open of ${group.length}`));
    for (const { id, name, status, verification } of group) {
      const passed = verification.filter((step) => step.state === 'passed').length;
      const steps = verification.length > 0 ? colours.dim(` ${passed}/${verification.length}`) : '';
      lines.push(`  ${colours.dim(id)} ${name} ${colours.cyan(status)}${steps}`);
    }
  }
  // Hints are for who has the document open.
  for (const { message, range } of problems.filter(({ severity }) => severity !== 'hint'))
    lines.push('', colours.yellow(`${path}:${range.start.line} ${message}`));
  return lines.join('\n');
}
