import * as z from 'zod';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import { documentEdits } from './documentEdits.ts';
import type { FolderFile, Folders } from './folders.ts';

const ofRule = { uri: z.string(), ruleId: z.string() };

/** A place in the code as the document names it. */
const place = z.object({
  file: z.string(),
  startLine: z.number().optional(),
  endLine: z.number().optional(),
});

/** What a code action carries until it is resolved. Comes back from the client, so it is checked. */
const ActionData = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fix'), uri: z.string(), fingerprint: z.string(), title: z.string() }),
  z.object({ kind: z.literal('fixAll'), ...ofRule, title: z.string() }),
  z.object({ kind: z.literal('fixWorkspace'), ...ofRule, title: z.string() }),
  z.object({ kind: z.literal('fixAllSafe'), uri: z.string() }),
  z.object({ kind: z.literal('track'), uri: z.string(), fingerprint: z.string() }),
  z.object({ kind: z.literal('switchOff'), ...ofRule }),
  z.object({
    kind: z.literal('moveLocation'),
    uri: z.string(),
    blocker: z.string(),
    from: place,
    to: z.string(),
  }),
  z.object({ kind: z.literal('removeLocation'), uri: z.string(), blocker: z.string(), from: place }),
  z.object({
    kind: z.literal('setStatus'),
    uri: z.string(),
    blocker: z.string(),
    status: z.enum(['open', 'fixed']),
  }),
  z.object({
    kind: z.literal('fixProblem'),
    uri: z.string(),
    code: z.string(),
    start: z.object({ line: z.number(), column: z.number() }),
    title: z.string(),
  }),
  z.object({ kind: z.literal('linkRule'), uri: z.string(), blocker: z.string(), rule: z.string() }),
]);
export type ActionData = z.infer<typeof ActionData>;

/** A chosen action's edits, or why there are none. */
export interface ComputedAction {
  readonly place: FolderFile;
  readonly edits: requests.Edits;
  /** To be looked at before they are made. */
  readonly preview: boolean;
}

/** Computes the edits of a chosen action; undefined for one that is not ours, or has none. */
export async function computeAction(
  data: unknown,
  folders: Folders,
  host: WorkerHost,
): Promise<ComputedAction | undefined> {
  const { success, data: action } = ActionData.safeParse(data);
  const place = success ? folders.locate(action.uri) : undefined;
  if (!success || !place) return undefined;
  return { place, edits: await editsOf(action, place, host), preview: action.kind === 'fixWorkspace' };
}

function editsOf(
  action: ActionData,
  { folder, file }: FolderFile,
  host: WorkerHost,
): Promise<requests.Edits> {
  const { root } = folder;
  const of = { root, path: file };
  switch (action.kind) {
    case 'fix':
      return host.ask(requests.fix, { ...of, fingerprint: action.fingerprint, title: action.title });
    case 'fixAll':
      return host.ask(requests.fixAll, {
        ...of,
        ruleId: action.ruleId,
        title: action.title,
        safeOnly: false,
      });
    case 'fixWorkspace':
      return host.ask(requests.fixWorkspace, {
        root,
        ruleId: action.ruleId,
        title: action.title,
        safeOnly: false,
      });
    case 'fixAllSafe':
      return host.ask(requests.fixAll, { ...of, safeOnly: true });
    case 'track':
      return host.ask(requests.track, { ...of, fingerprint: action.fingerprint });
    case 'switchOff':
      return host.ask(requests.switchOff, { ...of, ruleId: action.ruleId });
    case 'moveLocation':
      return documentEdits(
        file,
        host.ask(requests.moveLocation, {
          ...of,
          blocker: action.blocker,
          from: action.from,
          to: action.to,
        }),
      );
    case 'removeLocation':
      return documentEdits(
        file,
        host.ask(requests.removeLocation, { ...of, blocker: action.blocker, from: action.from }),
      );
    case 'setStatus':
      return documentEdits(
        file,
        // Nobody signs for these two.
        host.ask(requests.setStatus, { ...of, blocker: action.blocker, status: action.status, by: '' }),
      );
    case 'fixProblem':
      return documentEdits(
        file,
        host.ask(requests.fixProblem, {
          ...of,
          code: action.code,
          start: action.start,
          kind: folder.documentKind(file) ?? 'tracker',
          title: action.title,
        }),
      );
    case 'linkRule':
      return documentEdits(
        file,
        host.ask(requests.linkRule, { ...of, blocker: action.blocker, rule: action.rule }),
      );
  }
}
