import * as vscode from 'vscode';
import type { LanguageServer } from '../languageClient.ts';

/** Keeps one finding quiet, with a reason that is asked for. Without a reason nothing changes. */
export async function suppress(
  server: LanguageServer,
  finding: { readonly uri: string; readonly fingerprint: string },
): Promise<void> {
  const reason = await vscode.window.showInputBox({
    title: 'Suppress this finding',
    prompt: 'Why is this no blocker? The reason stands in the comment, for whoever reads the code next.',
    placeHolder: 'for example: value of a local test account, without rights',
    validateInput: (value) => (value.trim() === '' ? 'A suppression needs a reason.' : undefined),
  });
  if (reason === undefined) return;
  const result = await server.suppress({ ...finding, reason });
  if (!result.applied) void vscode.window.showWarningMessage(result.reason);
}
