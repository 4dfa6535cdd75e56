import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId } from '../extensionId.ts';

describe('in a workspace that is not trusted', () => {
  it('the extension is there all the same and activates', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not among the extensions`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
