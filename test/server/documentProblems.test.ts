import assert from 'node:assert/strict';
import type { Diagnostic, TextDocumentEdit } from 'vscode-languageserver/node';
import { editText, LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { stripeKey } from '../support/secrets.ts';

const text = [
  '# Blockers',
  '',
  '- **High Priority Blockers (P1):** 7',
  '',
  '## High Priority Blockers (P1)',
  '',
  '### PB-1: First',
  `- **Description:** ${stripeKey}`,
  '- **Status:** Open',
  '',
  '### PB-1: Second',
  '- **Status:** Open',
  '',
].join('\n');

describe('what is wrong in a tracking document, in the editor', () => {
  let server: LanguageServerProcess;
  before(async () => {
    server = await LanguageServerProcess.start({ root: projectFolder({ 'BLOCKERS.md': text }) });
    await server.open('BLOCKERS.md', text, 'markdown');
  });
  after(() => server.stop());

  const expected: readonly [code: string, severity: number, title: string, fixed: string][] = [
    ['secret-in-document', 1, 'Mask the secret', text.replace(stripeKey, '[masked]')],
    ['duplicate-id', 1, 'Give it the next free id, PB-2', text.replace('PB-1: Second', 'PB-2: Second')],
    ['count-differs', 2, 'Write 2', text.replace('** 7', '** 2')],
  ];
  for (const [wanted, severity, title, fixed] of expected) {
    it(`${wanted} has the fix “${title}”`, async () => {
      const all = await server.diagnostics('BLOCKERS.md', 3);
      const problem = all.find(({ code }) => code === wanted) as Diagnostic;
      assert.equal(problem.severity, severity);
      const action = (await server.codeActions('BLOCKERS.md', problem)).find((each) => each.title === title);
      assert.ok(action);
      const { edit } = await server.resolve(action);
      const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.equal(editText(text, change?.edits as never), fixed);
    });
  }
});
