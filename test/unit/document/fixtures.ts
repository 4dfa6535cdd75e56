import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'test', 'fixtures', 'documents');

/** The repository's own documents, by name. */
export const fixtureNames: readonly string[] = readdirSync(folder).filter((name) => name.endsWith('.md'));

export const fixture = (name: string): string => readFileSync(join(folder, name), 'utf8');

/**
 * A document that lies beside the repository on some machines, never in it: `inputs/…` or `documents/…`.
 * Undefined where it is not there; its test then passes over.
 */
export function shared(path: string): string | undefined {
  const file = join(root, '..', 'shared', path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
