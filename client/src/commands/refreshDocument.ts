import * as vscode from 'vscode';
import type { LanguageServer } from '../languageClient.ts';

/**
 * Puts the computed values of a tracking document right: the one in front, the only one there is, or one that a
 * person chooses.
 */
export async function refreshDocument(server: LanguageServer): Promise<void> {
  const { folders } = await server.state();
  const documents = folders.flatMap((folder) => folder.documents);
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const inFront = documents.find(({ uri }) => vscode.Uri.parse(uri).toString() === active);
  const document = inFront ?? (documents.length > 1 ? await choose(documents) : documents[0]);
  if (!document) {
    if (documents.length === 0)
      await vscode.window.showWarningMessage('There is no tracking document in this workspace.');
    return;
  }
  const result = await server.refreshDocument({ document: document.uri });
  if (!result.applied) await vscode.window.showInformationMessage(result.reason);
}

async function choose<Document extends { readonly path: string }>(
  documents: readonly Document[],
): Promise<Document | undefined> {
  const items = documents.map((document) => ({ label: document.path, document }));
  return (await vscode.window.showQuickPick(items, { title: 'Refresh the computed values' }))?.document;
}
