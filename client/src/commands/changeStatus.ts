import * as vscode from 'vscode';
import { type Status, statuses } from '../../../server/src/model/vocabulary.ts';
import type { ChangeResult, SetStatusParams } from '../../../server/src/protocol/lsp.ts';
import { showResult } from '../panel/showResult.ts';
import { askAcceptance } from './askAcceptance.ts';
import { askDay } from './askDay.ts';

/** The blocker whose status is to be changed. */
export interface StatusTarget {
  /** URI of its document. */
  readonly document: string;
  readonly blocker: string;
  /** Marked in the list. */
  readonly current?: Status | undefined;
  /** The new status, where it need not be asked for. */
  readonly status?: Status | undefined;
}

const meanings: Readonly<Record<Status, readonly [label: string, meaning: string]>> = {
  open: ['Open', 'Stands in the way; nobody is at it'],
  'in-progress': ['In Progress', 'Somebody is at it'],
  'in-review': ['In Review', 'A fix is being looked at'],
  fixed: ['Fixed', 'Said to be fixed; counts as open until it is verified'],
  verified: ['Verified', 'Fixed, and somebody or something has seen that it is'],
  accepted: ['Accepted', 'The risk is taken, for a reason'],
  deferred: ['Deferred', 'Put off, for a reason; left out of the gate and still listed'],
  dismissed: ['Dismissed', 'Not a blocker, for a reason'],
};

/** What takes a blocker out of the way without a fix has to be justified. */
const reasonsFor: Partial<Record<Status, string>> = {
  accepted: 'Why is this risk acceptable?',
  deferred: 'Why can this wait?',
  dismissed: 'Why is this no blocker?',
};

/** Asks for a status where none is given, and for a reason where one is due, and sets it. Whoever cancels has changed nothing. */
export async function changeStatus(
  { document, blocker, current, status: given }: StatusTarget,
  apply: (params: SetStatusParams) => Promise<ChangeResult>,
): Promise<void> {
  const status = given ?? (await askStatus(blocker, current));
  if (status === undefined || status === current) return;
  const title = `${blocker}: ${meanings[status][0]}`;
  const kind = status === 'dismissed' ? await askKind(title) : '';
  const until = status === 'accepted' ? await askDay(title) : '';
  if (kind === undefined || until === undefined) return;
  const words = await askReason(title, status);
  if (words === undefined) return;
  const terms = status === 'accepted' ? await askAcceptance(title) : {};
  if (terms === undefined) return;
  const reason = kind === '' ? words : `${kind} -- ${words}`;
  await showResult(
    apply({
      document,
      blocker,
      status,
      ...(reason !== '' && { reason }),
      ...(until !== '' && { until }),
      ...terms,
    }),
  );
}

async function askStatus(blocker: string, current: Status | undefined): Promise<Status | undefined> {
  const items = statuses.map((status) => ({
    label: meanings[status][0],
    detail: meanings[status][1],
    ...(status === current && { description: 'current' }),
    status,
  }));
  const title = `Status of ${blocker}`;
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.status;
}

/** Why a blocker is dismissed, in the words that code scanning services use. */
async function askKind(title: string): Promise<string | undefined> {
  const items = [
    { label: 'False positive', detail: 'It was never a blocker', reason: 'false-positive' },
    { label: "Won't fix", detail: 'It is one, and stays', reason: 'wont-fix' },
    { label: 'Used in tests', detail: 'It never reaches production', reason: 'used-in-tests' },
  ];
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.reason;
}

/** @returns empty where no reason is due, undefined where the question was cancelled */
async function askReason(title: string, status: Status): Promise<string | undefined> {
  const prompt = reasonsFor[status];
  if (prompt === undefined) return '';
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' ? 'A reason is needed: it is written into the document.' : undefined,
  });
  return answer?.trim();
}
