/** A place in a text. Lines and columns count from 1; columns are UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of text; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A place in a file that is known without the file's text. */
export interface Place {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly range: Range;
  /** The names around the place, from the inside out; part of a finding's fingerprint. */
  readonly context: readonly string[];
}
