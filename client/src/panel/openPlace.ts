import * as vscode from 'vscode';
import type { PanelPlace } from '../../../server/src/protocol/panel.ts';
import { editorSelection } from './editorSelection.ts';

/** How a place is opened. */
export interface OpenOptions {
  readonly toSide: boolean;
  /** Leaves the focus where it is, and the editor in preview. */
  readonly preserveFocus: boolean;
}

/** Opens a file at a place, or shows a directory in the explorer. Documents name what isn't there: that is said. */
export async function openPlace({ folder, file, range }: PanelPlace, options: OpenOptions): Promise<void> {
  const uri = uriIn(folder, file);
  if (!uri) {
    await vscode.window.showWarningMessage(`${file} is not in this workspace.`);
    return;
  }
  try {
    if (file.endsWith('/')) await vscode.commands.executeCommand('revealInExplorer', await existing(uri));
    else await vscode.window.showTextDocument(await existing(uri), showOptions(range, options));
  } catch (error) {
    await vscode.window.showWarningMessage(problem(file, error));
  }
}

/** A document is text that anybody wrote: its paths are followed within the workspace and no further. */
function uriIn(folder: string, file: string): vscode.Uri | undefined {
  const root = vscode.Uri.parse(folder).toString();
  const known = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === root);
  return known && !file.split('/').includes('..') ? vscode.Uri.joinPath(known.uri, file) : undefined;
}

async function existing(uri: vscode.Uri): Promise<vscode.Uri> {
  await vscode.workspace.fs.stat(uri);
  return uri;
}

function showOptions(
  range: PanelPlace['range'],
  { toSide, preserveFocus }: OpenOptions,
): vscode.TextDocumentShowOptions {
  const selection = range && editorSelection(range);
  return {
    preserveFocus,
    preview: preserveFocus,
    viewColumn: toSide ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
    ...(selection && {
      selection: new vscode.Range(
        selection.start.line,
        selection.start.character,
        selection.end.line,
        selection.end.character,
      ),
    }),
  };
}

function problem(file: string, error: unknown): string {
  if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return `There is no ${file}.`;
  return `${file} could not be opened: ${error instanceof Error ? error.message : String(error)}`;
}
