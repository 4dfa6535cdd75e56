import type { Finding, Skipped } from '../model/index.ts';

/** The JSON of `scan`, as contracts.md defines it. */
export interface ScanOutput {
  readonly schemaVersion: 1;
  readonly root: string;
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  readonly summary: {
    readonly files: number;
    readonly lines: number;
    readonly durationMs: number;
    readonly counts: Readonly<Record<'P0' | 'P1' | 'P2', number>>;
  };
}
