import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../../scripts/lib/poll.ts';
import { plantedIn } from '../../support/planted.ts';

/** With a page to show, the code is an object. */
const ruleOf = (code: vscode.Diagnostic['code']) => (typeof code === 'object' ? code.value : code);

/** What is wrong in the document has no page. */
const isFinding = (code: vscode.Diagnostic['code']) => typeof code === 'object';

describe('the sample', () => {
  const ours = () =>
    vscode.languages
      .getDiagnostics()
      .flatMap(([uri, diagnostics]) =>
        diagnostics
          // What the document claims, and where it contradicts itself, is not planted in the code.
          .filter(({ source, code }) => source === 'production-blockers' && isFinding(code))
          .map(
            ({ code, range }) =>
              `${ruleOf(code)} ${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}`,
          ),
      )
      .sort();

  it('has every planted secret in Problems, and none of the look-alikes', async () => {
    const readme = await vscode.workspace.findFiles('README.md');
    const text = (await vscode.workspace.openTextDocument(readme[0] as vscode.Uri)).getText();
    const expected = plantedIn(text);
    await poll(() => ours().length >= expected.length, {
      what: () => `${expected.length} problems: ${ours()}`,
    });
    assert.deepEqual(ours(), expected);
  });

  it('follows the settings as they are changed', async () => {
    const settings = vscode.workspace.getConfiguration('productionBlockers');
    await settings.update('severity', { P0: 'off' }, vscode.ConfigurationTarget.Workspace);
    await poll(() => ours().every((problem) => !problem.startsWith('no-hardcoded-secret')), {
      what: 'no P0',
    });
    assert.ok(ours().length > 0, 'P1 stays');
    await settings.update('severity', undefined, vscode.ConfigurationTarget.Workspace);
    await poll(() => ours().some((problem) => problem.startsWith('no-hardcoded-secret')), {
      what: 'P0 again',
    });
  });

  it('contributes the panel and its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['showPanel', 'rescan', 'restartServer', 'changeStatus']) {
      assert.ok(commands.includes(`productionBlockers.${name}`), name);
    }
  });

  it('goes on after the language server was restarted', async () => {
    await vscode.commands.executeCommand('productionBlockers.restartServer');
    await poll(() => ours().length > 0, { what: 'problems after a restart' });
  });
});
