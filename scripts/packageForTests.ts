/** Makes the package that rings 3 and 4 install. */
import { packageExtension } from './lib/packageExtension.ts';
import { fromRoot } from './paths.ts';

const { code, output } = await packageExtension(fromRoot('.cache', 'production-blockers.vsix'));
console.log(output);
process.exitCode = code;
