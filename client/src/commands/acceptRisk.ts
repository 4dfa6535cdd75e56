import * as vscode from 'vscode';
import type { LanguageServer } from '../languageClient.ts';
import { showResult } from '../panel/showResult.ts';

const day = 24 * 60 * 60 * 1000;

/** Accepts a finding's risk until a day, with a reason; both are asked for. Without them nothing changes. */
export async function acceptRisk(
  server: LanguageServer,
  finding: { readonly uri: string; readonly fingerprint: string },
): Promise<void> {
  const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
  const until = await vscode.window.showInputBox({
    title: 'Accept the risk (1 of 2)',
    prompt: 'Until which day? After it, the blocker counts again.',
    value: inDays(90),
    validateInput: (value) => whyNoDay(value, inDays(0)),
  });
  if (until === undefined) return;
  const reason = await vscode.window.showInputBox({
    title: 'Accept the risk (2 of 2)',
    prompt: 'Why can it wait? The reason stands in the comment, with your name.',
    validateInput: (value) => (value.trim() === '' ? 'An acceptance needs a reason.' : undefined),
  });
  if (reason === undefined) return;
  await showResult(server.suppress({ ...finding, reason, until }));
}

function whyNoDay(value: string, today: string): string | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  if (!isDay) return 'Write a day as YYYY-MM-DD.';
  return value < today ? 'This day has passed.' : undefined;
}
