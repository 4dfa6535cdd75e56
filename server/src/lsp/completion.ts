import { CompletionItemKind, type Connection } from 'vscode-languageserver';
import type { Completion } from '../document/completions.ts';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import { toLspRange } from './diagnostics.ts';
import type { TrackingDocuments } from './trackingDocuments.ts';

/** Typed behind a field's colon, at the start of a path, and between its parts. */
export const completionTriggers = [' ', '`', '/'];

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  status: CompletionItemKind.EnumMember,
  priority: CompletionItemKind.EnumMember,
  effort: CompletionItemKind.Unit,
  rule: CompletionItemKind.Reference,
  id: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

/** Offers what can stand at a place in a tracking document. */
export function serveCompletion(connection: Connection, tracking: TrackingDocuments, host: WorkerHost): void {
  connection.onCompletion(async ({ textDocument, position }) => {
    const open = await tracking.at(textDocument.uri);
    if (!open) return null;
    const { folder, file: path } = open;
    const at = { line: position.line + 1, column: position.character + 1 };
    const completions = await host.ask(requests.complete, { root: folder.root, path, at });
    return completions.map(({ kind, label, detail, range, newText }, index) => ({
      label,
      kind: kinds[kind],
      ...(detail === undefined ? {} : { detail }),
      filterText: label,
      // In the order in which people expect to read them, not by their letters.
      sortText: String(index).padStart(5, '0'),
      textEdit: { range: toLspRange(range), newText },
    }));
  });
}
