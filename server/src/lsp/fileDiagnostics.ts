import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticOf, problemDiagnostic } from './diagnostics.ts';
import type { Folder } from './folder.ts';
import type { Settings } from './settings.ts';

/** Everything that the editor shows in one file: findings, and what is wrong in a document or a configuration. */
export function fileDiagnostics(folder: Folder, file: string, settings: Settings): Diagnostic[] {
  const findings = folder
    .findingsOf(file)
    .map((finding) => diagnosticOf(finding, folder.uriOf, settings.severity));
  return [...findings, ...folder.problemsOf(file).map(problemDiagnostic)].filter(
    (each) => each !== undefined,
  );
}
