import * as vscode from 'vscode';
import type { Blocker, Effort, Priority } from '../../../server/src/model/index.ts';
import { priorities } from '../../../server/src/model/vocabulary.ts';
import type { VerifyParams, WorkspaceState } from '../../../server/src/protocol/lsp.ts';
import type { LanguageServer } from '../languageClient.ts';
import { showResult } from '../panel/showResult.ts';
import { chooseBlocker } from './chooseBlocker.ts';

const meanings: Readonly<Record<Priority, string>> = {
  P0: 'Blocks production',
  P1: 'Should be fixed before production',
  P2: 'Can follow the launch',
  P3: 'Low',
};

/** Asks for a blocker's new priority, and for the blocker where none is given. Whoever cancels has changed nothing. */
export async function changePriority(server: LanguageServer, given: VerifyParams | undefined): Promise<void> {
  const chosen = await blockerFor(server, given, 'Change the priority');
  if (!chosen) return;
  const { target, blocker } = chosen;
  const items = priorities
    .filter((priority) => priority !== blocker?.priority)
    .map((priority) => ({ label: priority, description: meanings[priority], priority }));
  const title = `Priority of ${target.blocker}`;
  const placeHolder = blocker ? `It is ${blocker.priority}` : '';
  const value = (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))
    ?.priority;
  if (value) await showResult(server.setValue({ ...target, what: 'priority', value }));
}

/** Asks who a blocker belongs to. */
export async function setOwner(server: LanguageServer, given: VerifyParams | undefined): Promise<void> {
  const chosen = await blockerFor(server, given, 'Set the owner');
  if (!chosen) return;
  const { target, blocker, others } = chosen;
  const owners = [...new Set(others.flatMap(({ owner }) => owner ?? []))];
  const value = await vscode.window.showInputBox({
    title: `Owner of ${target.blocker}`,
    prompt:
      owners.length > 0
        ? `Who is to see to it? Owners so far: ${owners.slice(0, 8).join(', ')}`
        : 'Who is to see to it?',
    value: blocker?.owner ?? '',
    validateInput: (text) => (text.trim() === '' ? 'Write a name.' : undefined),
  });
  if (value !== undefined) await showResult(server.setValue({ ...target, what: 'owner', value }));
}

/** Asks how much work a blocker is. */
export async function setEffort(server: LanguageServer, given: VerifyParams | undefined): Promise<void> {
  const chosen = await blockerFor(server, given, 'Set the effort');
  if (!chosen) return;
  const { target, blocker } = chosen;
  const value = await vscode.window.showInputBox({
    title: `Effort of ${target.blocker}`,
    prompt: 'How much work is it? For example 4 hours, 2-3 days or 1 week.',
    value: blocker?.effort ? effortText(blocker.effort) : '',
    validateInput: (text) => (/\d.*\p{L}/u.test(text) ? undefined : 'Write a number and a unit.'),
  });
  if (value !== undefined) await showResult(server.setValue({ ...target, what: 'effort', value }));
}

/** Ends the acceptance of a risk before its last day: the blocker is open again, and the document says who ended it. */
export async function endAcceptance(server: LanguageServer, given: VerifyParams | undefined): Promise<void> {
  const target =
    given ??
    (await chooseBlocker(await server.state(), 'End the acceptance of a risk', {
      wanted: ({ status }) => status === 'accepted',
      none: 'No risk is accepted in this workspace.',
    }));
  if (!target) return;
  const { document, blocker } = target;
  await showResult(server.setStatus({ document, blocker, status: 'open' }));
}

interface Chosen {
  readonly target: VerifyParams;
  /** As it was last read. */
  readonly blocker: Blocker | undefined;
  readonly others: readonly Blocker[];
}

async function blockerFor(
  server: LanguageServer,
  given: VerifyParams | undefined,
  title: string,
): Promise<Chosen | undefined> {
  const state: WorkspaceState = await server.state();
  const target = given ?? (await chooseBlocker(state, title));
  if (!target) return undefined;
  const all = state.folders.flatMap(({ documents }) => documents);
  const others = all.find(({ uri }) => uri === target.document)?.blockers ?? [];
  // What a menu hands over has more in it than the two.
  const { document, blocker } = target;
  return { target: { document, blocker }, blocker: others.find(({ id }) => id === blocker), others };
}

const effortText = ({ min, max, unit }: Effort): string =>
  `${min === max ? min : `${min}-${max}`} ${max === 1 ? unit.slice(0, -1) : unit}`;
