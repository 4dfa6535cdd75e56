/** `npm run docs`: writes every rule's page from the rule and its examples. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { rulePages } from '../lib/rulePages.ts';
import { fromRoot } from '../paths.ts';

const pages = await rulePages();
for (const [path, text] of pages) {
  mkdirSync(dirname(fromRoot(path)), { recursive: true });
  writeFileSync(fromRoot(path), text);
}
console.log(`${pages.size} pages written to docs/rules.`);
