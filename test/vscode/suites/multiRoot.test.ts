import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../../scripts/lib/poll.ts';

describe('a workspace of two folders', () => {
  it('has findings in both', async () => {
    // VS Code reads the workspace's file from the remote side, and may start extensions before it has it.
    const folders = () => vscode.workspace.workspaceFolders?.length ?? 0;
    await poll(() => folders() === 2, { what: () => `two folders; there are ${folders()}` });
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
