import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../../scripts/lib/poll.ts';
import { namedSecret } from '../../support/secrets.ts';

describe('“Create BLOCKERS.md”', () => {
  it('writes a document from what was found, and shows it', async () => {
    await vscode.commands.executeCommand('productionBlockers.createDocument');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document && vscode.workspace.asRelativePath(document.uri), 'BLOCKERS.md');
    const text = document?.getText() ?? '';
    assert.match(text, /^### BLOCK-001: Hardcoded secret\n/m);
    assert.match(text, /^- \*\*File Location:\*\* `\/src\/mail\.ts:1`$/m);
    assert.ok(!text.includes(namedSecret));
  });

  it('and a count that is changed by hand is put right by its quick fix', async () => {
    const editor = vscode.window.activeTextEditor ?? assert.fail('no editor');
    const { document } = editor;
    const line = document
      .getText()
      .split('\n')
      .findIndex((each) => each.includes('Critical Blockers (P0):'));
    const written = document.lineAt(line);
    await editor.edit((edit) => edit.replace(written.range, written.text.replace(/\d+$/, '7')));
    const differs = () =>
      vscode.languages.getDiagnostics(document.uri).find(({ code }) => code === 'count-differs');
    const diagnostic = await poll(() => differs() ?? false, { what: 'the diagnostic' });
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const fix = actions.find(({ title }) => title === 'Write 1');
    assert.ok(fix?.edit, `offered: ${actions.map(({ title }) => title).join(', ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.lineAt(line).text, written.text);
    await poll(() => differs() === undefined, { what: 'a document without the diagnostic' });
  });

  it('and one command puts right all that is computed, which one undo takes back', async () => {
    const editor = vscode.window.activeTextEditor ?? assert.fail('no editor');
    const { document } = editor;
    const right = document.getText();
    const wrong = right
      .replace('Critical Blockers (P0):** 1', 'Critical Blockers (P0):** 7')
      .replace('Security Risk:** HIGH 🔴', 'Security Risk:** LOW 🟢');
    assert.notEqual(wrong, right);
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), wrong));
    assert.equal(document.getText(), wrong, 'what was typed');
    await vscode.commands.executeCommand('productionBlockers.refreshDocument');
    assert.equal(document.getText(), right);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), wrong);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), right);
  });
});
