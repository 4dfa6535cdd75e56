import type { Range } from './position.ts';

/** Replaces what stands in `range` by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Changes to one file. Edits of one file don't overlap and all speak of the text before any of them. */
export interface FileEdit {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly edits: readonly TextEdit[];
  /** True when the file does not exist yet and is to be created. */
  readonly create?: boolean;
  /** The text that the edits speak of. Where it is given, a file that holds another by now is left alone. */
  readonly base?: string;
}

/** Why a change is not made: one sentence for the person who asked for it. */
export interface Refusal {
  readonly refused: string;
}
