import * as vscode from 'vscode';
import type { VerifyParams, VerifyPlace, VerifyResult } from '../../../server/src/protocol/lsp.ts';
import type { LanguageServer } from '../languageClient.ts';
import { openPlace } from '../panel/openPlace.ts';
import { showResult } from '../panel/showResult.ts';
import { chooseBlocker } from './chooseBlocker.ts';

/** What is not checked yet, said wherever steps are left open. */
const beyond = 'Verify looks at the code; it runs no command and reads no report yet.';

/**
 * Verifies a blocker by the code as it is now: shows where it is still found, or offers to tick the steps that the code
 * has shown and to set the status. Asks for the blocker where none is given. Whoever cancels has changed nothing.
 */
export async function verify(server: LanguageServer, given: VerifyParams | undefined): Promise<void> {
  const target = given ?? (await chooseBlocker(await server.state(), 'Verify by the code'));
  if (!target) return;
  const { document, blocker } = target;
  const result = await server.verify({ document, blocker });
  if (result.outcome === 'found') return showPlaces(result);
  if (result.outcome === 'unknown') {
    await vscode.window.showWarningMessage(result.message);
    return;
  }
  const steps = await askSteps(result);
  if (steps === undefined) return;
  const left = result.left + result.steps.length - steps.length;
  const status = await askStatus(result, left);
  if (status === undefined) return;
  if (steps.length === 0 && status === 'as-it-is') return;
  const change = { document, blocker, steps, ...(status === 'as-it-is' ? {} : { status }) };
  await showResult(server.recordVerified(change));
}

/** Where it stands yet, in a list that opens a place when it is chosen. */
async function showPlaces({ message, places }: VerifyResult): Promise<void> {
  const items = places.map((place) => ({
    label: `$(error) ${place.file}:${place.range.start.line}`,
    detail: place.message,
    place,
  }));
  const options = { title: message, placeHolder: 'Open a place' };
  const chosen = (await vscode.window.showQuickPick(items, options))?.place;
  if (chosen) await open(chosen);
}

const open = (place: VerifyPlace) => openPlace(place, { toSide: false, preserveFocus: false });

/** The steps that the code has shown; those that say themselves that a rule decides are chosen already. */
async function askSteps({ message, steps }: VerifyResult): Promise<number[] | undefined> {
  if (steps.length === 0) return [];
  const items = steps.map(({ index, text, sure }) => ({ label: text, picked: sure, index }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: message,
    placeHolder: 'Which steps has the code shown?',
  });
  return chosen?.map(({ index }) => index);
}

/** @param left how many steps will be open yet */
async function askStatus(
  { message, status }: VerifyResult,
  left: number,
): Promise<'fixed' | 'verified' | 'as-it-is' | undefined> {
  const items: (vscode.QuickPickItem & { to: 'fixed' | 'verified' | 'as-it-is' })[] = [];
  if (left === 0 && status !== 'verified')
    items.push({ label: '$(verified) Mark as verified', to: 'verified' });
  if (status !== 'fixed' && status !== 'verified')
    items.push({
      label: '$(check) Mark as fixed',
      detail: 'Counts as open until it is verified',
      to: 'fixed',
    });
  items.push({ label: '$(dash) Leave the status as it is', to: 'as-it-is' });
  const placeHolder = left > 0 ? `${openSteps(left)}. ${beyond}` : 'No step is open.';
  return (await vscode.window.showQuickPick(items, { title: message, placeHolder }))?.to;
}

const openSteps = (count: number): string => (count === 1 ? '1 step is left' : `${count} steps are left`);
