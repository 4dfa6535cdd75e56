/** `npm run docs`: writes what is made from the code: a page for every rule, and the configuration's schema. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedDocs } from '../lib/generatedDocs.ts';
import { fromRoot } from '../paths.ts';

const pages = await generatedDocs();
for (const [path, text] of pages) {
  mkdirSync(dirname(fromRoot(path)), { recursive: true });
  writeFileSync(fromRoot(path), text);
}
console.log(`${pages.size} pages written to docs.`);
