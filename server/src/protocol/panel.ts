/** The messages between the extension and the panel's page. Positions count from 1, as in the model. */
import * as z from 'zod/mini';
import { priorities, statuses, stepKinds } from '../model/vocabulary.ts';
import type { FolderChange, WorkspaceState } from './lsp.ts';

const position = z.object({ line: z.int().check(z.positive()), column: z.int().check(z.positive()) });

/** A place in a workspace folder that can be opened. Without a range: the file's beginning. */
const place = {
  folder: z.string(),
  /** Relative to the folder; a directory ends in a slash. */
  file: z.string(),
  range: z.optional(z.object({ start: position, end: position })),
};
export const PanelPlace = z.object(place);
export type PanelPlace = z.infer<typeof PanelPlace>;

/** Page → extension. The first is always `ready`; nothing is sent to a page before it. */
export const PanelRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('open'),
    ...place,
    /** Open beside the active editor. */
    toSide: z.boolean(),
    /** Leave the focus in the panel. */
    preserveFocus: z.boolean(),
  }),
  /** Without `status` the extension asks for it and marks the current one. */
  z.object({
    type: z.literal('setStatus'),
    document: z.string(),
    blocker: z.string(),
    status: z.optional(z.enum(statuses)),
    current: z.optional(z.enum(statuses)),
  }),
  z.object({
    type: z.literal('tickStep'),
    document: z.string(),
    blocker: z.string(),
    step: z.int().check(z.nonnegative()),
    done: z.boolean(),
  }),
  z.object({ type: z.literal('rescan') }),
  z.object({ type: z.literal('cancelScan') }),
  z.object({ type: z.literal('restartServer') }),
  z.object({ type: z.literal('openFolder') }),
  z.object({ type: z.literal('manageTrust') }),
]);
export type PanelRequest = z.infer<typeof PanelRequest>;

/** In every row's `data-vscode-context`: this panel has menus of its own, not cut, copy and paste. */
const menu = { preventDefaultContextMenuItems: z.literal(true), ...place };
const blocker = { document: z.string(), blocker: z.string() };

/**
 * What a row of the panel tells its context menu: VS Code turns each field into a context key for `when` clauses
 * and hands the whole to the chosen command. `folder`, `file` and `range` are the place that the row opens.
 */
export const PanelMenuContext = z.discriminatedUnion('webviewSection', [
  z.object({ webviewSection: z.literal('blocker'), ...menu, ...blocker, status: z.enum(statuses) }),
  z.object({ webviewSection: z.literal('location'), ...menu, ...blocker }),
  z.object({
    webviewSection: z.literal('step'),
    ...menu,
    ...blocker,
    step: z.int().check(z.nonnegative()),
    stepKind: z.enum(stepKinds),
    done: z.boolean(),
  }),
  z.object({
    webviewSection: z.literal('finding'),
    ...menu,
    rule: z.string(),
    fingerprint: z.string(),
    /** Id of the blocker that covers it. */
    blocker: z.optional(z.string()),
  }),
  z.object({
    webviewSection: z.literal('rule'),
    preventDefaultContextMenuItems: z.literal(true),
    folder: z.string(),
    rule: z.string(),
    priority: z.enum(priorities),
  }),
]);
export type PanelMenuContext = z.infer<typeof PanelMenuContext>;

/** What the page cannot know from the findings alone. */
export interface PanelEnvironment {
  /** False in restricted mode. */
  readonly trusted: boolean;
  /** Since when the language server is not answering: local time as `HH:MM`. */
  readonly stoppedSince?: string;
  /** Titles by rule id. A rule that is missing here is shown by its id. */
  readonly rules?: Readonly<Record<string, string>>;
}

/** Extension → page. */
export type PanelMessage =
  | { readonly type: 'state'; readonly state: WorkspaceState; readonly environment: PanelEnvironment }
  | { readonly type: 'change'; readonly change: FolderChange }
  | { readonly type: 'environment'; readonly environment: PanelEnvironment }
  /** The active editor's file, so that the panel can follow. */
  | { readonly type: 'active'; readonly folder: string; readonly file: string }
  /** Closes every row, as the button in the title of VS Code's own trees does. */
  | { readonly type: 'collapseAll' };
