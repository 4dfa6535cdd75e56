import type { Diagnostic } from 'vscode-languageserver';

/** A new problem is shown when it has been there this long: 200 ms. Nobody wants to be shouted at while typing. */
const settlesIn = 200;

/** What may be shown of a document now, and in how many milliseconds to look again. */
export interface Settled {
  readonly diagnostics: Diagnostic[];
  readonly again: number | undefined;
}

/** Holds back problems that have just appeared in a document that is open; fixed ones go at once. */
export class Settling {
  /** When each problem of a document was first seen, in milliseconds, by the document's URI. */
  readonly #seen = new Map<string, Map<string, number>>();

  /** `now` in milliseconds, of any clock that goes forward. What is there when a document is opened is shown at once. */
  settle(uri: string, diagnostics: readonly Diagnostic[], now: number): Settled {
    const before = this.#seen.get(uri);
    const seen = new Map<string, number>();
    const settled: Diagnostic[] = [];
    let again: number | undefined;
    for (const diagnostic of diagnostics) {
      const key = keyOf(diagnostic);
      const since = before ? (before.get(key) ?? now) : now - settlesIn;
      seen.set(key, since);
      const left = since + settlesIn - now;
      if (left <= 0) settled.push(diagnostic);
      else again = Math.max(again ?? 0, left);
    }
    this.#seen.set(uri, seen);
    return { diagnostics: settled, again };
  }

  forget(uri: string): void {
    this.#seen.delete(uri);
  }
}

function keyOf({ code, message, data }: Diagnostic): string {
  const fingerprint: unknown = (data as { fingerprint?: unknown } | undefined)?.fingerprint;
  return typeof fingerprint === 'string' ? fingerprint : `${code} ${message}`;
}
