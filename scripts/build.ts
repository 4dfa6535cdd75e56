/** Bundles extension, server, worker, command line and panel into `dist/`. `--watch` keeps doing it. */
import { cp, rm } from 'node:fs/promises';
import { type BuildOptions, build, context } from 'esbuild';
import { fromRoot } from './paths.ts';

const watch = process.argv.includes('--watch');

const common: BuildOptions = {
  absWorkingDir: fromRoot(),
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  legalComments: 'linked',
  logLevel: 'warning',
  outdir: 'dist',
};

/** The extension host loads CommonJS. The server is a process of its own and shares nothing with it. */
const extension: BuildOptions = {
  ...common,
  entryPoints: { extension: 'client/src/extension.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
};

/**
 * Everything that thinks. Split, so that the parts share one copy of what they have in common and ts-morph is
 * read only where the first script file needs it. Packages written for CommonJS expect what the banner defines.
 */
const engine: BuildOptions = {
  ...common,
  entryPoints: {
    server: 'server/src/lsp/main.ts',
    worker: 'server/src/worker/main.ts',
    cli: 'server/src/cli/main.ts',
  },
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  splitting: true,
  platform: 'node',
  // jsonc-parser's other build loads its own parts in a way that no bundler sees.
  mainFields: ['module', 'main'],
  target: 'node20',
  banner: {
    js: [
      "import { createRequire as __createRequire } from 'node:module';",
      "import { fileURLToPath as __fileURLToPath } from 'node:url';",
      "import { dirname as __pathDirname } from 'node:path';",
      'const require = __createRequire(import.meta.url);',
      'const __filename = __fileURLToPath(import.meta.url);',
      'const __dirname = __pathDirname(__filename);',
    ].join(''),
  },
};

/** The panel's page: one script, one style sheet. */
const panel: BuildOptions = {
  ...common,
  entryPoints: { panel: 'media/panel/main.ts' },
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
};

await rm(fromRoot('dist'), { recursive: true, force: true });
const bundles = [extension, engine, panel];
if (watch) {
  for (const options of bundles) await (await context(options)).watch();
  console.error('watching; Ctrl+C ends it');
} else {
  await Promise.all(bundles.map((options) => build(options)));
  await cp(fromRoot('node_modules/@vscode/codicons/dist/codicon.css'), fromRoot('dist/codicon.css'));
  await cp(fromRoot('node_modules/@vscode/codicons/dist/codicon.ttf'), fromRoot('dist/codicon.ttf'));
}
