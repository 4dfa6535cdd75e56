import * as vscode from 'vscode';
import type { ChangeResult } from '../../../server/src/protocol/lsp.ts';

/** Says why a change was not made. One that was made can be seen. */
export async function showResult(result: Promise<ChangeResult>): Promise<void> {
  const outcome = await result;
  if (!outcome.applied) await vscode.window.showWarningMessage(outcome.reason);
}
