/** The messages between the extension and the panel's page. Positions count from 1, as in the model. */
import * as z from 'zod/mini';
import { statuses } from '../model/vocabulary.ts';
import type { FolderChange, WorkspaceState } from './lsp.ts';

const position = z.object({ line: z.int().check(z.positive()), column: z.int().check(z.positive()) });

/** Page → extension. The first is always `ready`; nothing is sent to a page before it. */
export const PanelRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('open'),
    folder: z.string(),
    /** Relative to the folder. */
    file: z.string(),
    range: z.optional(z.object({ start: position, end: position })),
    /** Open beside the active editor. */
    toSide: z.boolean(),
    /** Leave the focus in the panel. */
    preserveFocus: z.boolean(),
  }),
  /** Without `status` the extension asks for it. */
  z.object({
    type: z.literal('setStatus'),
    document: z.string(),
    blocker: z.string(),
    status: z.optional(z.enum(statuses)),
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
]);
export type PanelRequest = z.infer<typeof PanelRequest>;

/** What the page cannot know from the findings alone. */
export interface PanelEnvironment {
  /** False in restricted mode. */
  readonly trusted: boolean;
  /** Since when the language server is not answering: local time as `HH:MM`. */
  readonly stoppedSince?: string;
}

/** Extension → page. */
export type PanelMessage =
  | { readonly type: 'state'; readonly state: WorkspaceState; readonly environment: PanelEnvironment }
  | { readonly type: 'change'; readonly change: FolderChange }
  | { readonly type: 'environment'; readonly environment: PanelEnvironment }
  /** The active editor's file, so that the panel can follow. */
  | { readonly type: 'active'; readonly folder: string; readonly file: string };
