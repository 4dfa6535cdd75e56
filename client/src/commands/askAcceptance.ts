import * as vscode from 'vscode';
import { type AcceptanceLevel, acceptanceLevels } from '../../../server/src/model/vocabulary.ts';
import type { SetStatusParams } from '../../../server/src/protocol/lsp.ts';

type Terms = Pick<SetStatusParams, 'likelihood' | 'impact' | 'overall' | 'mitigation' | 'rollback'>;

/** Asks which more is to be said of an accepted risk than its reason; nothing is a good answer. Undefined where cancelled. */
export async function askAcceptance(title: string): Promise<Terms | undefined> {
  const items = [
    { label: 'Level', detail: 'How likely harm is, how bad it would be, and both together', what: 'level' },
    { label: 'Mitigation', detail: 'What makes the risk smaller meanwhile', what: 'mitigation' },
    { label: 'Rollback', detail: 'What is done when it goes wrong', what: 'rollback' },
  ] as const;
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: 'What else is to be written down? Enter goes on without.',
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (!chosen) return undefined;
  let terms: Terms = {};
  for (const { what } of chosen) {
    const said = what === 'level' ? await askLevels(title) : await askWords(title, what);
    if (!said) return undefined;
    terms = { ...terms, ...said };
  }
  return terms;
}

async function askLevels(title: string): Promise<Terms | undefined> {
  const ask = (placeHolder: string) =>
    vscode.window.showQuickPick<vscode.QuickPickItem & { level: AcceptanceLevel }>(
      acceptanceLevels.map((level) => ({ label: level, level })),
      { title, placeHolder, ignoreFocusOut: true },
    );
  const likelihood = (await ask('How likely is harm?'))?.level;
  const impact = likelihood && (await ask('How bad would it be?'))?.level;
  const overall = impact && (await ask('How high is the risk, all in all?'))?.level;
  return overall && { likelihood, impact, overall };
}

async function askWords(title: string, what: 'mitigation' | 'rollback'): Promise<Terms | undefined> {
  const prompt =
    what === 'mitigation' ? 'What makes the risk smaller meanwhile?' : 'What is done when it goes wrong?';
  const said = await vscode.window.showInputBox({ title, prompt, ignoreFocusOut: true });
  return said === undefined ? undefined : { [what]: said.trim() };
}
