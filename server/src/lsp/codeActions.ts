import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import * as z from 'zod/mini';
import type { Finding } from '../model/index.ts';
import * as requests from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import { source } from './diagnostics.ts';
import type { FolderFile, Folders } from './folders.ts';

/** What a code action carries until it is resolved. Comes back from the client, so it is checked. */
const ActionData = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fix'), uri: z.string(), fingerprint: z.string(), title: z.string() }),
  z.object({ kind: z.literal('fixAll'), uri: z.string(), ruleId: z.string(), title: z.string() }),
]);
type ActionData = z.infer<typeof ActionData>;

/** Client commands that an action may end with; only offered to a client that has them. */
export const clientCommands = {
  suppress: 'productionBlockers.suppress',
  saveFiles: 'productionBlockers.saveFiles',
} as const;

/** The actions for the findings under the cursor, best first. Their edits are computed when one is chosen. */
export function codeActionsFor(
  { context, textDocument }: CodeActionParams,
  findings: readonly Finding[],
  hasCommands: boolean,
): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const diagnostic of context.diagnostics) {
    const finding = findingOf(diagnostic, findings);
    if (!finding) continue;
    const { uri } = textDocument;
    const add = (title: string, data: ActionData, more: Partial<CodeAction> = {}) =>
      actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], data, ...more });
    for (const title of finding.fixes) {
      add(title, { kind: 'fix', uri, fingerprint: finding.fingerprint, title }, { isPreferred: true });
      const alike = findings.filter((other) => other.ruleId === finding.ruleId && isFixable(other, title));
      if (alike.length > 1) {
        add(`${title}: all ${alike.length} in this file`, {
          kind: 'fixAll',
          uri,
          ruleId: finding.ruleId,
          title,
        });
      }
    }
    if (hasCommands) actions.push(suppressAction(uri, finding, diagnostic));
  }
  return actions;
}

const isFixable = (finding: Finding, title: string): boolean =>
  !finding.suppressed && finding.fixes.includes(title);

function suppressAction(uri: string, finding: Finding, diagnostic: Diagnostic): CodeAction {
  const title = `Suppress ${finding.ruleId} here with a reason…`;
  const command = {
    title,
    command: clientCommands.suppress,
    arguments: [{ uri, fingerprint: finding.fingerprint }],
  };
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command };
}

function findingOf(diagnostic: Diagnostic, findings: readonly Finding[]): Finding | undefined {
  if (diagnostic.source !== source) return undefined;
  const fingerprint: unknown = (diagnostic.data as { fingerprint?: unknown } | undefined)?.fingerprint;
  return findings.find((finding) => finding.fingerprint === fingerprint);
}

/** The edits of a chosen action, or why there are none. */
export async function editsOf(
  data: unknown,
  folders: Folders,
  host: WorkerHost,
): Promise<{ readonly place: FolderFile; readonly edits: requests.Edits } | undefined> {
  const parsed = ActionData.safeParse(data);
  const place = parsed.success ? folders.locate(parsed.data.uri) : undefined;
  if (!parsed.success || !place) return undefined;
  const of = { root: place.folder.root, path: place.file };
  const action = parsed.data;
  const edits =
    action.kind === 'fix'
      ? await host.ask(requests.fix, { ...of, fingerprint: action.fingerprint, title: action.title })
      : await host.ask(requests.fixAll, { ...of, ruleId: action.ruleId, title: action.title });
  return { place, edits };
}
