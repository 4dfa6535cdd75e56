import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Finding } from '../model/index.ts';
import type { ActionData } from './codeActionData.ts';
import { source } from './diagnostics.ts';

/** Client commands that actions and lenses may run; only offered to a client that has them. */
export const clientCommands = {
  suppress: 'productionBlockers.suppress',
  accept: 'productionBlockers.acceptRisk',
  setStatus: 'productionBlockers.setStatus',
  verify: 'productionBlockers.verify',
  showRule: 'productionBlockers.showRule',
  saveFiles: 'productionBlockers.saveFiles',
} as const;

/** The kind that editors run on save when people ask for it: only fixes that may be made unseen. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.productionBlockers`;

/** What of the workspace decides which actions there are. */
export interface ActionFacts {
  /** Of the file at hand. */
  readonly findings: readonly Finding[];
  /** In how many files a rule found something. */
  filesWith(ruleId: string): number;
  /** The tracking document, where it does not cover the finding yet; empty where there is none and one can be made. */
  documentFor(finding: Finding): string | undefined;
  readonly hasCommands: boolean;
  /** The client shows edits of many files before they are made. */
  readonly previews: boolean;
}

/**
 * The actions for the findings under the cursor, the best first: fix, fix all alike, track, accept, suppress, switch the
 * rule off, show the rule. Their edits are computed when one is chosen.
 */
export function codeActionsFor(
  { context, textDocument }: CodeActionParams,
  facts: ActionFacts,
): CodeAction[] {
  const { uri } = textDocument;
  const wants = (kind: string) =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const diagnostic of context.diagnostics) {
      const finding = findingOf(diagnostic, facts.findings);
      if (finding) actions.push(...quickFixes(uri, finding, diagnostic, facts));
    }
  }
  // Only when it is asked for by name: it is for saving, not for the menu.
  if (context.only?.some((only) => fixAllKind === only || fixAllKind.startsWith(`${only}.`))) {
    const title = 'Fix all production blockers that can be fixed unseen';
    actions.push({ title, kind: fixAllKind, data: { kind: 'fixAllSafe', uri } satisfies ActionData });
  }
  return actions;
}

function quickFixes(uri: string, finding: Finding, diagnostic: Diagnostic, facts: ActionFacts): CodeAction[] {
  const { ruleId, fingerprint } = finding;
  const quickFix = (title: string, more: Partial<CodeAction>): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...more,
  });
  const computed = (title: string, data: ActionData, more: Partial<CodeAction> = {}) =>
    quickFix(title, { data, ...more });
  const asking = (title: string, command: string, argument: object) =>
    facts.hasCommands
      ? [quickFix(title, { command: { title, command, arguments: [argument] } satisfies Command })]
      : [];

  const fixes = finding.fixes.map((title) =>
    computed(title, { kind: 'fix', uri, fingerprint, title }, { isPreferred: title === finding.fixes[0] }),
  );
  const ofAll = finding.fixes.flatMap((title) => {
    const alike = facts.findings.filter((other) => other.ruleId === ruleId && isFixable(other, title));
    const files = facts.filesWith(ruleId);
    return [
      ...(alike.length > 1
        ? [computed(`${title}: all ${alike.length} in this file`, { kind: 'fixAll', uri, ruleId, title })]
        : []),
      ...(files > 1 && facts.previews
        ? [computed(`${title}: in all ${files} files…`, { kind: 'fixWorkspace', uri, ruleId, title })]
        : []),
    ];
  });
  const document = facts.documentFor(finding);
  return [
    ...fixes,
    ...ofAll,
    ...(document === undefined
      ? []
      : [
          computed(`Track as a blocker in ${document || 'a new BLOCKERS.md'}`, {
            kind: 'track',
            uri,
            fingerprint,
          }),
        ]),
    ...asking('Accept the risk until a day…', clientCommands.accept, { uri, fingerprint }),
    ...asking(`Suppress ${ruleId} here with a reason…`, clientCommands.suppress, { uri, fingerprint }),
    computed(`Switch ${ruleId} off`, { kind: 'switchOff', uri, ruleId }),
    ...asking(`Show ${ruleId}`, clientCommands.showRule, { ruleId }),
  ];
}

const isFixable = (finding: Finding, title: string): boolean =>
  !finding.suppressed && finding.fixes.includes(title);

function findingOf(diagnostic: Diagnostic, findings: readonly Finding[]): Finding | undefined {
  if (diagnostic.source !== source) return undefined;
  const fingerprint: unknown = (diagnostic.data as { fingerprint?: unknown } | undefined)?.fingerprint;
  return findings.find((finding) => finding.fingerprint === fingerprint);
}
