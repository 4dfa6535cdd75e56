/** Runs inside the editor's extension host: loads suites into mocha and reports through the console. */
import Mocha from 'mocha';
import { HostReporter } from './hostReporter.ts';

/** What the generated entry file of a group passes on. */
export interface HostOptions {
  readonly grep?: string;
  /** Whether `.only` fails the run. */
  readonly forbidOnly: boolean;
}

/**
 * Runs the suites to their end. Failures of tests are reported and are no error of this function: the editor
 * would only show it once more.
 */
export async function runSuites(loaders: readonly (() => unknown)[], options: HostOptions): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    color: false,
    reporter: HostReporter,
    forbidOnly: options.forbidOnly,
    ...(options.grep ? { grep: options.grep } : {}),
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const load of loaders) await load();
  await new Promise<void>((resolve) => {
    mocha.run(() => resolve());
  });
}
