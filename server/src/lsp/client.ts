import {
  CodeActionKind,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import * as z from 'zod/mini';
import { fixAllKind } from './codeActions.ts';
import { completionTriggers } from './completion.ts';
import { source } from './diagnostics.ts';
import type { EditCapabilities } from './workspaceEdit.ts';

/** What the extension tells about itself; another client sends nothing of the kind. */
const Options = z.catch(
  z.object({
    /** The client draws the panel and wants to know of every change. */
    panel: z.catch(z.boolean(), false),
    /** The client has the commands that actions may end with. */
    commands: z.catch(z.boolean(), false),
    /** Somebody has said that the workspace may be trusted. */
    trusted: z.catch(z.boolean(), false),
  }),
  { panel: false, commands: false, trusted: false },
);

/** What the client at hand can do. */
export interface Client {
  readonly folders: readonly Pick<WorkspaceFolder, 'uri'>[];
  readonly showsPanel: boolean;
  readonly hasCommands: boolean;
  /** From the start; that it is trusted may be said later, too. */
  readonly trusted: boolean;
  /** It asks for diagnostics; where not, they are sent to it. Never both. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly pullsConfiguration: boolean;
  /** It tells of changed settings when it is asked to. */
  readonly announcesConfiguration: boolean;
  readonly resolvesEdits: boolean;
  readonly watchesFiles: boolean;
  readonly showsProgress: boolean;
  readonly changesFolders: boolean;
  readonly edits: EditCapabilities;
}

export function clientOf({
  capabilities,
  initializationOptions,
  workspaceFolders,
  rootUri,
}: InitializeParams): Client {
  const options = Options.parse(initializationOptions ?? {});
  const { textDocument, workspace, window } = capabilities;
  return {
    folders: workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []),
    showsPanel: options.panel,
    hasCommands: options.commands,
    trusted: options.trusted,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    pullsConfiguration: workspace?.configuration === true,
    announcesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsProgress: window?.workDoneProgress === true,
    changesFolders: workspace?.workspaceFolders === true,
    edits: {
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      create: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
      annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    },
  };
}

export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
      resolveProvider: client.resolvesEdits,
    },
    inlayHintProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: {},
    documentSymbolProvider: { label: 'Production Blockers' },
    foldingRangeProvider: true,
    completionProvider: { triggerCharacters: completionTriggers },
    ...(client.hasCommands ? { codeLensProvider: {} } : {}),
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: source,
            interFileDependencies: false,
            workspaceDiagnostics: true,
          },
        }
      : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
