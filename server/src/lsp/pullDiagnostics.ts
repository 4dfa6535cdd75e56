import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { refreshDiagnostics, resultIdOf, type Shown } from './diagnostics.ts';
import type { DocumentChecks } from './documentChecks.ts';
import { fileDiagnostics } from './fileDiagnostics.ts';
import type { Folders } from './folders.ts';
import type { Settings } from './settings.ts';
import type { Settling } from './settling.ts';

/** Answers a client that asks for diagnostics when it wants them. */
export function servePullDiagnostics(
  connection: Connection,
  folders: Folders,
  checks: DocumentChecks,
  settings: () => Settings,
  shown: () => Shown,
  settling: Settling,
  /** Whether the client asks again when it is told to; another would never see what was held back. */
  refreshes: () => boolean,
): void {
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    await checks.findingsOf(uri);
    const place = folders.locate(uri);
    if (!place) return reportOf([], previousResultId);
    if (place.folder.mayBeDocument(place.file)) await place.folder.documentNow(place.file);
    const all = await fileDiagnostics(place.folder, place.file, shown());
    if (!refreshes()) return reportOf(all, previousResultId);
    const { diagnostics, again } = settling.settle(uri, all, performance.now());
    if (again !== undefined) setTimeout(() => refreshDiagnostics(connection), again);
    return reportOf(diagnostics, previousResultId);
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => {
    if (settings().diagnostics.scope !== 'workspace') return { items: [] };
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const folder of folders.all) {
      for (const file of folder.filesToShow) {
        const uri = folder.uriOf(file);
        const diagnostics = await fileDiagnostics(folder, file, shown());
        if (diagnostics.length === 0) continue;
        items.push({ uri, version: null, ...reportOf(diagnostics, known.get(uri)) });
        known.delete(uri);
      }
    }
    // What the client still shows of files that are clean by now.
    for (const uri of known.keys()) items.push({ uri, version: null, ...reportOf([], undefined) });
    return { items };
  });
}

function reportOf(items: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
  const resultId = resultIdOf(items);
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
