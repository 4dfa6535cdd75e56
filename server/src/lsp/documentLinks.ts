import type { Connection, DocumentLink } from 'vscode-languageserver';
import { placeText } from '../document/claimProblems.ts';
import { toLspRange } from './diagnostics.ts';
import type { TrackingDocuments } from './trackingDocuments.ts';

/** Makes each location that is there a link to the place it names. */
export function serveDocumentLinks(connection: Connection, tracking: TrackingDocuments): void {
  connection.onDocumentLinks(async ({ textDocument }) => {
    const open = await tracking.at(textDocument.uri);
    if (!open) return null;
    const { folder, state } = open;
    return state.blockers.flatMap(({ locations }) =>
      locations.flatMap((location): DocumentLink[] => {
        const { file, startLine, verdict, range } = location;
        // A folder opens nowhere, and what is missing opens as an error.
        if (verdict === 'missing' || file.endsWith('/') || file.includes('*')) return [];
        const target = `${folder.uriOf(file)}${startLine === undefined ? '' : `#L${startLine}`}`;
        return [{ range: toLspRange(range), target, tooltip: `Open ${placeText(location)}` }];
      }),
    );
  });
}
