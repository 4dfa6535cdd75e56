import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runVSCodeCommand } from '@vscode/test-electron';
import { editorEnvironment } from '../../scripts/editor/editorServer.ts';
import { withQuietDefaults } from '../../scripts/editor/settings.ts';
import { runProcess } from '../../scripts/lib/runProcess.ts';
import { tempFolder } from '../../scripts/lib/tempFolder.ts';
import { fromRoot } from '../../scripts/paths.ts';
import { bundleSuites } from './bundleSuites.ts';
import { copyWorkspace } from './copyWorkspace.ts';
import { HostReport } from './hostReport.ts';
import { hostExtension, type SuiteGroup, type SuiteRunOptions, type TestCounts } from './suiteGroup.ts';
import { packageUnderTest } from './vsix.ts';

const timeLimit = 180_000;
const download = { version: 'stable', cachePath: fromRoot('.cache', 'desktop') };

/**
 * Runs a group's suites in desktop VS Code, which is downloaded when it is not there yet. VS Code is started
 * here and not by test-electron's `runTests`, because that one trusts every workspace.
 */
export async function runInDesktop(group: SuiteGroup, options: SuiteRunOptions): Promise<TestCounts> {
  const executable = await downloadAndUnzipVSCode(download);
  const suites = await bundleSuites(group, options.grep);
  const workspace = copyWorkspace(group.workspace);
  const profile = tempFolder('desktop');
  const folders = [
    `--user-data-dir=${join(profile.path, 'data')}`,
    `--extensions-dir=${join(profile.path, 'extensions')}`,
  ];
  try {
    writeSettings(join(profile.path, 'data', 'User'), group);
    await runVSCodeCommand(['--install-extension', packageUnderTest(), ...folders], download);
    const report = new HostReport(options);
    const lines = lineSplitter((line) => report.add(line));
    const { code, output } = await runProcess(
      executable,
      [
        workspace.target,
        ...folders,
        ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--no-cached-data'],
        ...['--skip-welcome', '--skip-release-notes'],
        ...(group.trusted ? ['--disable-workspace-trust'] : []),
        `--extensionDevelopmentPath=${hostExtension}`,
        `--extensionTestsPath=${suites}`,
      ],
      { env: editorEnvironment(), timeLimit, onOutput: lines },
    );
    if (report.counts) return report.counts;
    throw new Error(`${group.name} ended (exit ${code}) without a result:\n${output.slice(-4000)}`);
  } finally {
    profile.remove();
    workspace.remove();
  }
}

function writeSettings(folder: string, group: SuiteGroup): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(withQuietDefaults(group.settings)));
}

function lineSplitter(use: (line: string) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) use(line);
  };
}
