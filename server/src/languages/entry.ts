/** One key with its scalar value in a file of keys and values: JSON, YAML, .env. Offsets count from 0. */
export interface Entry {
  /** From the outermost key to this one; items of a list stand as their index. */
  readonly path: readonly string[];
  /** The last key of the path that is a name, not an index. */
  readonly key: string;
  /** The value as the program reads it: unquoted, unescaped. */
  readonly value: string;
  readonly kind: 'string' | 'other';
  /** Where the value stands, quotes included. */
  readonly start: number;
  readonly end: number;
}

/** What reading a file of keys and values gave. */
export interface EntryFile {
  readonly entries: readonly Entry[];
  /** The first thing that did not parse. What stands before and after it was read all the same. */
  readonly error?: { readonly message: string; readonly offset: number };
}

/** The name that a path ends in: `servers.0.token` → `token`, `tokens.0` → `tokens`. */
export function keyOf(path: readonly (string | number)[]): string {
  return path.findLast((segment): segment is string => typeof segment === 'string') ?? '';
}
