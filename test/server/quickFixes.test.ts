import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver/node';
import { poll } from '../../scripts/lib/poll.ts';
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

  async function offered(file: string): Promise<string[]> {
    const [diagnostic] = await server.diagnostics(file, 1);
    return diagnostic ? (await server.codeActions(file, diagnostic)).map((action) => action.title) : [];
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
    const action = (await server.codeActions('src/mail.ts', diagnostic)).find((each) =>
      each.title.startsWith('Suppress'),
    );
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

  it('come in the order in which people want them', async () => {
    const text = `export const apiKey = '${namedSecret}';\nexport const payKey = '${stripeKey}';\n`;
    await start({ '.gitignore': '.env\n', 'src/mail.js': text, 'src/other.js': text });
    await server.open('src/mail.js', text, 'javascript');
    const [diagnostic] = await server.diagnostics('src/mail.js', 2);
    assert.ok(diagnostic);
    const titles = await poll(
      async () => {
        const found = (await server.codeActions('src/mail.js', diagnostic)).map((action) => action.title);
        return found.length === 8 && found;
      },
      { what: 'the actions of a workspace that was scanned' },
    );
    assert.deepEqual(titles, [
      title,
      `${title}: all 2 in this file`,
      `${title}: in all 2 files…`,
      'Track as a blocker in a new BLOCKERS.md',
      'Accept the risk until a day…',
      'Suppress no-hardcoded-secret here with a reason…',
      'Switch no-hardcoded-secret off',
      'Show no-hardcoded-secret',
    ]);
  });

  it('of the whole workspace are shown before they are made', async () => {
    const text = `export const apiKey = '${namedSecret}';\n`;
    await start({ '.gitignore': '.env\n', 'src/mail.js': text, 'src/other.js': text });
    await server.open('src/mail.js', text, 'javascript');
    await poll(async () => (await offered('src/mail.js')).includes(`${title}: in all 2 files…`), {
      what: 'the action',
    });
    const action = await choose('src/mail.js', (each) => each.title === `${title}: in all 2 files…`);
    assert.deepEqual(action.edit?.changeAnnotations, {
      confirm: { label: `${title}: in all 2 files…`, needsConfirmation: true },
    });
    const changed = changedBy(action, { '.gitignore': '.env\n', 'src/mail.js': text, 'src/other.js': text });
    assert.equal(changed['src/mail.js'], 'export const apiKey = process.env.API_KEY;\n');
    assert.equal(changed['src/other.js'], 'export const apiKey = process.env.API_KEY;\n');
    assert.equal(changed['.env'], `API_KEY=${namedSecret}\n`);
  });

  it('accept a risk until a day, with a name', async () => {
    const text = `export const apiKey = '${namedSecret}';\n`;
    await start({ 'src/mail.js': text });
    await server.open('src/mail.js', text, 'javascript');
    const [diagnostic] = await server.diagnostics('src/mail.js', 1);
    assert.ok(diagnostic);
    const { fingerprint } = diagnostic.data as { fingerprint: string };
    const finding = { uri: server.uriOf('src/mail.js'), fingerprint };
    await server.connection.sendRequest('productionBlockers/suppress', {
      ...finding,
      reason: 'a test system',
      until: '2999-01-31',
    });
    assert.match(
      server.textOf('src/mail.js') ?? '',
      /^\/\/ blockers-accept no-hardcoded-secret until=2999-01-31 by=\S+ -- a test system\n/,
    );
    const [accepted] = await server.diagnostics('src/mail.js', 1);
    assert.equal(accepted?.severity, 3);
    assert.match(String(accepted?.message), /^Accepted until 2999-01-31: a test system/);
  });

  it('accept the risk of a check that always says yes, as the resolution document decides', async () => {
    const file = 'src/lib/extensions/extensionUtils.ts';
    const text = [
      'export function isExtensionCompatible(extension: Extension): boolean {',
      "  if (typeof console !== 'undefined') {",
      "    console.debug('Checking compatibility of', extension.name);",
      '  }',
      '  // PLACEHOLDER: the versions are to be compared here.',
      '  return true;',
      '}',
      '',
    ].join('\n');
    await start({ [file]: text });
    await server.open(file, text, 'typescript');
    const found = await server.diagnostics(file, 1);
    const diagnostic = found.find(({ code }) => code === 'stub-validator');
    assert.ok(diagnostic);
    const { fingerprint } = diagnostic.data as { fingerprint: string };
    await server.connection.sendRequest('productionBlockers/suppress', {
      uri: server.uriOf(file),
      fingerprint,
      reason: 'every extension was tried by hand',
      until: '2999-01-31',
    });
    assert.match(
      server.textOf(file) ?? '',
      /^ {2}\/\/ blockers-accept stub-validator until=2999-01-31 by=\S+ -- every extension was tried by hand\n {2}return true;$/m,
    );
    const accepted = (await server.diagnostics(file, 1)).find(({ code }) => code === 'stub-validator');
    assert.match(String(accepted?.message), /^Accepted until 2999-01-31: every extension was tried by hand/);
  });

  it('switch a rule off in the configuration, keeping what is there', async () => {
    const text = `export const apiKey = '${namedSecret}';\n`;
    const configuration = '{\n  // ours\n  "exclude": ["/gen"],\n}\n';
    await start({ 'src/mail.js': text, 'production-blockers.json': configuration });
    await server.open('src/mail.js', text, 'javascript');
    const action = await choose('src/mail.js', (each) => each.title === 'Switch no-hardcoded-secret off');
    const changed = changedBy(action, { 'production-blockers.json': configuration });
    assert.match(changed['production-blockers.json'] ?? '', /\/\/ ours/);
    assert.match(
      changed['production-blockers.json'] ?? '',
      /"rules": \{\s*"no-hardcoded-secret": "off"\s*\}/,
    );
  });

  it('on save make only what may be made unseen', async () => {
    const unused = '// blockers-disable-next-line no-hardcoded-secret -- opens nothing\n';
    const text = `${unused}export const a = 1;\nexport const apiKey = '${namedSecret}';\n`;
    await start({ 'src/mail.js': text });
    await server.open('src/mail.js', text, 'javascript');
    await server.diagnostics('src/mail.js', 2);
    const [action] = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: server.uriOf('src/mail.js') },
      range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.ok(action);
    assert.deepEqual(changedBy(action, { 'src/mail.js': text }), {
      'src/mail.js': text.slice(unused.length),
    });
  });

  it('take a baseline, which mutes what is there', async () => {
    const text = `export const apiKey = '${namedSecret}';\n`;
    await start({ 'src/mail.js': text });
    await server.open('src/mail.js', text, 'javascript');
    await poll(async () => (await offered('src/mail.js')).length > 0, { what: 'a scanned workspace' });
    assert.deepEqual(await server.connection.sendRequest('productionBlockers/takeBaseline'), {
      applied: true,
    });
    const baseline = JSON.parse(readFileSync(`${server.root}/production-blockers.baseline.json`, 'utf8'));
    assert.equal(baseline.fingerprints.length, 1);
    await server.change('src/mail.js', `${text}\n`);
    await server.diagnostics('src/mail.js', 0);
  });

  it("track a finding in the document's own style, once", async () => {
    const text = `export const apiKey = '${namedSecret}';\n`;
    const document = [
      '- **Critical Blockers (P0):** 1',
      '',
      '## Critical Blockers (P0)',
      '',
      '### BLOCK-007: No backups',
      '* **Title:** Nothing is backed up',
      '* **File Location:** `/src/db.js`',
      '* **Status:** Blocked',
      '',
      '---',
      '',
    ].join('\n');
    await start({ 'src/mail.js': text, 'BLOCKERS.md': document });
    await server.open('src/mail.js', text, 'javascript');
    const tracks = (each: string) => each === 'Track as a blocker in BLOCKERS.md';
    await poll(async () => (await offered('src/mail.js')).some(tracks), { what: 'the action' });
    const action = await choose('src/mail.js', ({ title: each }) => tracks(each));
    const changed = changedBy(action, { 'BLOCKERS.md': document })['BLOCKERS.md'] ?? '';
    assert.match(changed, /^- \*\*Critical Blockers \(P0\):\*\* 2$/m);
    const added = changed.slice(changed.indexOf('### BLOCK-008'), changed.indexOf('---'));
    assert.deepEqual(added.trimEnd().split('\n'), [
      '### BLOCK-008: Hardcoded secret in mail.js',
      '* **Title:** Hardcoded secret',
      '* **File Location:** `/src/mail.js:1`',
      '* **Status:** Blocked',
      '* **Rule:** `no-hardcoded-secret`',
    ]);
    assert.ok(!changed.includes(namedSecret.slice(0, 8)));
    await server.open('BLOCKERS.md', changed, 'markdown');
    await poll(async () => !(await offered('src/mail.js')).some(tracks), {
      what: 'a finding that is tracked',
    });
  });
});
