import { type CodeFacts, checkClaims, type FoundSymbol } from '../document/checkClaims.ts';
import { type Citation, citationKey, citationsIn } from '../document/citedNames.ts';
import type { Blocker, Finding } from '../model/index.ts';
import type { DocumentState } from '../protocol/lsp.ts';
import { rules } from '../rules/index.ts';
import type { FindingsStore } from './findingsStore.ts';

/** What has to be asked of the disk. Answers come in the order of what was asked; null for nothing. */
export interface AskCode {
  kinds(paths: readonly string[]): Promise<readonly ('file' | 'folder' | null)[]>;
  symbols(wanted: readonly Citation[]): Promise<readonly (FoundSymbol | null)[]>;
}

/** A folder's tracking documents, with what they claim checked against what was found. */
export class Claims {
  readonly #store: FindingsStore;
  readonly #ask: AskCode;
  #read: readonly DocumentState[] = [];
  #checked: readonly DocumentState[] = [];
  #tracked: ReadonlyMap<string, string> = new Map();
  readonly #symbols = new Map<string, { readonly file: string; readonly found: FoundSymbol | undefined }>();
  readonly #kinds = new Map<string, 'file' | 'folder' | undefined>();

  constructor(store: FindingsStore, ask: AskCode) {
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

  setRead(documents: readonly DocumentState[]): void {
    this.#read = documents;
  }

  /** Forgets what is on disk; to be called when files came or went. */
  forgetFiles(): void {
    this.#kinds.clear();
  }

  /** Forgets what a file declares; says whether any claim depends on it. */
  forgetSymbols(file: string): boolean {
    const keys = [...this.#symbols].filter(([, known]) => known.file === file).map(([key]) => key);
    for (const key of keys) this.#symbols.delete(key);
    return keys.length > 0;
  }

  /** The finding with the blocker that covers it. */
  linked(finding: Finding): Finding {
    const blocker = this.#tracked.get(finding.fingerprint);
    return blocker === undefined ? finding : { ...finding, blocker };
  }

  /**
   * Checks the claims anew, or where nothing was scanned yet leaves them unchecked. Says whether documents
   * changed, and which files have a finding that another blocker covers now.
   */
  async update(scanned: boolean): Promise<{ documents: boolean; files: ReadonlySet<string> }> {
    const before = { documents: this.#checked, tracked: this.#tracked };
    if (scanned) {
      await this.#learnKinds();
      await this.#learnSymbols();
      const facts = this.#facts();
      const tracked = new Map<string, string>();
      this.#checked = this.#read.map((state) => {
        const checked = checkClaims(state, facts);
        for (const [fingerprint, id] of checked.tracked)
          if (!tracked.has(fingerprint)) tracked.set(fingerprint, id);
        return { ...state, blockers: checked.document.blockers };
      });
      this.#tracked = tracked;
    } else {
      this.#checked = this.#read;
    }
    return {
      documents: JSON.stringify(before.documents) !== JSON.stringify(this.#checked),
      files: this.#filesLinkedAnew(before.tracked),
    };
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
    const unknown = [...paths].filter((path) => !this.#kinds.has(path));
    if (unknown.length === 0) return;
    const kinds = await this.#ask.kinds(unknown);
    for (const [index, path] of unknown.entries()) this.#kinds.set(path, kinds[index] ?? undefined);
  }

  async #learnSymbols(): Promise<void> {
    const wanted = this.#read.flatMap(({ blockers }) => citationsIn(blockers));
    const unknown = wanted.filter((each) => !this.#symbols.has(citationKey(each)));
    if (unknown.length === 0) return;
    const symbols = await this.#ask.symbols(unknown);
    for (const [index, each] of unknown.entries()) {
      this.#symbols.set(citationKey(each), { file: each.file, found: symbols[index] ?? undefined });
    }
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
      rules,
    };
  }
}

const pathOf = ({ file }: { readonly file: string }): string => file.replace(/\/$/, '');
