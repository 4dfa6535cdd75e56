import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver/node';
import { editText, LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { namedSecret, stripeKey } from '../support/secrets.ts';

const title = 'Move to an environment variable';

describe('quick fixes', () => {
  let server: LanguageServerProcess;
  afterEach(() => server.stop());

  const start = async (files: Record<string, string>) => {
    server = await LanguageServerProcess.start({
      root: projectFolder(files),
      initializationOptions: { panel: true, commands: true },
    });
  };

  /** What the chosen action makes of each file, by its name. */
  function changedBy(action: CodeAction, before: Readonly<Record<string, string>>): Record<string, string> {
    const result: Record<string, string> = {};
    for (const change of (action.edit?.documentChanges ?? []) as (TextDocumentEdit | CreateFile)[]) {
      if ('kind' in change) continue;
      const file = change.textDocument.uri.slice(server.uriOf('').length);
      result[file] = editText(before[file] ?? '', change.edits as never);
    }
    return result;
  }

  async function choose(
    file: string,
    wanted: (action: CodeAction) => boolean,
    count = 1,
  ): Promise<CodeAction> {
    const [diagnostic] = await server.diagnostics(file, count);
    assert.ok(diagnostic);
    const action = (await server.codeActions(file, diagnostic)).find(wanted);
    assert.ok(action, 'the action is offered');
    return server.resolve(action);
  }

  it('move a secret to the environment, and clear the finding', async () => {
    const files = {
      'src/pay.js': `export const client = create({ secretKey: '${stripeKey}' });\n`,
      '.gitignore': 'node_modules/\n',
      'package.json': '{ "type": "module" }',
    };
    await start(files);
    await server.open('src/pay.js', files['src/pay.js'], 'javascript');
    const action = await choose('src/pay.js', (each) => each.title === title);
    const changed = changedBy(action, files);
    assert.deepEqual(Object.keys(changed).sort(), ['.env', '.env.example', '.gitignore', 'src/pay.js']);
    assert.ok(!changed['src/pay.js']?.includes(stripeKey));
    assert.match(changed['src/pay.js'] ?? '', /secretKey: process\.env\.(\w+) /);
    assert.match(changed['.env.example'] ?? '', /^\w+=\n$/);
    assert.ok(changed['.env']?.includes(stripeKey));
    assert.equal(changed['.gitignore'], 'node_modules/\n.env\n');
    assert.ok(!existsSync(`${server.root}/.env`), 'nothing is written before the editor applies it');
    await server.change('src/pay.js', changed['src/pay.js'] ?? '');
    await server.diagnostics('src/pay.js', 0);
  });

  it('carry the version of the text that they were computed for', async () => {
    const text = `export const apiKey = '${namedSecret}';\n`;
    await start({ 'src/mail.js': text });
    await server.open('src/mail.js', `\n${text}`, 'javascript');
    await server.change('src/mail.js', text);
    const action = await choose('src/mail.js', (each) => each.title === title);
    const edits = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
    const own = edits.find((edit) => edit.textDocument?.uri === server.uriOf('src/mail.js'));
    assert.equal(own?.textDocument.version, 2);
  });

  it('fix all in the file in one edit', async () => {
    const files = {
      '.gitignore': '.env\n',
      'src/keys.js': `export const mailApiKey = '${namedSecret}';\nexport const payKey = '${stripeKey}';\n`,
    };
    await start(files);
    await server.open('src/keys.js', files['src/keys.js'], 'javascript');
    const action = await choose('src/keys.js', (each) => each.title === `${title}: all 2 in this file`, 2);
    const changed = changedBy(action, files);
    assert.equal(
      changed['src/keys.js'],
      'export const mailApiKey = process.env.MAIL_API_KEY;\nexport const payKey = process.env.PAY_KEY;\n',
    );
    assert.equal(changed['.env'], `MAIL_API_KEY=${namedSecret}\nPAY_KEY=${stripeKey}\n`);
    assert.equal(changed['.env.example'], 'MAIL_API_KEY=\nPAY_KEY=\n');
  });

  it('offer no environment variable in code that ships to browsers, and say why', async () => {
    const text = `export const apiSecret = '${namedSecret}';\n`;
    await start({ 'package.json': '{ "devDependencies": { "vite": "7" } }', 'src/map.ts': text });
    await server.open('src/map.ts', text);
    const [diagnostic] = await server.diagnostics('src/map.ts', 1);
    assert.match(String(diagnostic?.message), /ships to browsers.*from a server/);
    const actions = diagnostic ? await server.codeActions('src/map.ts', diagnostic) : [];
    assert.ok(!actions.some((action) => action.title.startsWith(title)));
  });

  it('suppress with the reason that a person gave', async () => {
    const text = `function f() {\n  const apiKey = '${namedSecret}';\n}\n`;
    await start({ 'src/mail.ts': text });
    await server.open('src/mail.ts', text);
    const [diagnostic] = await server.diagnostics('src/mail.ts', 1);
    assert.ok(diagnostic);
    const action = (await server.codeActions('src/mail.ts', diagnostic)).find((each) => each.command);
    assert.equal(action?.command?.command, 'productionBlockers.suppress');
    const [finding] = action?.command?.arguments ?? [];
    const result = await server.connection.sendRequest('productionBlockers/suppress', {
      ...finding,
      reason: 'opens nothing',
    });
    assert.deepEqual(result, { applied: true });
    assert.equal(
      server.textOf('src/mail.ts')?.split('\n')[1],
      '  // blockers-disable-next-line no-hardcoded-secret -- opens nothing',
    );
    await server.diagnostics('src/mail.ts', 0);
  });

  it('refuse a finding that is gone, and change nothing', async () => {
    const text = `export const apiKey = '${namedSecret}';\n`;
    await start({ 'src/mail.js': text });
    await server.open('src/mail.js', text, 'javascript');
    const [diagnostic] = await server.diagnostics('src/mail.js', 1);
    assert.ok(diagnostic);
    const action = (await server.codeActions('src/mail.js', diagnostic)).find((each) => each.title === title);
    assert.ok(action);
    await server.change('src/mail.js', 'export {};\n');
    const resolved = await server.resolve(action);
    assert.equal(resolved.edit, undefined);
    assert.deepEqual(server.messages, ['The finding is no longer there; nothing was changed.']);
  });
});
