import * as vscode from 'vscode';
import type { CreateDocumentParams, CreateDocumentResult } from '../../../server/src/protocol/lsp.ts';

/** Writes a new tracking document from what was found, and shows it. Asks for the folder where there are several. */
export async function createDocument(
  create: (params: CreateDocumentParams) => Promise<CreateDocumentResult>,
): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (folders.length > 1 && !folder) return;
  const result = await create(folder ? { folder: folder.uri.toString() } : {});
  if (result.applied) await vscode.window.showTextDocument(vscode.Uri.parse(result.document));
  else await vscode.window.showWarningMessage(result.reason);
}
