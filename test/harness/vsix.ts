import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { installExtension } from '../../scripts/editor/installExtension.ts';
import { tempFolder } from '../../scripts/lib/tempFolder.ts';
import { fromRoot } from '../../scripts/paths.ts';

/**
 * The package under test: what `npm test` has made, or the one that PRODUCTION_BLOCKERS_VSIX names.
 * Throws when it is not there.
 */
export function packageUnderTest(): string {
  const path = resolve(
    process.env.PRODUCTION_BLOCKERS_VSIX ?? fromRoot('.cache', 'production-blockers.vsix'),
  );
  if (!existsSync(path)) throw new Error(`There is no ${path}; "npm test -- package" makes it.`);
  return path;
}

let installed: Promise<string> | undefined;

/** A folder of extensions for VS Code's server build that holds the package under test and nothing else. */
export function installedExtensions(): Promise<string> {
  installed ??= (async () => {
    const folder = tempFolder('extensions');
    await installExtension(packageUnderTest(), folder.path);
    return folder.path;
  })();
  return installed;
}
