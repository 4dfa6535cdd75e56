import type { CodeLens, Connection } from 'vscode-languageserver';
import type { Blocker, Status } from '../model/index.ts';
import type { Client } from './client.ts';
import { clientCommands } from './codeActions.ts';
import { toLspRange } from './diagnostics.ts';
import type { TrackingDocuments } from './trackingDocuments.ts';

/** What a person would do next with a blocker, above its heading. */
export function serveCodeLenses(
  connection: Connection,
  client: () => Client,
  tracking: TrackingDocuments,
): void {
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    if (!client().hasCommands) return null;
    const open = await tracking.at(uri);
    if (!open) return null;
    return open.state.blockers.flatMap((blocker): CodeLens[] => {
      const { line } = toLspRange(blocker.range).start;
      const content = open.text.getText({ start: { line, character: 0 }, end: { line, character: 40 } });
      // Above each row of a table or item of a list they would tear it apart.
      if (!/^\s{0,3}(?:#|\*\*)/.test(content)) return [];
      const range = { start: { line, character: 0 }, end: { line, character: 0 } };
      const target = { document: uri, blocker: blocker.id };
      const lens = (title: string, command: string, argument: object): CodeLens => ({
        range,
        command: { title, command, arguments: [argument] },
      });
      return [
        ...(mayVerify.has(blocker.status) ? [lens('Verify', clientCommands.verify, target)] : []),
        ...changesOf(blocker).map(([title, status]) =>
          lens(title, clientCommands.setStatus, { ...target, status, current: blocker.status }),
        ),
      ];
    });
  });
}

/** What is accepted, put off or no blocker stays as it is, whatever the code says. */
const mayVerify: ReadonlySet<Status> = new Set(['open', 'in-progress', 'in-review', 'fixed', 'verified']);

type Change = readonly [title: string, status: Status];

const reopen: Change = ['Reopen', 'open'];
const acceptRisk: Change = ['Accept risk…', 'accepted'];
const markFixed: Change = ['Mark as fixed', 'fixed'];

function changesOf({ status, verification }: Blocker): readonly Change[] {
  switch (status) {
    case 'open':
      return [['Start work', 'in-progress'], acceptRisk];
    case 'in-progress':
    case 'in-review':
      return [markFixed, acceptRisk];
    case 'fixed':
      return verification.every(({ state }) => state === 'passed')
        ? [['Mark as verified', 'verified'], reopen]
        : [reopen];
    case 'accepted':
      return [['End the acceptance', 'open']];
    default:
      return [reopen];
  }
}
