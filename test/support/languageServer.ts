import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { poll } from '../../scripts/lib/poll.ts';
import { fromRoot } from '../../scripts/paths.ts';
import type { FolderChange } from '../../server/src/protocol/lsp.ts';

export interface LanguageServerOptions {
  /** Absolute path of the workspace folder. */
  readonly root: string;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Settings that the client answers with when it is asked. */
  readonly settings?: unknown;
}

/** The capabilities of a client like VS Code's. */
export const fullCapabilities: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true },
  },
};

/** The built server as a process of its own, spoken to over its standard streams as any client would. */
export class LanguageServerProcess {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly root: string;
  initialized: InitializeResult | undefined;
  /** What was pushed last, by URI. */
  readonly pushed = new Map<string, readonly Diagnostic[]>();
  readonly changes: FolderChange[] = [];
  readonly messages: string[] = [];
  readonly applied: ApplyWorkspaceEditParams[] = [];
  readonly #texts = new Map<string, { version: number; text: string }>();

  constructor({ root, settings }: LanguageServerOptions, command: readonly string[]) {
    this.root = root;
    const [program = process.execPath, ...args] = command;
    this.process = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.process;
    if (!stdin || !stdout) throw new Error('the server has no streams');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.pushed.set(params.uri, params.diagnostics);
    });
    this.connection.onNotification('productionBlockers/changed', (change: FolderChange) => {
      this.changes.push(change);
    });
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settings ?? null),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      this.applied.push(params);
      if (this.#isStale(params.edit)) return { applied: false };
      this.#apply(params.edit);
      return { applied: true };
    });
    this.connection.listen();
  }

  static async start(
    options: LanguageServerOptions,
    command: readonly string[] = [process.execPath, fromRoot('dist/server.js'), '--stdio'],
  ): Promise<LanguageServerProcess> {
    const server = new LanguageServerProcess(options, command);
    const uri = pathToFileURL(options.root).toString();
    server.initialized = await server.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'workspace' }],
      capabilities: options.capabilities ?? fullCapabilities,
      initializationOptions: options.initializationOptions,
    });
    await server.connection.sendNotification('initialized', {});
    return server;
  }

  uriOf(file: string): string {
    return pathToFileURL(`${this.root}/${file}`).toString();
  }

  textOf(file: string): string | undefined {
    return this.#texts.get(this.uriOf(file))?.text;
  }

  async open(file: string, text: string, languageId = 'typescript'): Promise<void> {
    const uri = this.uriOf(file);
    this.#texts.set(uri, { version: 1, text });
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(file: string, text: string): Promise<void> {
    const uri = this.uriOf(file);
    const version = (this.#texts.get(uri)?.version ?? 0) + 1;
    this.#texts.set(uri, { version, text });
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async close(file: string): Promise<void> {
    const uri = this.uriOf(file);
    this.#texts.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(file: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: this.uriOf(file) },
      ...(previousResultId ? { previousResultId } : {}),
    });
  }

  /** The diagnostics of an open file, pulled until there are as many as expected. */
  async diagnostics(file: string, count: number): Promise<readonly Diagnostic[]> {
    let items: readonly Diagnostic[] = [];
    return poll(
      async () => {
        const report = await this.pull(file);
        items = report.kind === 'full' ? report.items : [];
        return items.length === count && items;
      },
      { timeout: 8_000, what: () => `${count} diagnostics in ${file}; there are ${items.length}` },
    );
  }

  codeActions(file: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
    const context: CodeActionContext = { diagnostics: [diagnostic] };
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uriOf(file) },
      range: diagnostic.range,
      context,
    });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.process.once('exit', done));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }

  /** Applies edits to the documents that are open here; offsets from lines and characters, both from 0. */
  #apply(edit: WorkspaceEdit): void {
    for (const change of (edit.documentChanges ?? []) as TextDocumentEdit[]) {
      const known = this.#texts.get(change.textDocument.uri);
      if (known)
        void this.change(this.#fileOf(change.textDocument.uri), editText(known.text, change.edits as never));
    }
  }

  /** An edit of another version than the present one is refused, as editors do. */
  #isStale({ documentChanges = [] }: WorkspaceEdit): boolean {
    return (documentChanges as TextDocumentEdit[]).some(({ textDocument }) => {
      const known = this.#texts.get(textDocument?.uri);
      return known !== undefined && textDocument.version !== null && textDocument.version !== known.version;
    });
  }

  #fileOf(uri: string): string {
    return uri.slice(pathToFileURL(`${this.root}/`).toString().length);
  }
}

type LspEdit = { range: Diagnostic['range']; newText: string };

/** The text after edits as LSP sends them. */
export function editText(text: string, edits: readonly LspEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Diagnostic['range']['start']) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return edits
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
