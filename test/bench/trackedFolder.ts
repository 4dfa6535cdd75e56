import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TempFolder, tempFolder } from '../../scripts/lib/tempFolder.ts';
import { blockersOf, fileOf } from './blockersOf.ts';

export const documentName = 'BLOCKERS.md';

const script = `import https from 'node:https';

export const agent = new https.Agent({
  rejectUnauthorized: false,
});
`;

/** The document of a folder whose every claim is true. */
export const trackedDocument = (count: number): string =>
  blockersOf({ count, rule: 'tls-verification-disabled', line: 4 });

/** A folder with so many scripts, a finding in each, and a document that tracks them all. */
export function trackedFolder(count: number): TempFolder {
  const folder = tempFolder('bench-document');
  for (let index = 0; index < count; index++) {
    const path = join(folder.path, fileOf(index));
    if (index === 0) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, script);
  }
  writeFileSync(join(folder.path, documentName), trackedDocument(count));
  return folder;
}
