import { userInfo } from 'node:os';
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ChangeResult,
  CreateDocumentParams,
  type CreateDocumentResult,
  methods,
  type RuleTitles,
  SetStatusParams,
  SetValueParams,
  SuppressParams,
  TickStepParams,
} from '../protocol/lsp.ts';
import { rules } from '../rules/index.ts';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import { changeFiles, stale } from './changeFiles.ts';
import type { Client } from './client.ts';
import { type DocumentChanges, refused } from './documentChanges.ts';
import { documentEdits } from './documentEdits.ts';
import type { FolderFile, Folders } from './folders.ts';
import { scanFolder } from './scanProgress.ts';
import type { Settings } from './settings.ts';

/** Answers what the extension asks beyond LSP: the panel's state, and the changes that people make there. */
export function servePanel(
  connection: Connection,
  client: () => Client,
  documents: TextDocuments<TextDocument>,
  folders: Folders,
  host: WorkerHost,
  settings: () => Settings,
  changes: DocumentChanges,
  /** Through when it is known which folders there are. */
  ready: Promise<void>,
): void {
  connection.onRequest(methods.state, () => folders.state());
  connection.onRequest(
    methods.ruleTitles,
    (): RuleTitles => Object.fromEntries(rules.map(({ id, title }) => [id, title])),
  );
  connection.onRequest(methods.rescan, () => {
    for (const folder of folders.all) scanFolder(connection, client(), folder);
    return null;
  });
  connection.onRequest(methods.cancelScan, () => {
    for (const folder of folders.all) folder.cancelScan();
    return null;
  });

  changes.serve(
    methods.setStatus,
    SetStatusParams,
    ({ document }) => document,
    (place, { document: _, blocker, status, ...terms }) => {
      const change = { blocker, status, ...given(terms), by: user() };
      return documentEdits(place.file, host.ask(requests.setStatus, { ...of(place), ...change }));
    },
  );
  changes.serve(
    methods.setValue,
    SetValueParams,
    ({ document }) => document,
    (place, { document: _, blocker, ...set }) =>
      documentEdits(place.file, host.ask(requests.setValue, { ...of(place), blocker, set })),
  );
  changes.serve(
    methods.tickStep,
    TickStepParams,
    ({ document }) => document,
    (place, { blocker, step, done }) => {
      const by = user();
      return documentEdits(
        place.file,
        host.ask(requests.tickStep, { ...of(place), blocker, step, done, by }),
      );
    },
  );
  changes.serve(
    methods.suppress,
    SuppressParams,
    ({ uri }) => uri,
    (place, { fingerprint, reason, until }) =>
      host.ask(requests.suppress, {
        ...of(place),
        fingerprint,
        reason,
        ...(until ? { until, by: user() } : {}),
      }),
  );

  connection.onRequest(methods.takeBaseline, async (): Promise<ChangeResult> => {
    for (const folder of folders.all) {
      const edits = await host.ask(requests.takeBaseline, { root: folder.root });
      if ('refused' in edits) return refused(edits.refused);
      const result = await changeFiles(edits, folder, connection, documents, client().edits);
      if (result === stale) return refused('The baseline is being changed by somebody else; try again.');
      if (!result.applied) return result;
      await folder.refresh();
      scanFolder(connection, client(), folder);
    }
    return { applied: true };
  });

  connection.onRequest(methods.createDocument, async (sent: unknown): Promise<CreateDocumentResult> => {
    await ready;
    const { success, data } = CreateDocumentParams.safeParse(sent ?? {});
    const named = folders.all.find(({ uri }) => uri === data?.folder);
    const folder = named ?? (success && !data.folder ? folders.all[0] : undefined);
    if (!folder) return refused('Open a folder first: the document is written into it.');
    const edits = await host.ask(requests.createDocument, { root: folder.root });
    if ('refused' in edits) return refused(edits.refused);
    const result = await changeFiles(edits, folder, connection, documents, client().edits);
    if (result === stale) return refused('The document is being written by somebody else; try again.');
    if (!result.applied) return result;
    await folder.findDocuments();
    return { applied: true, document: folder.uriOf(edits[0]?.file ?? '') };
  });

  /** The name that people's changes are signed with. */
  function user(): string {
    return settings().user || userInfo().username;
  }
}

/** What says nothing counts as not given. */
const given = <Terms extends object>(
  terms: Terms,
): { [Key in keyof Terms]?: Exclude<Terms[Key], undefined> } =>
  Object.fromEntries(
    Object.entries(terms).filter(([, value]) => value !== undefined && value !== ''),
  ) as never;

const of = ({ folder, file }: FolderFile) => ({ root: folder.root, path: file });
