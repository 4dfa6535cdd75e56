import {
  type CodeAction,
  type Connection,
  MessageType,
  ShowMessageNotification,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../model/index.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import type { Client } from './client.ts';
import { computeAction } from './codeActionData.ts';
import { clientCommands, codeActionsFor, fixAllKind } from './codeActions.ts';
import { documentActions } from './documentActions.ts';
import type { DocumentChecks } from './documentChecks.ts';
import type { Folders } from './folders.ts';
import { problemActions } from './problemActions.ts';
import type { TrackingDocuments } from './trackingDocuments.ts';
import { toBeConfirmed, toWorkspaceEdit } from './workspaceEdit.ts';

/** Offers quick fixes, and computes the edits of the one that is chosen. */
export function serveCodeActions(
  connection: Connection,
  client: () => Client,
  documents: TextDocuments<TextDocument>,
  folders: Folders,
  checks: DocumentChecks,
  host: WorkerHost,
  tracking: TrackingDocuments,
): void {
  connection.onCodeAction(async (params) => {
    const { uri } = params.textDocument;
    const tracked = await tracking.at(uri);
    const findings = await checks.findingsOf(uri);
    const {
      hasCommands,
      resolvesEdits,
      edits: { annotations: previews },
    } = client();
    const filesWith = (ruleId: string) => folders.locate(uri)?.folder.filesWith(ruleId) ?? 0;
    const documentFor = (finding: Finding) => {
      const folder = folders.locate(uri)?.folder;
      const begins = folder && !folder.hasDocument && client().edits.create;
      return begins ? '' : folder?.documentFor(finding);
    };
    const facts = { findings, filesWith, documentFor, hasCommands, previews };
    const place = folders.locate(uri);
    const inDocument = [
      ...(tracked ? documentActions(params, tracked, hasCommands) : []),
      ...(place ? await problemActions(params, place, host) : []),
    ];
    const actions = [...codeActionsFor(params, facts), ...inDocument];
    // Run on save, an action must have its edits at once.
    const now = actions.map((action) =>
      resolvesEdits && action.kind !== fixAllKind ? action : resolve(action),
    );
    return (await Promise.all(now)).filter((action) => action.kind !== fixAllKind || action.edit);
  });
  connection.onCodeActionResolve(resolve);

  async function resolve(action: CodeAction): Promise<CodeAction> {
    const computed = await computeAction(action.data, folders, host);
    if (!computed) return action;
    const { place, edits, preview } = computed;
    if ('refused' in edits) {
      if (action.kind !== fixAllKind) warn(edits.refused);
      return action;
    }
    const { uriOf } = place.folder;
    const versionOf = (uri: string) => documents.get(uri)?.version;
    const edit = toWorkspaceEdit(edits, uriOf, versionOf, client().edits);
    if (preview) return { ...action, edit: toBeConfirmed(edit, action.title) };
    // Files that nobody has open would stay unsaved behind people's backs.
    const unopened = edits.map(({ file }) => uriOf(file)).filter((uri) => !documents.get(uri));
    if (!client().hasCommands || unopened.length === 0) return { ...action, edit };
    const command = { title: 'Save', command: clientCommands.saveFiles, arguments: [unopened] };
    return { ...action, edit, command };
  }

  function warn(message: string): void {
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }
}
