import * as vscode from 'vscode';
import type { Blocker } from '../../../server/src/model/index.ts';
import type { DocumentState, VerifyParams, WorkspaceState } from '../../../server/src/protocol/lsp.ts';

/** Which blockers come into question, and what is said where there are none. */
interface Wanted {
  wanted(blocker: Blocker): boolean;
  readonly none: string;
}

const any: Wanted = {
  wanted: () => true,
  none: 'There is no tracking document with blockers in this workspace.',
};

/** The blocker under the cursor, where a tracking document is in front; else one that a person chooses. */
export async function chooseBlocker(
  { folders }: WorkspaceState,
  title: string,
  { wanted, none } = any,
): Promise<VerifyParams | undefined> {
  const documents = folders
    .flatMap((folder) => folder.documents)
    .map((document) => ({ ...document, blockers: document.blockers.filter(wanted) }));
  const editor = vscode.window.activeTextEditor;
  const own = documents.find(
    ({ uri }) => vscode.Uri.parse(uri).toString() === editor?.document.uri.toString(),
  );
  const here = own && editor && blockerAt(own, editor.selection.active.line + 1);
  if (own && here !== undefined) return { document: own.uri, blocker: here };
  const items = documents.flatMap(({ uri, path, blockers }) =>
    blockers.map(({ id, name, priority, status }) => ({
      label: `${id}: ${name}`,
      description: `${priority} · ${status.replace('-', ' ')}${documents.length > 1 ? ` · ${path}` : ''}`,
      target: { document: uri, blocker: id },
    })),
  );
  if (items.length === 0) {
    await vscode.window.showWarningMessage(none);
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.target;
}

/** The innermost blocker around a line, which counts from 1. */
const blockerAt = ({ blockers }: DocumentState, line: number): string | undefined =>
  blockers.findLast(({ range: { start, end } }) => start.line <= line && line <= end.line)?.id;
