import { type BlockerCheck, checkBlocker } from '../document/checkBlocker.ts';
import {
  type CheckedBlocker,
  type CodeFacts,
  checkClaimsOf,
  claimsOf,
  type FoundSymbol,
} from '../document/checkClaims.ts';
import { type Citation, citationKey, citationsIn } from '../document/citedNames.ts';
import { onlyFileEndingWith } from '../document/elsewhere.ts';
import type { Blocker, Finding } from '../model/index.ts';
import type { DocumentState } from '../protocol/lsp.ts';
import { rules } from '../rules/index.ts';
import type { FindingsStore } from './findingsStore.ts';

/** What has to be asked of the disk. Answers come in the order of what was asked; null for nothing. */
export interface AskCode {
  kinds(paths: readonly string[]): Promise<readonly ('file' | 'folder' | null)[]>;
  symbols(wanted: readonly Citation[]): Promise<readonly (FoundSymbol | null)[]>;
  /** What files that are gone were renamed to. Takes its time, so nobody waits for it. */
  renames(paths: readonly string[]): Promise<readonly (string | null)[]>;
}

/** A folder's tracking documents, with what they claim checked against what was found. */
export class Claims {
  readonly #store: FindingsStore;
  readonly #ask: AskCode;
  readonly #learned: () => void;
  #read: readonly DocumentState[] = [];
  #checked: readonly DocumentState[] = [];
  #tracked: ReadonlyMap<string, string> = new Map();
  readonly #renames = new Map<string, string | undefined>();
  readonly #symbols = new Map<string, { readonly file: string; readonly found: FoundSymbol | undefined }>();
  readonly #kinds = new Map<string, 'file' | 'folder' | undefined>();
  /** Counts what was learned or forgotten of the code beside the findings. */
  #learnings = 0;
  readonly #judged = new WeakMap<Blocker, Judged>();
  readonly #cited = new WeakMap<Blocker, readonly Citation[]>();

  /** `learned` is told when an answer that nobody waited for has come. */
  constructor(store: FindingsStore, ask: AskCode, learned: () => void) {
    this.#learned = learned;
    this.#store = store;
    this.#ask = ask;
  }

  /** The documents as they were read last. */
  get read(): readonly DocumentState[] {
    return this.#read;
  }

  /** The documents with their verdicts. */
  get documents(): readonly DocumentState[] {
    return this.#checked;
  }

  /** The rule that a blocker does not name, and is about by its words; undefined where it names one. */
  inferredRule(path: string, { id, rule }: Blocker): string | undefined {
    const written = this.#read.find((each) => each.path === path)?.blockers.find((each) => each.id === id);
    return written && written.rule === undefined ? rule : undefined;
  }

  /** What the code says of one blocker by now; undefined where the document has none of that id. */
  checkBlocker(path: string, id: string): BlockerCheck | undefined {
    const written = this.#read.find((each) => each.path === path)?.blockers.find((each) => each.id === id);
    return written && checkBlocker(written, this.#facts());
  }

  setRead(documents: readonly DocumentState[]): void {
    this.#read = documents;
  }

  /** Forgets what is on disk; to be called when files came or went. */
  forgetFiles(): void {
    this.#learnings++;
    this.#kinds.clear();
  }

  /** Forgets what became of files that are gone; to be called when git may know more. */
  forgetRenames(): void {
    this.#learnings++;
    this.#renames.clear();
  }

  /** Forgets what a file declares; says whether any claim depends on it. */
  forgetSymbols(file: string): boolean {
    const keys = [...this.#symbols].filter(([, known]) => known.file === file).map(([key]) => key);
    for (const key of keys) this.#symbols.delete(key);
    if (keys.length > 0) this.#learnings++;
    return keys.length > 0;
  }

  /** The finding with the blocker that covers it. */
  linked(finding: Finding): Finding {
    const blocker = this.#tracked.get(finding.fingerprint);
    return blocker === undefined ? finding : { ...finding, blocker };
  }

  /**
   * Checks the claims anew, or where nothing was scanned yet leaves them unchecked. Says whether documents
   * changed, of which of them the code says something else though they stand as they stood, and which files have a
   * finding that another blocker covers now.
   */
  async update(
    scanned: boolean,
  ): Promise<{ documents: boolean; judged: ReadonlySet<string>; files: ReadonlySet<string> }> {
    const judged = new Set<string>();
    const before = { documents: this.#checked, tracked: this.#tracked };
    if (scanned) {
      await this.#learnKinds();
      await this.#learnSymbols();
      this.#learnRenames().catch(() => {});
      const facts = this.#facts();
      const at = this.#store.version + this.#learnings;
      const all = this.#read.map(({ path, blockers }) =>
        blockers.map((written) => {
          const before = this.#judged.get(written)?.checked.blocker;
          const checked = this.#judge(written, facts, at);
          if (before && before !== checked.blocker) judged.add(path);
          return checked;
        }),
      );
      this.#checked = this.#read.map((state, index) => ({
        ...state,
        blockers: (all[index] ?? []).map(({ blocker }) => blocker),
      }));
      this.#tracked = claimsOf(all.flat()).tracked;
    } else {
      for (const { blockers } of this.#read)
        for (const blocker of blockers)
          this.#judged.set(blocker, { at: -1, checked: { blocker, findings: [] } });
      this.#checked = this.#read;
    }
    return {
      judged,
      documents: !sameDocuments(before.documents, this.#checked),
      files: this.#filesLinkedAnew(before.tracked),
    };
  }

  /** Each blocker is judged once, until its words or what is known of the code are others. */
  #judge(written: Blocker, facts: CodeFacts, at: number): CheckedBlocker {
    const before = this.#judged.get(written);
    if (before?.at === at) return before.checked;
    const now = checkClaimsOf(written, facts);
    // What did not change stays the same object, so that nobody is told of it.
    const blocker =
      before && sameVerdicts(before.checked.blocker, now.blocker) ? before.checked.blocker : now.blocker;
    const checked = { blocker, findings: now.findings };
    this.#judged.set(written, { at, checked });
    return checked;
  }

  #filesLinkedAnew(before: ReadonlyMap<string, string>): ReadonlySet<string> {
    const files = new Set<string>();
    for (const [file, findings] of this.#store.files) {
      if (findings.some(({ fingerprint }) => before.get(fingerprint) !== this.#tracked.get(fingerprint)))
        files.add(file);
    }
    return files;
  }

  async #learnKinds(): Promise<void> {
    const paths = new Set(
      this.#read.flatMap(({ blockers }) => blockers.flatMap(({ locations }) => locations.map(pathOf))),
    );
    for (const renamed of this.#renames.values()) if (renamed !== undefined) paths.add(renamed);
    const unknown = [...paths].filter((path) => !this.#kinds.has(path));
    if (unknown.length === 0) return;
    const kinds = await this.#ask.kinds(unknown);
    this.#learnings++;
    for (const [index, path] of unknown.entries()) {
      const kind = kinds[index] ?? undefined;
      this.#kinds.set(path, kind);
      // Where it goes from here, should it go again, is asked then.
      if (kind) this.#renames.delete(path);
    }
  }

  async #learnSymbols(): Promise<void> {
    const wanted = this.#read.flatMap(({ blockers }) => blockers.flatMap((each) => this.#citationsOf(each)));
    const unknown = wanted.filter((each) => !this.#symbols.has(citationKey(each)));
    if (unknown.length === 0) return;
    const symbols = await this.#ask.symbols(unknown);
    this.#learnings++;
    for (const [index, each] of unknown.entries()) {
      this.#symbols.set(citationKey(each), { file: each.file, found: symbols[index] ?? undefined });
    }
  }

  #citationsOf(blocker: Blocker): readonly Citation[] {
    const known = this.#cited.get(blocker);
    if (known) return known;
    const citations = citationsIn([blocker]);
    this.#cited.set(blocker, citations);
    return citations;
  }

  /** Asks what became of files that are gone; folders and patterns are followed nowhere. */
  async #learnRenames(): Promise<void> {
    const gone = [...this.#kinds].flatMap(([path, kind]) =>
      kind === undefined && !this.#renames.has(path) && !/[*{]/.test(path) ? [path] : [],
    );
    if (gone.length === 0) return;
    for (const path of gone) this.#renames.set(path, undefined);
    const renames = await this.#ask.renames(gone);
    this.#learnings++;
    for (const [index, path] of gone.entries()) this.#renames.set(path, renames[index] ?? undefined);
    if (renames.some((path) => path !== null)) this.#learned();
  }

  #facts(): CodeFacts {
    const { files } = this.#store;
    return {
      kindOf: (path) => this.#kinds.get(path),
      lineCountOf: (file) => this.#store.lineCountOf(file),
      findingsIn: (path) => {
        if (!path.endsWith('/')) return files.get(path) ?? [];
        return [...files].flatMap(([file, findings]) => (file.startsWith(path) ? findings : []));
      },
      symbolOf: (file, names) => this.#symbols.get(citationKey({ file, names }))?.found,
      renamedTo: (file) => {
        const renamed = this.#renames.get(file);
        if (renamed !== undefined && this.#kinds.get(renamed) === 'file') return renamed;
        return onlyFileEndingWith(file, this.#store.scannedFiles);
      },
      rules,
    };
  }
}

/** What checking a blocker gave, and when: a number that grows with all that is learned of the code. */
interface Judged {
  readonly at: number;
  readonly checked: CheckedBlocker;
}

const sameVerdicts = (a: Blocker, b: Blocker): boolean =>
  a.rule === b.rule &&
  a.locations.every(({ verdict, movedTo }, index) => {
    const other = b.locations[index];
    return other?.verdict === verdict && other.movedTo === movedTo;
  });

const sameDocuments = (a: readonly DocumentState[], b: readonly DocumentState[]): boolean =>
  a.length === b.length &&
  a.every(({ path, blockers }, index) => {
    const other = b[index];
    return (
      other?.path === path &&
      other.blockers.length === blockers.length &&
      blockers.every((blocker, at) => blocker === other.blockers[at])
    );
  });

const pathOf = ({ file }: { readonly file: string }): string => file.replace(/\/$/, '');
