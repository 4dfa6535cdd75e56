/** What the worker can be asked. All of it is plain data; paths are relative to the root, with forward slashes. */
import { NotificationType, RequestType, RequestType0 } from 'vscode-jsonrpc/node';
import type { BlockersChange } from '../document/blockersChange.ts';
import type { FoundSymbol } from '../document/checkClaims.ts';
import type { Completion } from '../document/completions.ts';
import type { CodePlace } from '../document/moveLocation.ts';
import type { DocumentOutline } from '../document/outline.ts';
import type { DocumentKind, ProblemPlace } from '../document/problems/index.ts';
import type { BlockerValue } from '../document/setValue.ts';
import type { StatusReason } from '../document/statusReason.ts';
import type { ConfigurationProblem } from '../engine/configurations.ts';
import type { FileResult } from '../engine/engine.ts';
import type { WantedFixes } from '../engine/fix.ts';
import type { SuppressionWords } from '../engine/suppress.ts';
import type {
  FileEdit,
  Position,
  Range,
  Refusal,
  Skipped,
  Status,
  TextEdit,
  TrackingDocument,
} from '../model/index.ts';

/** A workspace folder: its absolute path is its name. */
interface InRoot {
  readonly root: string;
}
interface OfFile extends InRoot {
  readonly path: string;
}

/** Must come before anything else that names the root. */
export const openRoot = new RequestType<
  InRoot & { readonly includeIgnored: boolean; readonly leftOut: readonly string[] },
  null,
  void
>('openRoot');
export const closeRoot = new RequestType<InRoot, null, void>('closeRoot');

/** Answered at once, unless a rule does not end. */
export const alive = new RequestType0<null, void>('alive');
/** Which file is being checked. */
export const checking = new NotificationType<OfFile>('checking');

/** Scans the folder, telling results by {@link scanned}; answers when it is through, or was cancelled. */
export const scan = new RequestType<
  InRoot,
  { readonly skipped: readonly Skipped[]; readonly configuration: readonly ConfigurationProblem[] },
  void
>('scan');
export interface Scanned extends InRoot {
  readonly results: readonly FileResult[];
  readonly done: number;
  readonly total: number;
}
export const scanned = new NotificationType<Scanned>('scanned');

/** Checks one file, as {@link Engine.check} does; `text` is what an open editor holds and stays in force until `text` is null. */
export const check = new RequestType<
  OfFile & { readonly text?: string | null },
  readonly [FileResult, ...FileResult[]],
  void
>('check');
/** Ignore files or manifests changed. */
export const refresh = new RequestType<InRoot, null, void>('refresh');
/** What is on disk at each path, in the same order; null for nothing. */
export const kinds = new RequestType<
  InRoot & { readonly paths: readonly string[] },
  readonly ('file' | 'folder' | null)[],
  void
>('kinds');
/** Where git says that files went that are no longer there, in the same order. For trusted folders: it starts git. */
export const renames = new RequestType<
  InRoot & { readonly paths: readonly string[] },
  readonly (string | null)[],
  void
>('renames');
/** Where files declare the names that blockers speak of, in the same order; null for nowhere. */
export const symbols = new RequestType<
  InRoot & { readonly wanted: readonly CitedNames[] },
  readonly (FoundSymbol | null)[],
  void
>('symbols');
export interface CitedNames {
  readonly file: string;
  readonly names: readonly string[];
}
/** Which tracking documents the folder has. */
export const findDocuments = new RequestType<InRoot, readonly string[], void>('findDocuments');

export type Edits = readonly FileEdit[] | Refusal;
export const fix = new RequestType<
  OfFile & { readonly fingerprint: string; readonly title: string },
  Edits,
  void
>('fix');
export const fixAll = new RequestType<OfFile & WantedFixes, Edits, void>('fixAll');
/** The same in every file in which the rule found something. */
export const fixWorkspace = new RequestType<InRoot & WantedFixes, Edits, void>('fixWorkspace');
export const suppress = new RequestType<
  OfFile & SuppressionWords & { readonly fingerprint: string },
  Edits,
  void
>('suppress');
/** Writes a new tracking document from what was found. */
/** The edits that put a document's computed values right. Starts git where the folder is trusted. */
export const refreshDocument = new RequestType<OfFile & { readonly trusted: boolean }, DocumentEdits, void>(
  'refreshDocument',
);
export const createDocument = new RequestType<InRoot, Edits, void>('createDocument');
/** Writes a finding into the folder's first tracking document, or into a new one. */
export const track = new RequestType<OfFile & { readonly fingerprint: string }, Edits, void>('track');
/** Switches a rule off in the nearest configuration, or in a new one in the root. */
export const switchOff = new RequestType<OfFile & { readonly ruleId: string }, Edits, void>('switchOff');
/** Mutes everything that is found by now. */
export const takeBaseline = new RequestType<InRoot, Edits, void>('takeBaseline');

/** Reads a tracking document as it is now, in the editor or on disk; null when it is not there. */
export const readDocument = new RequestType<
  OfFile & {
    /** What the asker knows, as {@link ReadBlockers} named it. */
    readonly known?: number | undefined;
  },
  ReadBlockers | null,
  void
>('readDocument');
export interface ReadBlockers extends BlockersChange {
  /** Names what is known with this. */
  readonly version: number;
  /** Whether it is a change of what the asker knows; else of nothing. */
  readonly isChange: boolean;
}

/**
 * What a person would want to know of a tracking document, or of a plan, as it is now: a list of problems, written as
 * JSON. A thousand of them take several times as long as objects.
 */
export const documentProblems = new RequestType<OfFile & { readonly kind: DocumentKind }, string, void>(
  'documentProblems',
);

/** Reads a tracking document and checks its claims against the files that it names. For the command line: it starts git. */
export const checkDocument = new RequestType<OfFile, CheckedDocument | null, void>('checkDocument');
export interface CheckedDocument {
  readonly document: TrackingDocument;
  /** Files that could not be followed to where they are now, and why. */
  readonly skipped: readonly Skipped[];
}

/** Which blocker covers which finding, by the finding's fingerprint; to be asked after a scan. Starts git, as well. */
export const tracked = new RequestType<InRoot, Readonly<Record<string, string>>, void>('tracked');

/** Edits of a tracking document, and the text that they speak of. */
export type DocumentEdits = { readonly base: string; readonly edits: readonly TextEdit[] } | Refusal;
export const setStatus = new RequestType<OfFile & StatusChange, DocumentEdits, void>('setStatus');
export type StatusChange = Omit<StatusReason, 'at' | 'by'> & {
  readonly blocker: string;
  readonly status: Status;
  /** Who changes it. */
  readonly by: string;
};
/** Writes down a value of a blocker that a person sets. */
export const setValue = new RequestType<
  OfFile & { readonly blocker: string; readonly set: BlockerValue },
  DocumentEdits,
  void
>('setValue');
/** How a tracking document is built. */
export const outline = new RequestType<OfFile, DocumentOutline | null, void>('outline');

/** What can stand at a place in a tracking document. */
export const complete = new RequestType<OfFile & { readonly at: Position }, readonly Completion[], void>(
  'complete',
);
/** A place in a file that names a blocker's id. */
export interface Mention {
  readonly file: string;
  readonly range: Range;
}
/** Where a tracking document and comments in code name an id. */
export const mentions = new RequestType<OfFile & { readonly id: string }, readonly Mention[], void>(
  'mentions',
);
/** Gives a blocker another id wherever it is named. */
export const renameId = new RequestType<
  OfFile & { readonly id: string; readonly newId: string },
  Edits,
  void
>('renameId');
/** What can be done about a problem in a document: titles to choose from. */
export type ProblemFixes = ProblemPlace & { readonly titles: readonly string[] };
export const problemFixes = new RequestType<
  OfFile & { readonly kind: DocumentKind },
  readonly ProblemFixes[],
  void
>('problemFixes');
export const fixProblem = new RequestType<
  OfFile & ProblemPlace & { readonly kind: DocumentKind; readonly title: string },
  DocumentEdits,
  void
>('fixProblem');
/** Makes a location of a blocker name another place. */
export const moveLocation = new RequestType<
  OfFile & { readonly blocker: string; readonly from: CodePlace; readonly to: string },
  DocumentEdits,
  void
>('moveLocation');
/** Takes a location of a blocker out. */
export const removeLocation = new RequestType<
  OfFile & { readonly blocker: string; readonly from: CodePlace },
  DocumentEdits,
  void
>('removeLocation');
/** Writes down which rule a blocker is about. */
export const linkRule = new RequestType<
  OfFile & { readonly blocker: string; readonly rule: string },
  DocumentEdits,
  void
>('linkRule');
export const tickStep = new RequestType<OfFile & StepTick, DocumentEdits, void>('tickStep');
export interface StepTick {
  readonly blocker: string;
  /** Index into the blocker's steps, from 0. */
  readonly step: number;
  readonly done: boolean;
  readonly by: string;
}
/** Ticks the steps of a blocker that the code has shown to be done, and sets its status. */
export const recordVerified = new RequestType<
  OfFile & {
    readonly blocker: string;
    readonly steps: readonly number[];
    readonly status?: Status | undefined;
  },
  DocumentEdits,
  void
>('recordVerified');
