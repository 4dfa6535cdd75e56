import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  LanguageClient,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type ChangeResult,
  type CreateDocumentParams,
  type CreateDocumentResult,
  type FolderChange,
  methods,
  type RecordVerifiedParams,
  type RefreshDocumentParams,
  type RuleTitles,
  type SetStatusParams,
  type SetValueParams,
  type SuppressParams,
  type TickStepParams,
  type VerifyParams,
  type VerifyResult,
  type WorkspaceState,
} from '../../server/src/protocol/lsp.ts';
import type { PanelEnvironment } from '../../server/src/protocol/panel.ts';
import type { PanelHost } from './panel/panelHost.ts';
import { savingAfter } from './savingAfter.ts';

/** The first restart comes after a second, each later one after twice as long, up to half a minute. */
const firstDelay = 1_000;
const longestDelay = 30_000;
/** A server that ran this long was well: the next restart is a first one again. */
const wellAfter = 60_000;

/** Starts the language server, keeps it alive, and speaks to it beyond LSP. */
export class LanguageServer implements PanelHost, vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #change = new vscode.EventEmitter<FolderChange>();
  readonly #environment = new vscode.EventEmitter<PanelEnvironment>();
  readonly #reset = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable[];
  #restarts = 0;
  #startedAt = 0;
  #stoppedSince: Date | undefined;
  #rules: RuleTitles = {};
  #disposed = false;

  readonly onChange = this.#change.event;
  readonly onEnvironment = this.#environment.event;
  readonly onReset = this.#reset.event;

  constructor(context: vscode.ExtensionContext) {
    const module = context.asAbsolutePath('dist/server.js');
    this.#client = new LanguageClient(
      'productionBlockers',
      'Production Blockers',
      { module, transport: TransportKind.ipc },
      {
        documentSelector: [{ scheme: 'file' }],
        // Asked for at each start: trust may have been given meanwhile.
        initializationOptions: () => ({
          panel: true,
          commands: true,
          trusted: vscode.workspace.isTrusted,
        }),
        diagnosticPullOptions: { onChange: true, onSave: false },
        errorHandler: {
          error: () => ({ action: ErrorAction.Continue }),
          closed: () => this.#restartLater(),
        },
      },
    );
    this.#client.onNotification(methods.changed, (change: FolderChange) => this.#change.fire(change));
    this.#listeners = [
      this.#client.onDidChangeState(({ newState }) => void this.#follow(newState)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#reset.fire()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#environment.fire(this.environment());
        if (this.#client.isRunning()) void this.#client.sendNotification(methods.trusted);
      }),
    ];
  }

  start(): Promise<void> {
    return this.#client.start();
  }

  async restart(): Promise<void> {
    this.#restarts = 0;
    await this.#client.restart();
  }

  environment(): PanelEnvironment {
    const since = this.#stoppedSince;
    const clock = (date: Date) =>
      date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
    return {
      trusted: vscode.workspace.isTrusted,
      rules: this.#rules,
      ...(since ? { stoppedSince: clock(since) } : {}),
    };
  }

  state(): Promise<WorkspaceState> {
    return this.#client.sendRequest(methods.state);
  }

  rescan(): Promise<void> {
    return this.#client.sendRequest(methods.rescan);
  }

  cancelScan(): Promise<void> {
    return this.#client.sendRequest(methods.cancelScan);
  }

  setStatus(params: SetStatusParams): Promise<ChangeResult> {
    return savingAfter(params.document, () => this.#client.sendRequest(methods.setStatus, params));
  }

  setValue(params: SetValueParams): Promise<ChangeResult> {
    return savingAfter(params.document, () => this.#client.sendRequest(methods.setValue, params));
  }

  tickStep(params: TickStepParams): Promise<ChangeResult> {
    return savingAfter(params.document, () => this.#client.sendRequest(methods.tickStep, params));
  }

  verify(params: VerifyParams): Promise<VerifyResult> {
    return this.#client.sendRequest(methods.verify, params);
  }

  recordVerified(params: RecordVerifiedParams): Promise<ChangeResult> {
    return savingAfter(params.document, () => this.#client.sendRequest(methods.recordVerified, params));
  }

  suppress(params: SuppressParams): Promise<ChangeResult> {
    return this.#client.sendRequest(methods.suppress, params);
  }

  takeBaseline(): Promise<ChangeResult> {
    return this.#client.sendRequest(methods.takeBaseline);
  }

  refreshDocument(params: RefreshDocumentParams): Promise<ChangeResult> {
    return savingAfter(params.document, () => this.#client.sendRequest(methods.refreshDocument, params));
  }

  createDocument(params: CreateDocumentParams): Promise<CreateDocumentResult> {
    return this.#client.sendRequest(methods.createDocument, params);
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    vscode.Disposable.from(...this.#listeners, this.#change, this.#environment, this.#reset).dispose();
    await this.#client.dispose();
  }

  async #follow(state: State): Promise<void> {
    if (state === State.Running) {
      this.#startedAt = Date.now();
      this.#stoppedSince = undefined;
      this.#rules = await this.#client.sendRequest<RuleTitles>(methods.ruleTitles);
      this.#reset.fire();
    } else if (state === State.Stopped) {
      this.#stoppedSince = new Date();
    }
    this.#environment.fire(this.environment());
  }

  /** Never gives up, but takes its time. */
  async #restartLater(): Promise<CloseHandlerResult> {
    if (Date.now() - this.#startedAt > wellAfter) this.#restarts = 0;
    const delay = Math.min(firstDelay * 2 ** this.#restarts++, longestDelay);
    await new Promise((done) => setTimeout(done, delay));
    return { action: this.#disposed ? CloseAction.DoNotRestart : CloseAction.Restart, handled: true };
  }
}
