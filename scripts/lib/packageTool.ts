import { readFileSync } from 'node:fs';
import { fromRoot } from '../paths.ts';

/**
 * The script behind a command line tool of an installed package, to be run with Node: `tsc` of `typescript`.
 * Throws when the package or its command is not there.
 */
export function packageTool(packageName: string, command: string): string {
  const manifest = JSON.parse(readFileSync(fromRoot('node_modules', packageName, 'package.json'), 'utf8'));
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[command];
  if (typeof script !== 'string') throw new Error(`The package ${packageName} has no command ${command}.`);
  return fromRoot('node_modules', packageName, script);
}
