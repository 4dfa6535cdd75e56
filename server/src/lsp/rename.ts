import {
  type Connection,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import type { BlockerIds } from './blockerIds.ts';
import type { Client } from './client.ts';
import { toWorkspaceEdit } from './workspaceEdit.ts';

/** Gives a blocker another id, in its document and in the comments that name it. */
export function serveRename(
  connection: Connection,
  client: () => Client,
  documents: TextDocuments<TextDocument>,
  ids: BlockerIds,
  host: WorkerHost,
): void {
  connection.onPrepareRename(async ({ textDocument, position }) => {
    const named = await ids.at(textDocument.uri, position);
    return named ? { range: named.range, placeholder: named.blocker.id } : null;
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const named = await ids.at(textDocument.uri, position);
    if (!named) return null;
    const { folder, document, blocker } = named;
    const of = { root: folder.root, path: document.path };
    const edits = await host.ask(requests.renameId, { ...of, id: blocker.id, newId: newName.trim() });
    if ('refused' in edits) {
      if (textDocument.uri !== document.uri)
        return new ResponseError(LSPErrorCodes.RequestFailed, edits.refused);
      // On an error VS Code asks the next who can rename, and Markdown's own would change the heading instead.
      const type = MessageType.Warning;
      void connection.sendNotification(ShowMessageNotification.type, { type, message: edits.refused });
      return {};
    }
    const versionOf = (uri: string) => documents.get(uri)?.version;
    return toWorkspaceEdit(edits, folder.uriOf, versionOf, client().edits);
  });
}
