import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { problemFixes } from '../worker/requests.ts';
import type { WorkerHost } from '../worker/workerHost.ts';
import type { ActionData } from './codeActionData.ts';
import { source } from './diagnostics.ts';
import type { FolderFile } from './folders.ts';

/** Quick fixes for what is wrong in a tracking document or a plan. */
export async function problemActions(
  { context, textDocument: { uri } }: CodeActionParams,
  { folder, file }: FolderFile,
  host: WorkerHost,
): Promise<CodeAction[]> {
  const kind = CodeActionKind.QuickFix;
  if (context.only && !context.only.some((only) => kind.startsWith(only))) return [];
  const problems = context.diagnostics.filter((diagnostic) => diagnostic.source === source);
  if (problems.length === 0) return [];
  const documentKind = folder.documentKind(file);
  if (!documentKind) return [];
  const fixes = await host.ask(problemFixes, { root: folder.root, path: file, kind: documentKind });
  return problems.flatMap((diagnostic) => {
    const { line, character } = diagnostic.range.start;
    const found = fixes.find(
      ({ code, start }) =>
        code === diagnostic.code && start.line === line + 1 && start.column === character + 1,
    );
    if (!found) return [];
    const { code, start, titles } = found;
    return titles.map((title, index): CodeAction => {
      const data: ActionData = { kind: 'fixProblem', uri, code, start, title };
      return { title, kind, diagnostics: [diagnostic], isPreferred: index === 0, data };
    });
  });
}
