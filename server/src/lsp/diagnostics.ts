import { createHash } from 'node:crypto';
import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type Range as LspRange,
} from 'vscode-languageserver';
import type { DocumentProblem, Finding, Priority, Range } from '../model/index.ts';
import { inBackground } from './background.ts';
import type { Settings } from './settings.ts';

export const source = 'production-blockers';

const severities: Readonly<Record<DocumentProblem['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where the settings say nothing else. */
const ownSeverity: Readonly<Record<Priority, DocumentProblem['severity']>> = {
  P0: 'error',
  P1: 'warning',
  P2: 'information',
  P3: 'hint',
};

/** LSP counts lines and columns from 0, the model from 1. */
export const toLspRange = ({ start, end }: Range): LspRange => ({
  start: { line: start.line - 1, character: start.column - 1 },
  end: { line: end.line - 1, character: end.column - 1 },
});

/** How findings are shown. */
export interface Shown {
  readonly severity: Settings['severity'];
  /** Where a rule's page is, as a URI that the client can open. */
  pageOf(ruleId: string): string;
}

/** What a finding shows in the editor; undefined where it is suppressed. An accepted risk stays visible, quietly. */
export function diagnosticOf(
  finding: Finding,
  uriOf: (file: string) => string,
  { severity: chosen, pageOf }: Shown,
): Diagnostic | undefined {
  const { suppressed } = finding;
  if (suppressed && suppressed.kind !== 'accepted') return undefined;
  const severity = chosen[finding.ruleId] ?? chosen[finding.priority] ?? ownSeverity[finding.priority];
  if (severity === 'off') return undefined;
  return {
    range: toLspRange(finding.range),
    severity: suppressed ? DiagnosticSeverity.Information : severities[severity],
    code: finding.ruleId,
    codeDescription: { href: pageOf(finding.ruleId) },
    source,
    message: suppressed
      ? `Accepted until ${suppressed.until}: ${suppressed.reason} — ${finding.message}`
      : finding.message,
    data: { fingerprint: finding.fingerprint },
    ...(finding.related.length > 0
      ? {
          relatedInformation: finding.related.map(({ file, range, message }) => ({
            location: { uri: uriOf(file), range: toLspRange(range) },
            message,
          })),
        }
      : {}),
  };
}

/** Makes the client ask again. */
export const refreshDiagnostics = (connection: Connection): void =>
  inBackground(connection, 'Refreshing diagnostics', connection.languages.diagnostics.refresh());

/** What is wrong in a tracking document or a configuration file, as the editor shows it. */
export const problemDiagnostic = ({ code, severity, message, range }: DocumentProblem): Diagnostic => ({
  range: toLspRange(range),
  severity: severities[severity],
  code,
  source,
  message,
});

/** Names a list of diagnostics, so that a client that has it already need not get it again. */
export const resultIdOf = (diagnostics: readonly Diagnostic[]): string =>
  createHash('sha256').update(JSON.stringify(diagnostics)).digest('base64url').slice(0, 16);
