import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { inBackground } from './background.ts';
import type { Shown } from './diagnostics.ts';
import type { DocumentChecks } from './documentChecks.ts';
import { fileDiagnostics } from './fileDiagnostics.ts';
import type { Folders } from './folders.ts';
import type { Settings } from './settings.ts';
import type { Settling } from './settling.ts';

/** Sends diagnostics to a client that does not ask for them. What it returns is to be called with the URIs of changed files. */
export function servePushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  folders: Folders,
  checks: DocumentChecks,
  settings: () => Settings,
  look: () => Shown,
  settling: Settling,
): (changed: readonly (string | undefined)[]) => void {
  /** What the client shows, by URI, so that nothing is sent twice. */
  const shown = new Map<string, string>();

  function send(uri: string, diagnostics: readonly Diagnostic[], version: number | undefined): void {
    const written = JSON.stringify(diagnostics);
    if ((shown.get(uri) ?? '[]') === written && version === undefined) return;
    if (diagnostics.length === 0) shown.delete(uri);
    else shown.set(uri, written);
    void connection.sendDiagnostics({
      uri,
      diagnostics: [...diagnostics],
      ...(version === undefined ? {} : { version }),
    });
  }

  async function sendOpen(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    await checks.findingsOf(uri);
    const place = folders.locate(uri);
    if (place?.folder.mayBeDocument(place.file)) await place.folder.documentNow(place.file);
    // Typed on meanwhile: the next version sends its own.
    if (!place || documents.get(uri)?.version !== version) return;
    const all = await fileDiagnostics(place.folder, place.file, look());
    if (documents.get(uri)?.version !== version) return;
    const { diagnostics, again } = settling.settle(uri, all, performance.now());
    if (again !== undefined) setTimeout(() => void sendOpen(document).catch(() => {}), again);
    send(uri, diagnostics, version);
  }

  async function sendOthers(): Promise<void> {
    const wanted = new Map<string, Diagnostic[]>();
    if (settings().diagnostics.scope === 'workspace') {
      for (const folder of folders.all) {
        for (const file of folder.filesToShow) {
          wanted.set(folder.uriOf(file), await fileDiagnostics(folder, file, look()));
        }
      }
    }
    for (const uri of new Set([...shown.keys(), ...wanted.keys()])) {
      if (!documents.get(uri)) send(uri, wanted.get(uri) ?? [], undefined);
    }
  }

  let sending: Promise<void> = Promise.resolve();
  /** One after the other: what is asked for last is what is shown. */
  const sendOthersNext = () => {
    sending = sending.catch(() => {}).then(sendOthers);
    inBackground(connection, 'Sending diagnostics', sending);
  };

  documents.onDidChangeContent(({ document }) => void sendOpen(document).catch(() => {}));
  documents.onDidClose(sendOthersNext);
  for (const document of documents.all()) void sendOpen(document).catch(() => {});
  return (changed) => {
    // A project rule may have come to another conclusion in a document that is open beside.
    for (const uri of changed) {
      const document = checks.affected(uri);
      if (document) void sendOpen(document).catch(() => {});
    }
    sendOthersNext();
  };
}
