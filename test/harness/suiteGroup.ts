import type { Settings } from '../../scripts/editor/settings.ts';
import { fromRoot } from '../../scripts/paths.ts';
import type { WorkspaceTemplate } from './copyWorkspace.ts';

/** Suites that share one start of the editor, and what it is started with. */
export interface SuiteGroup {
  /** Names the group in the output. */
  readonly name: string;
  /** What the editor opens a fresh copy of. */
  readonly workspace: WorkspaceTemplate;
  /** Without trust, the workspace opens in restricted mode. */
  readonly trusted: boolean;
  /** User settings from the start. */
  readonly settings?: Settings;
  /** The suites, by name: `installed` for test/vscode/suites/installed.test.ts. */
  readonly suites: readonly string[];
}

/** How the suites of a group are run. */
export interface SuiteRunOptions {
  /** Only tests whose whole title matches this regular expression. */
  readonly grep?: string;
  /** Receives mocha's report while it comes. */
  readonly report: (line: string) => void;
}

/** The result of mocha runs. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  /** Skipped tests. */
  readonly pending: number;
}

/** The empty extension that an editor is told to be developing while the suites run. */
export const hostExtension = fromRoot('test', 'harness', 'host', 'extension');
