import { methods, RefreshDocumentParams } from '../protocol/lsp.ts';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import type { DocumentChanges } from './documentChanges.ts';
import { documentEdits } from './documentEdits.ts';

/** Puts a tracking document's computed values right when somebody asks for it, and says where all are right. */
export function serveRefresh(changes: DocumentChanges, host: WorkerHost, trusted: () => boolean): void {
  changes.serve(
    methods.refreshDocument,
    RefreshDocumentParams,
    ({ document }) => document,
    async ({ folder, file }) => {
      const asked = { root: folder.root, path: file, trusted: trusted() };
      const answer = await host.ask(requests.refreshDocument, asked);
      return 'edits' in answer && answer.edits.length === 0
        ? { refused: `All values in ${file} that can be computed are right.` }
        : documentEdits(file, Promise.resolve(answer));
    },
  );
}
