import { Command } from 'commander';
import { WorkerHost } from '../worker/workerHost.ts';
import { documentPath } from './documentPath.ts';
import { existingFolder, formats, oneOf } from './output.ts';

/** What a command about the tracking document starts from: the opened folder, and the document in it. */
export interface DocumentRun {
  readonly host: WorkerHost;
  /** Absolute. */
  readonly root: string;
  readonly path: string;
  /** The document as people name it: as given, else its path. */
  readonly name: string;
  readonly format: (typeof formats)[number];
}

/** A command that takes a folder and its tracking document. `worker` is the worker's entry point. */
export function documentCommand(
  worker: URL,
  { name, description }: { readonly name: string; readonly description: string },
  run: (run: DocumentRun) => Promise<void>,
): Command {
  return new Command(name)
    .description(description)
    .argument('[folder]', 'the folder that the document speaks of', '.')
    .option('--document <file>', 'the document, where it is not found by itself')
    .option('--format <format>', `how to print: ${formats.join(' or ')}`, oneOf(formats), 'pretty')
    .action(async (folder: string, options: { document?: string; format: DocumentRun['format'] }) => {
      const root = await existingFolder(folder);
      const host = new WorkerHost(worker);
      try {
        await host.openRoot(root, false);
        const path = await documentPath(host, root, options.document);
        await run({ host, root, path, name: options.document ?? path, format: options.format });
      } finally {
        await host.end();
      }
    });
}
