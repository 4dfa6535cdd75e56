import {
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding } from '../model/index.ts';
import { diagnosticOf, resultIdOf } from './diagnostics.ts';
import type { DocumentChecks } from './documentChecks.ts';
import type { Folders } from './folders.ts';
import type { Settings } from './settings.ts';

/** Answers a client that asks for diagnostics when it wants them. */
export function servePullDiagnostics(
  connection: Connection,
  folders: Folders,
  checks: DocumentChecks,
  settings: () => Settings,
): void {
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) =>
    reportOf(await checks.findingsOf(textDocument.uri), uriIn(textDocument.uri), previousResultId),
  );

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => {
    if (settings().diagnostics.scope !== 'workspace') return { items: [] };
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const folder of folders.all) {
      for (const [file, findings] of folder.findings) {
        const uri = folder.uriOf(file);
        items.push({ uri, version: null, ...reportOf(findings, folder.uriOf, known.get(uri)) });
        known.delete(uri);
      }
    }
    // What the client still shows of files that are clean by now.
    for (const uri of known.keys())
      items.push({ uri, version: null, ...reportOf([], uriIn(uri), undefined) });
    return { items };
  });

  function uriIn(documentUri: string): (file: string) => string {
    const place = folders.locate(documentUri);
    return (file) => place?.folder.uriOf(file) ?? documentUri;
  }
}

function reportOf(
  findings: readonly Finding[],
  uriOf: (file: string) => string,
  previous: string | undefined,
): DocumentDiagnosticReport {
  const resultId = resultIdOf(findings);
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  const items = findings.map((finding) => diagnosticOf(finding, uriOf)).filter((each) => each !== undefined);
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
