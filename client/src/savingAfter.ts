import * as vscode from 'vscode';
import type { ChangeResult } from '../../server/src/protocol/lsp.ts';

/** A document that had no unsaved changes before a change from outside its editor has none after it. */
export async function savingAfter(uri: string, change: () => Promise<ChangeResult>): Promise<ChangeResult> {
  const wanted = vscode.Uri.parse(uri).toString();
  const find = () => vscode.workspace.textDocuments.find((each) => each.uri.toString() === wanted);
  const wasSaved = find()?.isDirty === false;
  const result = await change();
  const document = find();
  if (result.applied && wasSaved && document?.isDirty) await document.save();
  return result;
}
