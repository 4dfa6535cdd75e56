import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isTrackingDocumentName } from '../document/discovery.ts';
import { inBackground } from './background.ts';
import type { Client } from './client.ts';
import { refreshDiagnostics } from './diagnostics.ts';
import type { DocumentChecks } from './documentChecks.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import { scanFolder } from './scanProgress.ts';

/** With more changes at once than this (a checkout, a build) a scan is quicker. */
const manyFiles = 100;

/** Follows what changes on disk and in the list of folders. */
export async function watchFiles(
  connection: Connection,
  client: Client,
  folders: Folders,
  documents: TextDocuments<TextDocument>,
  checks: DocumentChecks,
): Promise<void> {
  connection.onDidChangeWatchedFiles((params) =>
    inBackground(connection, 'Following changed files', follow(params)),
  );
  if (client.watchesFiles) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*' }],
    });
  }
  if (client.changesFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
      for (const { uri } of removed) await folders.remove(uri);
      for (const each of added) {
        const folder = await folders.add(each);
        if (folder) scanFolder(connection, client, folder);
      }
      await checks.reset();
    });
  }

  async function follow({ changes }: DidChangeWatchedFilesParams): Promise<void> {
    const byFolder = new Map<Folder, string[]>();
    for (const { uri } of changes) {
      const place = folders.locate(uri);
      // An open document's text is its editor's.
      if (!place || documents.get(uri)) continue;
      byFolder.set(place.folder, [...(byFolder.get(place.folder) ?? []), place.file]);
    }
    for (const [folder, files] of byFolder) await followIn(folder, files);
  }

  async function followIn(folder: Folder, files: readonly string[]): Promise<void> {
    if (
      files.some((file) =>
        /(?:^|\/)(?:\.gitignore|\.git\/info\/exclude|package\.json|production-blockers(?:\.baseline)?\.json)$/.test(
          file,
        ),
      )
    ) {
      // What is looked at may be another set of files now, and open ones may be judged in another way.
      await folder.refresh();
      await checks.reset();
      if (client.refreshesDiagnostics) refreshDiagnostics(connection);
      scanFolder(connection, client, folder);
    } else if (files.length > manyFiles) {
      scanFolder(connection, client, folder);
    } else {
      for (const file of files) if (!file.startsWith('.git/')) await folder.check(file);
    }
    if (files.some((file) => !file.startsWith('.git/'))) folder.forgetFiles();
    // Written with every commit, checkout and `git mv`.
    if (files.some((file) => /^\.git\/(?:logs\/HEAD|index)$/.test(file))) folder.forgetRenames();
    for (const file of files) if (isTrackingDocumentName(file)) await folder.readDocument(file);
  }
}
