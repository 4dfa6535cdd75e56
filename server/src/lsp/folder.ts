import { basename, join } from 'node:path';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { BlockerCheck } from '../document/checkBlocker.ts';
import { claimProblems } from '../document/claimProblems.ts';
import { isTrackingDocumentName } from '../document/discovery.ts';
import type { Blocker, DocumentProblem, Finding } from '../model/index.ts';
import type {
  DocumentState,
  FileFindings,
  FolderChange,
  FolderState,
  ScanProgress,
} from '../protocol/lsp.ts';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import { type AskCode, Claims } from './claims.ts';
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
  readonly #claims: Claims;
  #seen = new Set<string>();
  readonly #reading = new Map<string, Promise<void>>();
  #flushing: Promise<void> = Promise.resolve();
  #pending: { files: Set<string>; scan: boolean } | undefined;

  /** `isTrusted` says whether a program may be started that reads what lies in the folder. */
  constructor(
    uri: string,
    root: string,
    host: WorkerHost,
    tell: (change: FolderChange) => void,
    isTrusted: () => boolean,
  ) {
    this.uri = uri;
    this.root = root;
    this.#host = host;
    this.#tell = tell;
    this.#store = new FindingsStore((file) => this.#changed({ file }));
    const ask: AskCode = {
      kinds: (paths) => host.ask(requests.kinds, { root, paths }),
      symbols: (wanted) => host.ask(requests.symbols, { root, wanted }),
      renames: async (paths) => (isTrusted() ? host.ask(requests.renames, { root, paths }) : []),
    };
    this.#claims = new Claims(this.#store, ask, () => this.#changed({ documents: true }));
  }

  /** To be awaited before anything else, and again after the worker was started anew. */
  open(): Promise<null> {
    return this.#host.openRoot(this.root, false);
  }

  close(): Promise<null> {
    this.cancelScan();
    return this.#host.ask(requests.closeRoot, { root: this.root });
  }

  uriOf = (file: string): string => uriOfPath(join(this.root, file));

  findingsOf(file: string): readonly Finding[] {
    return this.#store.of(file);
  }

  /** What is wrong in a tracking document or a configuration file. */
  problemsOf(file: string): readonly DocumentProblem[] {
    const ofPath = ({ path }: DocumentState) => path === file;
    return [
      ...(this.#claims.read.find(ofPath)?.problems ?? []),
      ...claimProblems(this.documents.find(ofPath)?.blockers ?? []),
      ...this.#store.problemsOf(file),
    ];
  }

  /** Path of the tracking document, where there is one that does not cover the finding yet. */
  documentFor(finding: Finding): string | undefined {
    return this.#claims.linked(finding).blocker === undefined ? this.documents[0]?.path : undefined;
  }

  /** In how many files a rule found something that counts. */
  filesWith(ruleId: string): number {
    const counts = (finding: Finding) => finding.ruleId === ruleId && !finding.suppressed;
    return [...this.#store.files.values()].filter((findings) => findings.some(counts)).length;
  }

  /** Files in which there is anything to show. */
  get filesToShow(): readonly string[] {
    const documents = this.#claims.read
      .map(({ path }) => path)
      .filter((path) => this.problemsOf(path).length > 0);
    return [...new Set([...this.#store.files.keys(), ...this.#store.filesWithProblems, ...documents])];
  }

  /** Whether there is a tracking document, checked or not. */
  get hasDocument(): boolean {
    return this.#claims.read.length > 0;
  }

  get documents(): readonly DocumentState[] {
    return this.#claims.documents;
  }

  /** Whether a file is one of the tracking documents, or by its name would be. */
  mayBeDocument(file: string): boolean {
    return isTrackingDocumentName(file) || this.#claims.read.some(({ path }) => path === file);
  }

  /** A tracking document as it stands now, with its claims checked; undefined where there is none. */
  async documentNow(path: string): Promise<DocumentState | undefined> {
    await this.#reading.get(path)?.catch(() => {});
    await this.#flush();
    return this.documents.find((each) => each.path === path);
  }

  /** All of them as they stand now. */
  async documentsNow(): Promise<readonly DocumentState[]> {
    await Promise.allSettled(this.#reading.values());
    await this.#flush();
    return this.documents;
  }

  /** The rule that was inferred for a blocker of a document, where the blocker names none. */
  inferredRule(path: string, blocker: Blocker): string | undefined {
    return this.#claims.inferredRule(path, blocker);
  }

  /**
   * Looks again into the files that a blocker names, as they are now, and says what its rules find there; undefined
   * where the document has no such blocker.
   */
  async checkBlocker(path: string, id: string): Promise<BlockerCheck | undefined> {
    await this.documentNow(path);
    const blocker = this.blockerIn(path, id);
    if (!blocker) return undefined;
    if (this.#scan.phase !== 'done') {
      const message = `The folder was not scanned to its end yet; verify ${id} when it is.`;
      return { outcome: 'unknown', message, findings: [] };
    }
    const places = blocker.locations.map(({ file }) => file);
    const below = [...this.#store.files.keys()].filter((file) =>
      places.some((place) => place.endsWith('/') && file.startsWith(place)),
    );
    const files = places.filter(
      (place) => !place.endsWith('/') && this.#store.lineCountOf(place) !== undefined,
    );
    for (const file of new Set([...files, ...below])) await this.check(file);
    await this.documentNow(path);
    return this.#claims.checkBlocker(path, id);
  }

  blockerIn(path: string, id: string): Blocker | undefined {
    return this.documents.find((each) => each.path === path)?.blockers.find((each) => each.id === id);
  }

  state(): FolderState {
    return {
      uri: this.uri,
      name: basename(this.root),
      scan: this.#scan,
      documents: this.#claims.documents,
      files: [...this.#store.files.keys()].sort().map((file) => this.#fileFindings(file)),
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
    const results = await this.#host.ask(requests.check, {
      root: this.root,
      path: file,
      ...(text === undefined ? {} : { text }),
    });
    this.#seen.add(file);
    for (const result of results) this.#store.put(result);
    if (this.#claims.forgetSymbols(file)) this.#changed({ documents: true });
    return results[0].findings;
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
  readDocument(path: string): Promise<void> {
    const reading = this.#readAgain(path);
    this.#reading.set(path, reading);
    return reading;
  }

  async #readAgain(path: string): Promise<void> {
    const read = await this.#readDocument(path);
    const others = this.#claims.read.filter((each) => each.path !== path);
    const depth = (each: DocumentState) => each.path.split('/').length;
    this.#setDocuments(read ? [...others, read].sort((a, b) => depth(a) - depth(b)) : others);
  }

  async #readDocument(path: string): Promise<DocumentState | undefined> {
    const document = await this.#host.ask(requests.readDocument, { root: this.root, path });
    return document ? { uri: this.uriOf(path), path, ...document } : undefined;
  }

  #setDocuments(documents: readonly DocumentState[]): void {
    this.#claims.setRead(documents);
    this.#changed({ documents: true });
  }

  /** To be called when files came or went. */
  forgetFiles(): void {
    this.#claims.forgetFiles();
    this.#changed({ documents: true });
  }

  /** To be called when git may know more of what became of files, or may be asked at last. */
  forgetRenames(): void {
    this.#claims.forgetRenames();
    this.#changed({ documents: true });
  }

  #fileFindings(file: string): FileFindings {
    return { file, findings: this.#store.of(file).map((finding) => this.#claims.linked(finding)) };
  }

  /** Gathers what changed and tells it in one message; documents are compared when it is told. */
  #changed(what: { file?: string; scan?: boolean; documents?: boolean }): void {
    if (!this.#pending) {
      this.#pending = { files: new Set(), scan: false };
      setTimeout(() => void this.#flush(), gatherFor);
    }
    if (what.file !== undefined) this.#pending.files.add(what.file);
    this.#pending.scan ||= what.scan === true;
  }

  /** One after the other; never rejects. */
  #flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#flushPending());
    return this.#flushing;
  }

  async #flushPending(): Promise<void> {
    const pending = this.#pending;
    if (!pending) return;
    this.#pending = undefined;
    const { phase } = this.#scan;
    const claims = await this.#claims.update(phase !== 'waiting' && phase !== 'scanning').catch(() => {
      // The worker died: what was to be told is told with the next change.
      this.#pending = { files: new Set([...pending.files, ...(this.#pending?.files ?? [])]), scan: true };
    });
    if (!claims) return;
    const files = new Set([...pending.files, ...claims.files]);
    if (files.size === 0 && !pending.scan && !claims.documents) return;
    this.#tell({
      folder: this.uri,
      ...(files.size > 0 ? { files: [...files].map((file) => this.#fileFindings(file)) } : {}),
      ...(pending.scan ? { scan: this.#scan, skipped: this.#store.skipped } : {}),
      ...(claims.documents ? { documents: this.#claims.documents } : {}),
    });
  }
}
