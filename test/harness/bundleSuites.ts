import { join } from 'node:path';
import { build } from 'esbuild';
import { fromRoot } from '../../scripts/paths.ts';
import type { SuiteGroup } from './suiteGroup.ts';

/**
 * Bundles a group's suites into a script that the extension host can load. Returns its path. Mocha stays
 * outside: it is found in node_modules, from where the script lies.
 */
export async function bundleSuites(group: SuiteGroup, grep: string | undefined): Promise<string> {
  const outfile = fromRoot('.cache', 'suites', `${group.name}.cjs`);
  const options = { ...(grep ? { grep } : {}), forbidOnly: Boolean(process.env.CI) };
  const loaders = group.suites.map((suite) => `() => import('./test/vscode/suites/${suite}.test.ts')`);
  await build({
    absWorkingDir: fromRoot(),
    stdin: {
      resolveDir: fromRoot(),
      sourcefile: join('test', 'vscode', `${group.name}.entry.ts`),
      contents: [
        "import { runSuites } from './test/harness/host/runSuites.ts';",
        `export const run = () => runSuites([${loaders.join(', ')}], ${JSON.stringify(options)});`,
      ].join('\n'),
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return outfile;
}
