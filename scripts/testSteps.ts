import { packageTool } from './lib/packageTool.ts';
import { fromRoot } from './paths.ts';

/** One thing that `npm test` does: a script that is run with Node, in the root. */
export interface Step {
  readonly name: string;
  /** Steps that must have succeeded before. */
  readonly needs: readonly string[];
  /** The script and its arguments. A function, so that a package that is missing fails only this step. */
  readonly command: () => readonly string[];
  /** Whether it runs tests: it is given `--grep`, and its counts are added up. */
  readonly countsInto?: (file: string) => readonly string[];
}

/** Names for several steps. */
export const groups: Readonly<Record<string, readonly string[]>> = {
  static: ['lockfile', 'types', 'lint', 'layers', 'unused'],
};

/** In the order in which they are run. */
export const steps: readonly Step[] = [
  { name: 'lockfile', needs: [], command: () => [fromRoot('scripts', 'completeLockfile.mjs'), '--check'] },
  { name: 'build', needs: [], command: () => [fromRoot('scripts', 'build.ts')] },
  tool('types', 'typescript', 'tsc', '-b'),
  tool('lint', '@biomejs/biome', 'biome', 'check'),
  tool(
    'layers',
    'dependency-cruiser',
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    'server',
    'client',
    'media',
  ),
  tool('unused', 'knip', 'knip'),
  ring('unit', [], 'test/unit/**/*.test.ts', 'test/rules/**/*.test.ts'),
  ring('server', ['build'], 'test/server/**/*.test.ts'),
  { name: 'package', needs: ['build'], command: () => [fromRoot('scripts', 'packageForTests.ts')] },
  { name: 'editor', needs: [], command: () => [fromRoot('test', 'harness', 'installForTests.ts')] },
  {
    name: 'vscode',
    needs: ['package', 'editor'],
    command: () => [fromRoot('test', 'vscode', 'run.ts')],
    countsInto: (file) => ['--counts', file],
  },
  ring('page', ['package', 'editor'], 'test/page/**/*.test.ts'),
];

function tool(name: string, packageName: string, command: string, ...args: string[]): Step {
  return { name, needs: [], command: () => [packageTool(packageName, command), ...args] };
}

function ring(name: string, needs: readonly string[], ...files: string[]): Step {
  const onlyForbidden = process.env.CI ? ['--forbid-only'] : [];
  const reporter = fromRoot('test', 'harness', 'countingReporter.ts');
  return {
    name,
    needs,
    command: () => [
      packageTool('mocha', 'mocha'),
      ...onlyForbidden,
      '--no-color',
      '--reporter',
      reporter,
      ...files,
    ],
    countsInto: (file) => ['--reporter-option', `counts=${file}`],
  };
}
