import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticOf, problemDiagnostic, type Shown } from './diagnostics.ts';
import type { Folder } from './folder.ts';

/** Everything that the editor shows in one file: findings, and what is wrong in a document or a configuration. */
export function fileDiagnostics(folder: Folder, file: string, shown: Shown): Diagnostic[] {
  const findings = folder.findingsOf(file).map((finding) => diagnosticOf(finding, folder.uriOf, shown));
  return [...findings, ...folder.problemsOf(file).map(problemDiagnostic)].filter(
    (each) => each !== undefined,
  );
}
