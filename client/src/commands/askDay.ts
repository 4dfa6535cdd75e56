import * as vscode from 'vscode';

const day = 24 * 60 * 60 * 1000;

/** Asks until which day a risk is accepted, YYYY-MM-DD; undefined where the question was cancelled. */
export function askDay(title: string): Thenable<string | undefined> {
  const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
  return vscode.window.showInputBox({
    title,
    prompt: 'Until which day? After it, the blocker counts again.',
    value: inDays(90),
    ignoreFocusOut: true,
    validateInput: (value) => whyNoDay(value, inDays(0)),
  });
}

function whyNoDay(value: string, today: string): string | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  if (!isDay) return 'Write a day as YYYY-MM-DD.';
  return value < today ? 'This day has passed.' : undefined;
}
