import type { Skipped } from '../model/index.ts';

/** Whether somebody wants long work to end. Asked often; costs nothing. */
export interface Cancellation {
  isCancelled(): boolean;
}

/** For work that nobody can cancel. */
export const neverCancelled: Cancellation = { isCancelled: () => false };

/** The text of a file, or why it is not looked at. */
export type FileText = { readonly text: string } | { readonly skipped: string };

/** A workspace folder as the engine sees it. Paths are relative to its root, with forward slashes. */
export interface Workspace {
  /**
   * Every file that is the project's own: neither ignored by git nor foreign, in a stable order.
   * What can't be read is told to `skip`. Ends early, without error, when cancelled.
   */
  list(cancellation: Cancellation, skip: (skipped: Skipped) => void): AsyncIterable<string>;
  /** Whether a file is left out of every scan; the same answer for an open file as for {@link list}. */
  isExcluded(path: string): Promise<boolean>;
  /** Whether git ignores a file, existing or not. */
  isIgnored(path: string): Promise<boolean>;
  read(path: string): Promise<FileText>;
  /** The text of a file that may be missing, whatever {@link list} says of it. */
  readIfThere(path: string): Promise<string | undefined>;
  /**
   * The text of a file with settings, such as a manifest, where there is one. May answer from what
   * {@link list} has seen.
   */
  readSettings(path: string): Promise<string | undefined>;
  kindOf(path: string): Promise<'file' | 'folder' | undefined>;
}

export interface Clock {
  /** The day of the person in front of the screen, YYYY-MM-DD. */
  today(): string;
}
