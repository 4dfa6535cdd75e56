import * as vscode from 'vscode';

/** Saves files that a quick fix has changed and that nobody had open. */
export async function saveFiles(uris: readonly string[]): Promise<void> {
  const wanted = new Set(uris.map((uri) => vscode.Uri.parse(uri).toString()));
  for (const document of vscode.workspace.textDocuments) {
    if (wanted.has(document.uri.toString()) && document.isDirty) await document.save();
  }
}
