import { type Connection, MarkupKind } from 'vscode-languageserver';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import type { BlockerIds } from './blockerIds.ts';
import { blockerMarkdown } from './blockerMarkdown.ts';

/** Shows a blocker's state wherever its id stands. */
export function serveHover(connection: Connection, ids: BlockerIds, host: WorkerHost): void {
  connection.onHover(async ({ textDocument, position }) => {
    const named = await ids.at(textDocument.uri, position);
    if (!named) return null;
    const { folder, document, blocker, range } = named;
    const outline = await host.ask(requests.outline, { root: folder.root, path: document.path });
    const acceptance = outline?.blockers.find(({ id }) => id === blocker.id)?.acceptance;
    const inferredRule = folder.inferredRule(document.path, blocker);
    const value = blockerMarkdown(blocker, { acceptance, inferredRule });
    return { range, contents: { kind: MarkupKind.Markdown, value } };
  });
}
