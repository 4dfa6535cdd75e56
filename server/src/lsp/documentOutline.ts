import {
  type Connection,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  SymbolKind,
} from 'vscode-languageserver';
import type { OutlineNode } from '../document/outline.ts';
import type { Blocker } from '../model/index.ts';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import { toLspRange } from './diagnostics.ts';
import type { OpenTrackingDocument, TrackingDocuments } from './trackingDocuments.ts';

/** Shows sections and blockers in the outline, and folds them. */
export function serveDocumentOutline(
  connection: Connection,
  tracking: TrackingDocuments,
  host: WorkerHost,
): void {
  const nodesOf = async ({ folder, file }: OpenTrackingDocument): Promise<readonly OutlineNode[]> =>
    (await host.ask(requests.outline, { root: folder.root, path: file }))?.nodes ?? [];

  connection.onDocumentSymbol(async ({ textDocument }) => {
    const open = await tracking.at(textDocument.uri);
    if (!open) return null;
    const blockers = new Map(open.state.blockers.map((blocker) => [blocker.id, blocker]));
    return (await nodesOf(open)).map((node) => symbolOf(node, blockers));
  });

  connection.onFoldingRanges(async ({ textDocument }) => {
    const open = await tracking.at(textDocument.uri);
    return open ? foldsOf(await nodesOf(open)) : null;
  });
}

function symbolOf(node: OutlineNode, blockers: ReadonlyMap<string, Blocker>): DocumentSymbol {
  const blocker = node.blocker === undefined ? undefined : blockers.get(node.blocker);
  return {
    name: node.name,
    ...(blocker && { detail: `${blocker.priority} · ${blocker.status.replace('-', ' ')}` }),
    kind: node.blocker === undefined ? SymbolKind.String : SymbolKind.Key,
    range: toLspRange(node.range),
    selectionRange: toLspRange(node.headingRange),
    children: node.children.map((child) => symbolOf(child, blockers)),
  };
}

function foldsOf(nodes: readonly OutlineNode[]): FoldingRange[] {
  return nodes.flatMap(({ range, children }) => {
    const [startLine, endLine] = [range.start.line - 1, range.end.line - 1];
    const own = endLine > startLine ? [{ startLine, endLine, kind: FoldingRangeKind.Region }] : [];
    return [...own, ...foldsOf(children)];
  });
}
