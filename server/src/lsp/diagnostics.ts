import { createHash } from 'node:crypto';
import { type Diagnostic, DiagnosticSeverity, type Range as LspRange } from 'vscode-languageserver';
import type { Finding, Priority, Range } from '../model/index.ts';

export const source = 'production-blockers';

const severities: Readonly<Record<Priority, DiagnosticSeverity>> = {
  P0: DiagnosticSeverity.Error,
  P1: DiagnosticSeverity.Warning,
  P2: DiagnosticSeverity.Information,
  P3: DiagnosticSeverity.Hint,
};

/** LSP counts lines and columns from 0, the model from 1. */
export const toLspRange = ({ start, end }: Range): LspRange => ({
  start: { line: start.line - 1, character: start.column - 1 },
  end: { line: end.line - 1, character: end.column - 1 },
});

/** What a finding shows in the editor; undefined where it is suppressed. An accepted risk stays visible, quietly. */
export function diagnosticOf(finding: Finding, uriOf: (file: string) => string): Diagnostic | undefined {
  const { suppressed } = finding;
  if (suppressed && suppressed.kind !== 'accepted') return undefined;
  return {
    range: toLspRange(finding.range),
    severity: suppressed ? DiagnosticSeverity.Information : severities[finding.priority],
    code: finding.ruleId,
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

/** Names a list of findings, so that a client that has it already need not get it again. */
export const resultIdOf = (findings: readonly Finding[]): string =>
  createHash('sha256').update(JSON.stringify(findings)).digest('base64url').slice(0, 16);
