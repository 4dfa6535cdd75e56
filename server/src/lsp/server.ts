/** Glues the parts of the language server together, and does only that. */
import {
  createConnection,
  DidChangeConfigurationNotification,
  ProposedFeatures,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { methods } from '../protocol/lsp.ts';
import { WorkerHost } from '../worker/workerHost.ts';
import { inBackground } from './background.ts';
import { BlockerIds } from './blockerIds.ts';
import { type Client, capabilitiesFor, clientOf } from './client.ts';
import { serveCodeActions } from './codeActionRequests.ts';
import { serveCodeLenses } from './codeLenses.ts';
import { serveCompletion } from './completion.ts';
import { refreshDiagnostics, type Shown } from './diagnostics.ts';
import { DocumentChanges } from './documentChanges.ts';
import { DocumentChecks } from './documentChecks.ts';
import { serveDocumentLinks } from './documentLinks.ts';
import { serveDocumentOutline } from './documentOutline.ts';
import { watchFiles } from './fileWatching.ts';
import { Folders } from './folders.ts';
import { serveHover } from './hover.ts';
import { serveIdNavigation } from './idNavigation.ts';
import { serveInlayHints } from './inlayHints.ts';
import { servePanel } from './panelRequests.ts';
import { servePullDiagnostics } from './pullDiagnostics.ts';
import { servePushDiagnostics } from './pushDiagnostics.ts';
import { serveRefresh } from './refreshRequests.ts';
import { serveRename } from './rename.ts';
import { scanFolder } from './scanProgress.ts';
import { settingsFrom } from './settings.ts';
import { Settling } from './settling.ts';
import { TrackingDocuments } from './trackingDocuments.ts';
import { serveVerification } from './verifyRequests.ts';

/** Serves the client at the other end of this process's streams. `worker` is the worker's entry point. */
export function startServer(worker: URL): void {
  const connection = createConnection(ProposedFeatures.all);
  const host = new WorkerHost(worker);
  const documents = new TextDocuments(TextDocument);
  let client: Client;
  let settings = settingsFrom(undefined);

  const diagnosticsChanged: ((uris: readonly (string | undefined)[]) => void)[] = [];
  let trusted = false;
  const folders = new Folders(
    host,
    (change, judged) => {
      if (client.showsPanel) void connection.sendNotification(methods.changed, change);
      const changed = (change.files ?? []).map(({ file }) => folders.get(change.folder)?.uriOf(file));
      if (judged.length > 0) {
        // Because of another file; of what is typed in them the client asks by itself.
        changed.push(...judged);
        if (client.refreshesInlayHints)
          inBackground(connection, 'Refreshing hints', connection.languages.inlayHint.refresh());
      }
      if (changed.length > 0) for (const listener of diagnosticsChanged) listener(changed);
    },
    () => trusted,
  );
  let foldersOpened = () => {};
  const ready = new Promise<void>((done) => {
    foldersOpened = done;
  });
  const settling = new Settling();
  const checks = new DocumentChecks(documents, folders, connection, ready);
  const tracking = new TrackingDocuments(documents, folders, checks);
  const changes = new DocumentChanges(connection, () => client, documents, folders);
  const ids = new BlockerIds(documents, folders, tracking);

  connection.onInitialize((params) => {
    client = clientOf(params);
    trusted = client.trusted;
    if (!client.pullsConfiguration) settings = settingsFrom(params.initializationOptions?.settings);
    const serverInfo = { name: 'production-blockers' };
    return { capabilities: capabilitiesFor(client), serverInfo };
  });

  connection.onInitialized(async () => {
    if (client.pullsConfiguration) await readSettings();
    if (client.announcesConfiguration) {
      const section = 'productionBlockers';
      await connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
    if (client.pullsDiagnostics) {
      diagnosticsChanged.push((uris) => {
        // The document that is typed in is asked for anyway; another may have got a project rule's finding.
        const others = uris.some((uri) => checks.affected(uri));
        if (client.refreshesDiagnostics && (others || settings.diagnostics.scope === 'workspace')) {
          refreshDiagnostics(connection);
        }
      });
    } else {
      diagnosticsChanged.push(
        servePushDiagnostics(connection, documents, folders, checks, () => settings, shown, settling),
      );
    }
    await watchFiles(connection, client, folders, documents, checks);
    await Promise.all(client.folders.map(openFolder)).finally(foldersOpened);
    await Promise.all(documents.all().map((document) => checks.findingsOf(document.uri)));
  });

  servePullDiagnostics(
    connection,
    folders,
    checks,
    () => settings,
    shown,
    settling,
    () => client.refreshesDiagnostics,
  );
  serveCodeActions(connection, () => client, documents, folders, checks, host, tracking);
  serveInlayHints(connection, tracking);
  serveHover(connection, ids, host);
  serveIdNavigation(connection, ids, host);
  serveRename(connection, () => client, documents, ids, host);
  serveDocumentLinks(connection, tracking);
  serveDocumentOutline(connection, tracking, host);
  serveCodeLenses(connection, () => client, tracking);
  serveCompletion(connection, tracking, host);
  servePanel(
    connection,
    () => client,
    documents,
    folders,
    host,
    () => settings,
    changes,
    ready,
  );
  serveVerification(connection, folders, host, changes);
  serveRefresh(changes, host, () => trusted);

  documents.onDidChangeContent(({ document }) => void checks.findingsOf(document.uri).catch(() => {}));
  documents.onDidClose(({ document }) => {
    settling.forget(document.uri);
    inBackground(connection, `Closing ${document.uri}`, checks.close(document.uri));
  });

  connection.onDidChangeConfiguration(async ({ settings: sent }) => {
    if (client.pullsConfiguration) await readSettings();
    else settings = settingsFrom((sent as { productionBlockers?: unknown } | undefined)?.productionBlockers);
    for (const listener of diagnosticsChanged) listener([]);
    if (client.refreshesDiagnostics) refreshDiagnostics(connection);
  });

  host.onEnded(async ({ reason, hungOn }) => {
    connection.console.error(`The analysis stopped (${reason}) and is started again.`);
    try {
      await Promise.all(folders.all.map((folder) => folder.open()));
      await checks.reset();
      // Without the file that it hung on, a scan gets through.
      if (hungOn) for (const folder of folders.all) scanFolder(connection, client, folder);
    } catch (error) {
      connection.console.error(`The analysis could not be started again: ${error}`);
    }
  });

  connection.onNotification(methods.trusted, () => {
    trusted = true;
    for (const folder of folders.all) folder.forgetRenames();
  });

  connection.onShutdown(() => host.end());
  documents.listen(connection);
  connection.listen();

  function shown(): Shown {
    // The pages lie beside the server: no network is needed to read one.
    const pageOf = (ruleId: string) => new URL(`../docs/rules/${ruleId}.md`, worker).href;
    return { severity: settings.severity, pageOf };
  }

  async function openFolder(added: { readonly uri: string }): Promise<void> {
    const folder = await folders.add(added);
    if (folder) scanFolder(connection, client, folder);
  }

  async function readSettings(): Promise<void> {
    settings = settingsFrom(await connection.workspace.getConfiguration('productionBlockers'));
  }
}
