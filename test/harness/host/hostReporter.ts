import { format } from 'node:util';
import Mocha, { type MochaOptions, type Runner } from 'mocha';
import type { TestCounts } from '../suiteGroup.ts';
import { countsMark, lineMark } from './marks.ts';

/** Mocha's usual report, each line marked, so that it can be told apart from what else an editor logs. */
export class HostReporter extends Mocha.reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    const log = console.log.bind(console);
    Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => {
      for (const line of format(...parts).split('\n')) log(lineMark + line);
    };
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const counts: TestCounts = { passed: passes, failed: failures, pending };
      log(countsMark + JSON.stringify(counts));
    });
  }
}
