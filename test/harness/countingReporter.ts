import { writeFileSync } from 'node:fs';
import Mocha, { type MochaOptions, type Runner } from 'mocha';
import type { TestCounts } from './suiteGroup.ts';

/** Mocha's usual report; besides, the counts go as JSON into the file that the reporter option `counts` names. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const counts: TestCounts = { passed: passes, failed: failures, pending };
      writeFileSync(options.reporterOptions.counts, JSON.stringify(counts));
    });
  }
}
