import { basename, join } from 'node:path';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { Finding } from '../model/index.ts';
import type { DocumentState, FolderChange, FolderState, ScanProgress } from '../protocol/lsp.ts';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import { FindingsStore } from './findingsStore.ts';
import { uriOfPath } from './uris.ts';

/** Changes are gathered this long before they are told: 50 ms. */
const gatherFor = 50;

/** One workspace folder: its scan, its findings, its tracking documents. Asks the worker, tells the client. */
export class Folder {
  readonly uri: string;
  /** Absolute path. */
  readonly root: string;
  readonly #host: WorkerHost;
  readonly #tell: (change: FolderChange) => void;
  readonly #store: FindingsStore;
  #scan: ScanProgress = { phase: 'waiting', done: 0, total: 0 };
  #scanning: CancellationTokenSource | undefined;
  #documents: readonly DocumentState[] = [];
  #seen = new Set<string>();
  #pending: { files: Set<string>; scan: boolean; documents: boolean } | undefined;

  constructor(uri: string, root: string, host: WorkerHost, tell: (change: FolderChange) => void) {
    this.uri = uri;
    this.root = root;
    this.#host = host;
    this.#tell = tell;
    this.#store = new FindingsStore((file) => this.#changed({ file }));
  }

  /** To be awaited before anything else, and again after the worker was started anew. */
  open(): Promise<null> {
    return this.#host.ask(requests.openRoot, { root: this.root, includeIgnored: false });
  }

  close(): Promise<null> {
    this.cancelScan();
    return this.#host.ask(requests.closeRoot, { root: this.root });
  }

  uriOf = (file: string): string => uriOfPath(join(this.root, file));

  findingsOf(file: string): readonly Finding[] {
    return this.#store.of(file);
  }

  get findings(): ReadonlyMap<string, readonly Finding[]> {
    return this.#store.files;
  }

  get documents(): readonly DocumentState[] {
    return this.#documents;
  }

  state(): FolderState {
    return {
      uri: this.uri,
      name: basename(this.root),
      scan: this.#scan,
      documents: this.#documents,
      files: [...this.#store.files].map(([file, findings]) => ({ file, findings })),
      skipped: this.#store.skipped,
    };
  }

  /** Scans the whole folder anew; one that runs is ended first. Never rejects. */
  async scan(onProgress: (progress: ScanProgress) => void): Promise<void> {
    this.cancelScan();
    const cancelling = new CancellationTokenSource();
    this.#scanning = cancelling;
    this.#seen = new Set();
    const progress = (next: ScanProgress) => {
      if (this.#scanning !== cancelling) return;
      this.#scan = next;
      this.#changed({ scan: true });
      onProgress(next);
    };
    progress({ phase: 'scanning', done: 0, total: 0 });
    const listening = this.#host.onScanned(({ root, results, done, total }) => {
      if (root !== this.root || this.#scanning !== cancelling) return;
      for (const result of results) {
        this.#seen.add(result.file);
        this.#store.put(result);
      }
      progress({ phase: 'scanning', done, total });
    });
    try {
      const { skipped } = await this.#host.ask(requests.scan, { root: this.root }, cancelling.token);
      const { done, total } = this.#scan;
      if (cancelling.token.isCancellationRequested) {
        progress({ phase: 'cancelled', done, total });
      } else {
        this.#store.keepOnly(this.#seen);
        this.#store.putUnlisted(skipped);
        progress({ phase: 'done', done: total, total });
      }
    } catch (error) {
      const { done, total } = this.#scan;
      const message = error instanceof Error ? error.message : String(error);
      progress(
        cancelling.token.isCancellationRequested
          ? { phase: 'cancelled', done, total }
          : { phase: 'failed', done, total, message },
      );
    } finally {
      listening.dispose();
      if (this.#scanning === cancelling) this.#scanning = undefined;
    }
  }

  cancelScan(): void {
    this.#scanning?.cancel();
  }

  /** Checks one file as it is now; `text` as {@link requests.check} takes it. */
  async check(file: string, text?: string | null): Promise<readonly Finding[]> {
    const result = await this.#host.ask(requests.check, {
      root: this.root,
      path: file,
      ...(text === undefined ? {} : { text }),
    });
    this.#seen.add(file);
    this.#store.put(result);
    return result.findings;
  }

  refresh(): Promise<null> {
    return this.#host.ask(requests.refresh, { root: this.root });
  }

  /** Finds the folder's tracking documents and reads them. */
  async findDocuments(): Promise<void> {
    const paths = await this.#host.ask(requests.findDocuments, { root: this.root });
    const read = await Promise.all(paths.map((path) => this.#readDocument(path)));
    this.#setDocuments(read.filter((each) => each !== undefined));
  }

  /** Reads one document again; one that is gone is forgotten. */
  async readDocument(path: string): Promise<void> {
    const read = await this.#readDocument(path);
    const others = this.#documents.filter((each) => each.path !== path);
    const depth = (each: DocumentState) => each.path.split('/').length;
    this.#setDocuments(read ? [...others, read].sort((a, b) => depth(a) - depth(b)) : others);
  }

  async #readDocument(path: string): Promise<DocumentState | undefined> {
    const document = await this.#host.ask(requests.readDocument, { root: this.root, path });
    return document ? { uri: this.uriOf(path), path, ...document } : undefined;
  }

  #setDocuments(documents: readonly DocumentState[]): void {
    if (JSON.stringify(documents) === JSON.stringify(this.#documents)) return;
    this.#documents = documents;
    this.#changed({ documents: true });
  }

  /** Gathers what changed and tells it in one message. */
  #changed(what: { file?: string; scan?: boolean; documents?: boolean }): void {
    if (!this.#pending) {
      this.#pending = { files: new Set(), scan: false, documents: false };
      setTimeout(() => this.#flush(), gatherFor);
    }
    if (what.file !== undefined) this.#pending.files.add(what.file);
    this.#pending.scan ||= what.scan === true;
    this.#pending.documents ||= what.documents === true;
  }

  #flush(): void {
    const pending = this.#pending;
    if (!pending) return;
    this.#pending = undefined;
    this.#tell({
      folder: this.uri,
      ...(pending.files.size > 0
        ? { files: [...pending.files].map((file) => ({ file, findings: this.#store.of(file) })) }
        : {}),
      ...(pending.scan ? { scan: this.#scan, skipped: this.#store.skipped } : {}),
      ...(pending.documents ? { documents: this.#documents } : {}),
    });
  }
}
