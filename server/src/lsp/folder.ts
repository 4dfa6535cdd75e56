import { basename, join } from 'node:path';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { applyChange } from '../document/blockersChange.ts';
import type { BlockerCheck } from '../document/checkBlocker.ts';
import { claimProblems } from '../document/claimProblems.ts';
import { isTrackingDocumentName, mayBePlanName } from '../document/discovery.ts';
import type { DocumentKind } from '../document/problems/index.ts';
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

/** Told what changed, and the URIs of documents of which the code says something else by now. */
export type TellChange = (change: FolderChange, judged: readonly string[]) => void;

/** One workspace folder: its scan, its findings, its tracking documents. Asks the worker, tells the client. */
export class Folder {
  readonly uri: string;
  /** Absolute path. */
  readonly root: string;
  readonly #host: WorkerHost;
  readonly #tell: TellChange;
  readonly #store: FindingsStore;
  #scan: ScanProgress = { phase: 'waiting', done: 0, total: 0 };
  #scanning: CancellationTokenSource | undefined;
  readonly #claims: Claims;
  #seen = new Set<string>();
  readonly #reading = new Map<string, Promise<void>>();
  /** What the worker told last of each document. */
  readonly #known = new Map<string, { readonly version: number; readonly blockers: readonly Blocker[] }>();
  readonly #problems = new Map<string, { readonly json: string; readonly problems: DocumentProblem[] }>();
  #judging: Promise<void> = Promise.resolve();
  #isJudged = true;
  #untold: Untold | undefined;

  /** `isTrusted` says whether a program may be started that reads what lies in the folder. */
  constructor(uri: string, root: string, host: WorkerHost, tell: TellChange, isTrusted: () => boolean) {
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
    this.#known.clear();
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

  /** What is wrong in a tracking document, a plan or a configuration file. Looked for when it is asked, and not before. */
  async problemsOf(file: string): Promise<readonly DocumentProblem[]> {
    const kind = this.documentKind(file);
    const written = kind ? await this.#problemsIn(file, kind) : [];
    const judged = this.documents.find(({ path }) => path === file)?.blockers ?? [];
    return [...written, ...claimProblems(judged), ...this.#store.problemsOf(file)];
  }

  async #problemsIn(path: string, kind: DocumentKind): Promise<readonly DocumentProblem[]> {
    const json = await this.#host.ask(requests.documentProblems, { root: this.root, path, kind });
    const before = this.#problems.get(path);
    // Most keys that are typed change nothing of it.
    const problems = before?.json === json ? before.problems : (JSON.parse(json) as DocumentProblem[]);
    this.#problems.set(path, { json, problems });
    return problems;
  }

  /** What kind of document a file may be; undefined for all others. */
  documentKind(file: string): DocumentKind | undefined {
    return this.mayBeDocument(file) ? 'tracker' : mayBePlanName(file) ? 'plan' : undefined;
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

  /** Files in which there may be anything to show. */
  get filesToShow(): readonly string[] {
    const trackers = this.#claims.read.map(({ path }) => path);
    const plans = [...this.#store.scannedFiles].filter(mayBePlanName);
    const findings = this.#store.files.keys();
    return [...new Set([...findings, ...this.#store.filesWithProblems, ...trackers, ...plans])];
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
    await this.#judgeNow();
    return this.documents.find((each) => each.path === path);
  }

  /** All of them as they stand now. */
  async documentsNow(): Promise<readonly DocumentState[]> {
    await Promise.allSettled(this.#reading.values());
    await this.#judgeNow();
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
    const known = this.#known.get(path);
    const wanted = { root: this.root, path, known: known?.version };
    const read = await this.#host.ask(requests.readDocument, wanted);
    if (!read) this.#known.delete(path);
    if (!read) return undefined;
    const blockers = applyChange(read.isChange && known ? known.blockers : [], read);
    this.#known.set(path, { version: read.version, blockers });
    return { uri: this.uriOf(path), path, blockers };
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

  /** Gathers what changed and tells it in one message. */
  #changed(what: { file?: string; scan?: boolean; documents?: boolean }): void {
    this.#isJudged = false;
    const untold = this.#toTell();
    if (what.file !== undefined) untold.files.add(what.file);
    untold.scan ||= what.scan === true;
  }

  #toTell(): Untold {
    if (!this.#untold) {
      this.#untold = { files: new Set(), scan: false, documents: false, judged: new Set() };
      setTimeout(() => void this.#tellNow(), gatherFor);
    }
    return this.#untold;
  }

  /** One after the other; never rejects. */
  #judgeNow(): Promise<void> {
    this.#judging = this.#judging.then(() => this.#judge());
    return this.#judging;
  }

  async #judge(): Promise<void> {
    if (this.#isJudged) return;
    this.#isJudged = true;
    const { phase } = this.#scan;
    const claims = await this.#claims.update(phase !== 'waiting' && phase !== 'scanning').catch(() => {
      // The worker died: with the next change it is done again.
      this.#isJudged = false;
    });
    if (!claims || (claims.files.size === 0 && !claims.documents)) return;
    const untold = this.#toTell();
    for (const file of claims.files) untold.files.add(file);
    for (const path of claims.judged) untold.judged.add(this.uriOf(path));
    untold.documents ||= claims.documents;
  }

  async #tellNow(): Promise<void> {
    await this.#judgeNow();
    const untold = this.#untold;
    this.#untold = undefined;
    if (!untold) return;
    const { files, scan, documents, judged } = untold;
    if (files.size === 0 && !scan && !documents) return;
    const change = {
      folder: this.uri,
      ...(files.size > 0 ? { files: [...files].map((file) => this.#fileFindings(file)) } : {}),
      ...(scan ? { scan: this.#scan, skipped: this.#store.skipped } : {}),
      ...(documents ? { documents: this.#claims.documents } : {}),
    };
    this.#tell(change, [...judged]);
  }
}

/** What changed and was not told yet. */
interface Untold {
  readonly files: Set<string>;
  scan: boolean;
  documents: boolean;
  /** URIs of documents of which the code says something else by now, whatever is typed in them. */
  readonly judged: Set<string>;
}
