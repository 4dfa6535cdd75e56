import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { findDocuments } from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import { UserError } from './output.ts';

/** The path from the root of the document that is named, else of the folder's own. The host has opened the root. */
export async function documentPath(
  host: WorkerHost,
  root: string,
  given: string | undefined,
): Promise<string> {
  if (given !== undefined) return existingDocument(root, given);
  const [path] = await host.ask(findDocuments, { root });
  if (path === undefined) {
    throw new UserError('No tracking document was found; write a BLOCKERS.md, or name one with --document.');
  }
  return path;
}

/** The path from the root of a document that must exist and be a file; it may lie outside. */
async function existingDocument(root: string, given: string): Promise<string> {
  const path = resolve(given);
  try {
    await readFile(path);
    return relative(root, path).split(sep).join('/');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `can't be read (${code})`;
    throw new UserError(`The document ${given} ${why}; name a Markdown file.`);
  }
}
