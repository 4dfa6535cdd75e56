import { startEditorServer } from '../../scripts/editor/editorServer.ts';
import { poll } from '../../scripts/lib/poll.ts';
import { fromRoot } from '../../scripts/paths.ts';
import { browser } from './browser.ts';
import { bundleSuites } from './bundleSuites.ts';
import { copyWorkspace } from './copyWorkspace.ts';
import { HostReport } from './hostReport.ts';
import { hostExtension, type SuiteGroup, type SuiteRunOptions, type TestCounts } from './suiteGroup.ts';
import { installedExtensions } from './vsix.ts';

/** How long one group may take, in milliseconds. */
const timeLimit = 180_000;

/** Runs a group's suites in the extension host of VS Code's server build, with the package installed. */
export async function runInServer(group: SuiteGroup, options: SuiteRunOptions): Promise<TestCounts> {
  const suites = await bundleSuites(group, options.grep);
  const workspace = copyWorkspace(group.workspace);
  const server = await startEditorServer({
    extensions: await installedExtensions(),
    trusted: group.trusted,
    settings: group.settings ?? {},
    driver: true,
  });
  const page = await (await browser()).newPage();
  try {
    const report = new HostReport(options);
    let exitCode: number | undefined;
    await page.exposeFunction('codeAutomationLog', (_level: string, parts: unknown[]) => {
      report.add(parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '));
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => {
      exitCode = code;
    });
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote(hostExtension)],
      ['extensionTestsPath', remote(suites)],
    ]);
    await page.goto(server.address(workspace.target, { payload }));
    await poll(() => exitCode !== undefined, {
      timeout: timeLimit,
      what: () => `the end of ${group.name}.\n${report.tail()}\nThe server:\n${server.output()}`,
    });
    if (report.counts) return report.counts;
    throw new Error(
      `${group.name} ended without a result.\n${report.tail()}\nThe server:\n${server.output()}`,
    );
  } catch (error) {
    const screenshot = fromRoot('.cache', 'screenshots', `failed-${group.name}.png`);
    await page.screenshot({ path: screenshot }).catch(() => undefined);
    throw error;
  } finally {
    await page.close();
    await server.stop();
    workspace.remove();
  }
}

const remote = (path: string): string => `vscode-remote://remote${encodeURI(path)}`;
