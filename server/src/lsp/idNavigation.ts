import type { Connection, Location } from 'vscode-languageserver';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import type { BlockerIds } from './blockerIds.ts';
import { toLspRange } from './diagnostics.ts';

/** From an id to the blocker, and from the blocker to every place that names it: the document, comments in code. */
export function serveIdNavigation(connection: Connection, ids: BlockerIds, host: WorkerHost): void {
  connection.onDefinition(async ({ textDocument, position }): Promise<Location | null> => {
    const named = await ids.at(textDocument.uri, position);
    if (!named) return null;
    const { folder, document, blocker } = named;
    const outline = await host.ask(requests.outline, { root: folder.root, path: document.path });
    const written = outline?.blockers.find(({ id }) => id === blocker.id);
    const range = written?.idRange ?? written?.headingRange ?? blocker.range;
    return { uri: document.uri, range: toLspRange(range) };
  });

  connection.onReferences(async ({ textDocument, position, context }): Promise<Location[] | null> => {
    const named = await ids.at(textDocument.uri, position);
    if (!named) return null;
    const { folder, document, blocker } = named;
    const of = { root: folder.root, path: document.path };
    const [mentions, outline] = await Promise.all([
      host.ask(requests.mentions, { ...of, id: blocker.id }),
      host.ask(requests.outline, of),
    ]);
    const declared = outline?.blockers.find(({ id }) => id === blocker.id)?.idRange;
    const isDeclaration = ({ file, range }: requests.Mention) =>
      file === document.path && JSON.stringify(range) === JSON.stringify(declared);
    return mentions
      .filter((mention) => context.includeDeclaration || !isDeclaration(mention))
      .map(({ file, range }) => ({ uri: folder.uriOf(file), range: toLspRange(range) }));
  });
}
