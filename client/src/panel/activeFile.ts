import * as vscode from 'vscode';
import type { ActiveFile, ActiveFileSource } from './panelSession.ts';

/** The file in the active editor, where it is one of a workspace folder. */
function current(): ActiveFile | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  if (!uri || !folder) return undefined;
  const root = folder.uri.path.replace(/\/?$/, '/');
  return { folder: folder.uri.toString(), file: uri.path.slice(root.length) };
}

export const activeFileSource: ActiveFileSource = {
  current,
  onChange: (listener, thisArgs, disposables) =>
    vscode.window.onDidChangeActiveTextEditor(
      () => {
        const file = current();
        if (file) listener.call(thisArgs, file);
      },
      undefined,
      disposables,
    ),
};
