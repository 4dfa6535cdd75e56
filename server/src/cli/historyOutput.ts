import type { DocumentHistory } from '../model/index.ts';

/** The JSON of `history`. */
export interface HistoryOutput extends DocumentHistory {
  readonly schemaVersion: 1;
  readonly document: string;
  /** Where the times come from: the document's git history, or the days that it names itself. */
  readonly source: 'git' | 'document';
  /** Why not from git. */
  readonly reason?: string;
}
