import type { DocumentVersion } from './version.ts';

/** Committed versions that were read before, by the id of the blob in which git keeps the text. */
export interface KnownVersions {
  /** Null for one that has a merge conflict in it; undefined for one that was not read yet. */
  get(blob: string): DocumentVersion | null | undefined;
  set(blob: string, version: DocumentVersion | null): void;
}

/** So many are kept in a process that goes on. */
const most = 5_000;

/** Kept while the process lives. */
export class VersionsInMemory implements KnownVersions {
  readonly #versions = new Map<string, DocumentVersion | null>();

  get(blob: string): DocumentVersion | null | undefined {
    return this.#versions.get(blob);
  }

  set(blob: string, version: DocumentVersion | null): void {
    if (this.#versions.size >= most) this.#versions.clear();
    this.#versions.set(blob, version);
  }
}
