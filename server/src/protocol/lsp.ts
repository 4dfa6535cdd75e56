/**
 * The messages between language client and language server that LSP itself does not have.
 * Everything here is plain data; URIs are strings as LSP writes them.
 */
import * as z from 'zod/mini';
import type { Blocker } from '../model/blocker.ts';
import type { Finding, Skipped } from '../model/finding.ts';
import type { Range } from '../model/position.ts';
import { acceptanceLevels, priorities, type Status, statuses } from '../model/vocabulary.ts';

/** How far the scan of a workspace folder has come. */
export interface ScanProgress {
  readonly phase: 'waiting' | 'scanning' | 'done' | 'cancelled' | 'failed';
  /** Files looked at so far. */
  readonly done: number;
  /** Files to look at; 0 while they are still being counted. */
  readonly total: number;
  /** Why it failed: one sentence. */
  readonly message?: string;
}

/** A tracking document and what was read from it. */
export interface DocumentState {
  readonly uri: string;
  /** Relative to its folder. */
  readonly path: string;
  readonly blockers: readonly Blocker[];
}

/** All findings of one file; an empty list says that the file is clean. */
export interface FileFindings {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** Everything the panel shows of one workspace folder. */
export interface FolderState {
  readonly uri: string;
  readonly name: string;
  readonly scan: ScanProgress;
  readonly documents: readonly DocumentState[];
  /** Only files that have findings. */
  readonly files: readonly FileFindings[];
  readonly skipped: readonly Skipped[];
}

export interface WorkspaceState {
  readonly folders: readonly FolderState[];
}

/** Server → client: what changed in one folder. Absent fields did not change. */
export interface FolderChange {
  readonly folder: string;
  readonly scan?: ScanProgress;
  readonly documents?: readonly DocumentState[];
  readonly files?: readonly FileFindings[];
  readonly skipped?: readonly Skipped[];
}

const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

export const SetStatusParams = z.object({
  document: z.string(),
  blocker: z.string(),
  status: z.enum(statuses),
  /** Why: asked for when a blocker is accepted, deferred or dismissed; for the last it begins with a kind. */
  reason: z.optional(z.string()),
  /** The last day of an acceptance, YYYY-MM-DD. */
  until: z.optional(day),
  /** What else is said of an accepted risk. */
  likelihood: z.optional(z.enum(acceptanceLevels)),
  impact: z.optional(z.enum(acceptanceLevels)),
  overall: z.optional(z.enum(acceptanceLevels)),
  mitigation: z.optional(z.string()),
  rollback: z.optional(z.string()),
});
export type SetStatusParams = z.infer<typeof SetStatusParams>;

const ofBlocker = { document: z.string(), blocker: z.string() };
/** A value of a blocker that a person sets: an effort as 2-3 days. */
export const SetValueParams = z.discriminatedUnion('what', [
  z.object({ ...ofBlocker, what: z.literal('priority'), value: z.enum(priorities) }),
  z.object({ ...ofBlocker, what: z.literal('owner'), value: z.string() }),
  z.object({ ...ofBlocker, what: z.literal('effort'), value: z.string() }),
]);
export type SetValueParams = z.infer<typeof SetValueParams>;

export const TickStepParams = z.object({
  document: z.string(),
  blocker: z.string(),
  /** Index into the blocker's verification steps, from 0. */
  step: z.int().check(z.nonnegative()),
  done: z.boolean(),
});
export type TickStepParams = z.infer<typeof TickStepParams>;

/** The blocker that is to be verified by the code as it is now. */
export const VerifyParams = z.object({ document: z.string(), blocker: z.string() });
export type VerifyParams = z.infer<typeof VerifyParams>;

/** What the code says of a blocker. `unknown` is never a pass. */
export interface VerifyResult {
  readonly outcome: 'found' | 'gone' | 'unknown';
  /** One sentence. */
  readonly message: string;
  /** Where it stands yet. */
  readonly places: readonly VerifyPlace[];
  /** The open steps that can be ticked because nothing is found. */
  readonly steps: readonly VerifyStep[];
  /** How many steps are open that the code can't show. */
  readonly left: number;
  /** The blocker's present one. */
  readonly status?: Status;
}
export interface VerifyPlace {
  /** URI of the folder. */
  readonly folder: string;
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}
export interface VerifyStep {
  /** Index into the blocker's verification steps, from 0. */
  readonly index: number;
  readonly text: string;
  /** It says itself that a rule decides. */
  readonly sure: boolean;
}

/** What is to be written when the code is clean; refused where it is not. */
export const RecordVerifiedParams = z.object({
  document: z.string(),
  blocker: z.string(),
  steps: z.array(z.int().check(z.nonnegative())),
  status: z.optional(z.enum(['fixed', 'verified'])),
});
export type RecordVerifiedParams = z.infer<typeof RecordVerifiedParams>;

/** The document whose computed values are to be put right. */
export const RefreshDocumentParams = z.object({ document: z.string() });
export type RefreshDocumentParams = z.infer<typeof RefreshDocumentParams>;

export const SuppressParams = z.object({
  uri: z.string(),
  fingerprint: z.string(),
  reason: z.string(),
  /** For an acceptance: its last day, YYYY-MM-DD. Who gives it is known to the server. */
  until: z.optional(day),
});
export type SuppressParams = z.infer<typeof SuppressParams>;

/** Whether an asked-for change was made; where not, one sentence says why. */
export type ChangeResult = { readonly applied: true } | { readonly applied: false; readonly reason: string };

/** The workspace folder that a new tracking document is for; the only one where none is named. */
export const CreateDocumentParams = z.object({ folder: z.optional(z.string()) });
export type CreateDocumentParams = z.infer<typeof CreateDocumentParams>;
/** The new document's URI. */
export type CreateDocumentResult =
  | { readonly applied: true; readonly document: string }
  | { readonly applied: false; readonly reason: string };

/** Answer to `ruleTitles`: what rules are called, by id. */
export type RuleTitles = Readonly<Record<string, string>>;

/**
 * Method names. Requests go from client to server, `changed` is the server's notification, and `trusted` the
 * client's: somebody has said that the workspace may be trusted.
 */
export const methods = {
  state: 'productionBlockers/state',
  ruleTitles: 'productionBlockers/ruleTitles',
  changed: 'productionBlockers/changed',
  rescan: 'productionBlockers/rescan',
  cancelScan: 'productionBlockers/cancelScan',
  setStatus: 'productionBlockers/setStatus',
  setValue: 'productionBlockers/setValue',
  tickStep: 'productionBlockers/tickStep',
  verify: 'productionBlockers/verify',
  recordVerified: 'productionBlockers/recordVerified',
  suppress: 'productionBlockers/suppress',
  trusted: 'productionBlockers/trusted',
  takeBaseline: 'productionBlockers/takeBaseline',
  createDocument: 'productionBlockers/createDocument',
  refreshDocument: 'productionBlockers/refreshDocument',
} as const;
