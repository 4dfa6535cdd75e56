import {
  type CodeAction,
  type Connection,
  MessageType,
  ShowMessageNotification,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkerHost } from '../worker/workerHost.ts';
import type { Client } from './client.ts';
import { clientCommands, codeActionsFor, editsOf } from './codeActions.ts';
import type { DocumentChecks } from './documentChecks.ts';
import type { Folders } from './folders.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';

/** Offers quick fixes, and computes the edits of the one that is chosen. */
export function serveCodeActions(
  connection: Connection,
  client: () => Client,
  documents: TextDocuments<TextDocument>,
  folders: Folders,
  checks: DocumentChecks,
  host: WorkerHost,
): void {
  connection.onCodeAction(async (params) => {
    const findings = await checks.findingsOf(params.textDocument.uri);
    const actions = codeActionsFor(params, findings, client().hasCommands);
    return client().resolvesEdits ? actions : Promise.all(actions.map(resolve));
  });
  connection.onCodeActionResolve(resolve);

  async function resolve(action: CodeAction): Promise<CodeAction> {
    const computed = await editsOf(action.data, folders, host);
    if (!computed) return action;
    const { place, edits } = computed;
    if ('refused' in edits) {
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: edits.refused,
      });
      return action;
    }
    const { uriOf } = place.folder;
    const versionOf = (uri: string) => documents.get(uri)?.version;
    const edit = toWorkspaceEdit(edits, uriOf, versionOf, client().edits);
    // Files that nobody has open would stay unsaved behind people's backs.
    const unopened = edits.map(({ file }) => uriOf(file)).filter((uri) => !documents.get(uri));
    if (!client().hasCommands || unopened.length === 0) return { ...action, edit };
    const command = { title: 'Save', command: clientCommands.saveFiles, arguments: [unopened] };
    return { ...action, edit, command };
  }
}
