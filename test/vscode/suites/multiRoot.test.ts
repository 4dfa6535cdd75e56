import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../../scripts/lib/poll.ts';

describe('a workspace of two folders', () => {
  it('has findings in both', async () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 2);
    const found = () =>
      vscode.languages
        .getDiagnostics()
        .filter(([, diagnostics]) => diagnostics.some(({ source }) => source === 'production-blockers'))
        .map(([uri]) => vscode.workspace.getWorkspaceFolder(uri)?.name)
        .sort();
    await poll(() => found().length === 2, { what: () => `problems in both folders: ${found()}` });
    assert.deepEqual(found(), ['api', 'web']);
  });
});
