/** `npm run package`: builds and makes production-blockers-<version>.vsix in the root. */
import { readFileSync } from 'node:fs';
import { buildPackageOrExit } from '../lib/buildExtension.ts';
import { fromRoot } from '../paths.ts';

const { name, version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
const vsix = fromRoot(`${name}-${version}.vsix`);
await buildPackageOrExit(vsix);
console.log(vsix);
