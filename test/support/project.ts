import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tempFolder } from '../../scripts/lib/tempFolder.ts';

/** A temporary folder with files of these texts; its absolute path. Gone when the process ends. */
export function projectFolder(files: Readonly<Record<string, string | Buffer>>): string {
  const root = tempFolder('project').path;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
