import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../../scripts/lib/poll.ts';
import { extensionId } from '../extensionId.ts';

describe('in a workspace that is not trusted', () => {
  it('the extension is there all the same and activates', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not among the extensions`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('finds secrets all the same: it runs nothing of the workspace', async () => {
    const [file] = await vscode.workspace.findFiles('src/mail.ts');
    assert.ok(file);
    await vscode.window.showTextDocument(file);
    await poll(() => vscode.languages.getDiagnostics(file).length === 1, { what: 'a squiggle' });
  });
});
