import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { poll } from '../../../scripts/lib/poll.ts';
import { namedSecret } from '../../support/secrets.ts';

const title = 'Move to an environment variable';

describe('typing a hardcoded key', () => {
  let document: vscode.TextDocument;
  let editor: vscode.TextEditor;

  const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
  const inFolder = (path: string) => vscode.Uri.joinPath(folder(), path);
  const text = (path: string) => readFileSync(inFolder(path).fsPath, 'utf8');
  const ours = () =>
    vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'production-blockers');
  const diagnostics = (count: number) =>
    poll(() => ours().length === count && ours(), {
      what: () => `${count} squiggles; there are ${ours().length}`,
    });

  before(async () => {
    document = await vscode.workspace.openTextDocument(inFolder('src/mail.js'));
    editor = await vscode.window.showTextDocument(document);
    await diagnostics(0);
  });

  it('shows a squiggle that does not tell the key', async () => {
    const end = document.positionAt(document.getText().length);
    await editor.edit((edit) => edit.insert(end, `export const apiKey = '${namedSecret}';\n`));
    const [diagnostic] = await diagnostics(1);
    assert.ok(diagnostic);
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    assert.equal((diagnostic.code as { value: string }).value, 'no-hardcoded-secret');
    assert.equal(document.getText(diagnostic?.range), `'${namedSecret}'`);
    assert.ok(!diagnostic?.message.includes(namedSecret.slice(0, 8)));
  });

  it('the quick fix moves the key to the environment, and the squiggle goes', async () => {
    const [diagnostic] = await diagnostics(1);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic?.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const action = actions.find((each) => each.title === title);
    assert.ok(action?.edit, `offered: ${actions.map((each) => each.title).join(', ')}`);
    assert.equal(action.isPreferred, true);
    await vscode.workspace.applyEdit(action.edit);
    assert.ok(action.command);
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));

    assert.match(document.getText(), /export const apiKey = process\.env\.API_KEY;\n$/);
    await diagnostics(0);
    assert.match(text('.env.example'), /^API_KEY=$/m);
    assert.match(text('.env'), new RegExp(`^API_KEY=${namedSecret}$`, 'm'));
    assert.match(text('.gitignore'), /^\.env$/m);
  });

  it('the moved key is not reported where git ignores it', async () => {
    const env = await vscode.workspace.openTextDocument(inFolder('.env'));
    await vscode.window.showTextDocument(env);
    await poll(() => vscode.languages.getDiagnostics(env.uri).length === 0, { what: 'a silent .env' });
  });

  it('undo brings the literal back', async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await poll(() => document.getText().includes(namedSecret), { what: 'the literal' });
  });
});
