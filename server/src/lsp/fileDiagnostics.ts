import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticOf, problemDiagnostic, type Shown } from './diagnostics.ts';
import type { Folder } from './folder.ts';

/** Everything that the editor shows in one file: findings, and what is wrong in a document or a configuration. */
export async function fileDiagnostics(folder: Folder, file: string, shown: Shown): Promise<Diagnostic[]> {
  const problems = await folder.problemsOf(file);
  // A secret in a document is a finding as well; told once, with the fix that a document has for it.
  const secrets = problems.filter(({ code }) => code === 'secret-in-document');
  const findings = folder
    .findingsOf(file)
    .filter(
      ({ range: { start } }) =>
        !secrets.some(({ range: own }) => own.start.line === start.line && own.start.column === start.column),
    )
    .map((finding) => diagnosticOf(finding, folder.uriOf, shown));
  return [...findings, ...problems.map(problemDiagnostic)].filter((each) => each !== undefined);
}
