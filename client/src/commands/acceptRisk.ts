import * as vscode from 'vscode';
import type { LanguageServer } from '../languageClient.ts';
import { showResult } from '../panel/showResult.ts';
import { askDay } from './askDay.ts';

/** Accepts a finding's risk until a day, with a reason; both are asked for. Without them nothing changes. */
export async function acceptRisk(
  server: LanguageServer,
  finding: { readonly uri: string; readonly fingerprint: string },
): Promise<void> {
  const until = await askDay('Accept the risk (1 of 2)');
  if (until === undefined) return;
  const reason = await vscode.window.showInputBox({
    title: 'Accept the risk (2 of 2)',
    prompt: 'Why can it wait? The reason stands in the comment, with your name.',
    validateInput: (value) => (value.trim() === '' ? 'An acceptance needs a reason.' : undefined),
  });
  if (reason === undefined) return;
  await showResult(server.suppress({ ...finding, reason, until }));
}
