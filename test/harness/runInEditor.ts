import { chooseEditor } from './chooseEditor.ts';
import { runInDesktop } from './runInDesktop.ts';
import { runInServer } from './runInServer.ts';
import type { SuiteGroup, SuiteRunOptions, TestCounts } from './suiteGroup.ts';

/**
 * Runs groups of suites, one after the other, each in a freshly started editor. A group that breaks down counts
 * as one failure, and the others run all the same.
 */
export async function runInEditor(
  groups: readonly SuiteGroup[],
  options: SuiteRunOptions,
): Promise<TestCounts> {
  const editor = await chooseEditor();
  const runGroup = editor === 'desktop' ? runInDesktop : runInServer;
  let [passed, failed, pending] = [0, 0, 0];
  for (const group of groups) {
    options.report(`${group.name} (${editor}, ${group.trusted ? 'trusted' : 'untrusted'})`);
    try {
      const counts = await runGroup(group, options);
      passed += counts.passed;
      failed += counts.failed;
      pending += counts.pending;
    } catch (error) {
      options.report(error instanceof Error ? (error.stack ?? error.message) : String(error));
      failed += 1;
    }
  }
  return { passed, failed, pending };
}
