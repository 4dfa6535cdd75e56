import assert from 'node:assert/strict';
import { type ClientCapabilities, DiagnosticSeverity } from 'vscode-languageserver/node';
import { poll } from '../../scripts/lib/poll.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { namedSecret } from '../support/secrets.ts';

const withSecret = `export const apiKey = '${namedSecret}';\n`;
const clean = 'export const apiKey = process.env.API_KEY;\n';

describe('diagnostics', () => {
  let server: LanguageServerProcess;
  afterEach(() => server.stop());

  const start = async (
    files: Record<string, string>,
    more: { settings?: unknown; capabilities?: ClientCapabilities } = {},
  ) => {
    server = await LanguageServerProcess.start({ root: projectFolder(files), ...more });
  };

  describe('pulled', () => {
    it('come with a typed secret and go with it', async () => {
      await start({ 'src/mail.ts': clean });
      await server.open('src/mail.ts', clean);
      await server.diagnostics('src/mail.ts', 0);
      await server.change('src/mail.ts', withSecret);
      const [diagnostic] = await server.diagnostics('src/mail.ts', 1);
      assert.equal(diagnostic?.code, 'no-hardcoded-secret');
      assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
      assert.deepEqual(diagnostic?.range, {
        start: { line: 0, character: 22 },
        end: { line: 0, character: 56 },
      });
      await server.change('src/mail.ts', clean);
      await server.diagnostics('src/mail.ts', 0);
    });

    it('never hold the secret', async () => {
      await start({ 'src/mail.ts': withSecret });
      await server.open('src/mail.ts', withSecret);
      const diagnostics = await server.diagnostics('src/mail.ts', 1);
      assert.ok(!JSON.stringify(diagnostics).includes(namedSecret.slice(0, 6)));
    });

    it('are answered as unchanged where nothing changed', async () => {
      await start({ 'src/mail.ts': withSecret });
      await server.open('src/mail.ts', withSecret);
      const report = await server.pull('src/mail.ts');
      assert.equal(report.kind, 'full');
      assert.equal((await server.pull('src/mail.ts', report.resultId)).kind, 'unchanged');
    });

    it('are not pushed as well', async () => {
      await start({ 'src/mail.ts': withSecret });
      await server.open('src/mail.ts', withSecret);
      await server.diagnostics('src/mail.ts', 1);
      assert.equal(server.pushed.size, 0);
    });

    it('speak of an ignored file neither in a scan nor when it is opened', async () => {
      const env = `SESSION_SECRET=${namedSecret}\n`;
      await start(
        { '.gitignore': '.env\n', '.env': env, 'src/mail.ts': withSecret },
        { settings: { diagnostics: { scope: 'workspace' } } },
      );
      await server.open('.env', env, 'dotenv');
      await server.open('src/mail.ts', withSecret);
      await server.diagnostics('src/mail.ts', 1);
      await server.diagnostics('.env', 0);
    });

    it('of the whole workspace are there when they are asked for in the settings', async () => {
      await start(
        { 'src/mail.ts': withSecret, 'src/clean.ts': clean },
        { settings: { diagnostics: { scope: 'workspace' } } },
      );
      const uris = await poll(
        async () => {
          const { items } = await server.connection.sendRequest<{ items: { uri: string }[] }>(
            'workspace/diagnostic',
            {
              previousResultIds: [],
            },
          );
          return items.length > 0 && items.map(({ uri }) => uri);
        },
        { what: 'workspace diagnostics' },
      );
      assert.deepEqual(uris, [server.uriOf('src/mail.ts')]);
    });
  });

  describe('pushed to a client that does not pull', () => {
    it('come with a typed secret and go with it', async () => {
      await start({ 'src/mail.ts': clean }, { capabilities: {} });
      await server.open('src/mail.ts', withSecret);
      const uri = server.uriOf('src/mail.ts');
      await poll(() => server.pushed.get(uri)?.length === 1, { what: 'one pushed diagnostic' });
      await server.change('src/mail.ts', clean);
      await poll(() => server.pushed.get(uri)?.length === 0, { what: 'no pushed diagnostic' });
    });
  });

  it('keep quiet where a comment with a reason says so, and only there', async () => {
    const text = [
      `export const apiKey = '${namedSecret}'; // blockers-disable-line no-hardcoded-secret -- opens nothing`,
      '// blockers-disable-next-line no-hardcoded-secret',
      `export const secretKey = '${namedSecret}';`,
      `const note = "// blockers-disable-line no-hardcoded-secret -- no"; export const authToken = '${namedSecret}';`,
      '',
    ].join('\n');
    await start({ 'src/mail.ts': text });
    await server.open('src/mail.ts', text);
    const diagnostics = await server.diagnostics('src/mail.ts', 3);
    assert.deepEqual(
      diagnostics.map(({ range, code }) => [range.start.line, code]),
      [
        [1, 'suppression-without-reason'],
        [2, 'no-hardcoded-secret'],
        [3, 'no-hardcoded-secret'],
      ],
    );
  });

  it('go on after a file that does not parse', async () => {
    const broken = `const = = ;\n${withSecret}}}}`;
    await start({ 'src/mail.ts': broken });
    await server.open('src/mail.ts', broken);
    await server.diagnostics('src/mail.ts', 1);
  });

  it('of a project rule follow an edit in another file', async () => {
    const app =
      "import express from 'express';\nimport helmet from 'helmet';\nimport { limits } from './limits.js';\n\nconst app = express();\napp.use(helmet());\nlimits(app);\napp.post('/login', (_request, response) => response.sendStatus(204));\napp.listen(3000);\n";
    const limited =
      "import { rateLimit } from 'express-rate-limit';\n\nexport const limits = (app) => app.use(rateLimit({ limit: 10 }));\n";
    await start({
      'package.json':
        '{ "type": "module", "scripts": { "start": "node src/app.js" }, "dependencies": { "express": "5" } }',
      'src/app.js': app,
      'src/limits.js': limited,
    });
    await server.open('src/app.js', app, 'javascript');
    await server.open('src/limits.js', limited, 'javascript');
    await server.diagnostics('src/app.js', 0);
    await server.change('src/limits.js', 'export const limits = () => {};\n');
    const [diagnostic] = await server.diagnostics('src/app.js', 1);
    assert.equal(diagnostic?.code, 'missing-rate-limit');
    await server.change('src/limits.js', limited);
    await server.diagnostics('src/app.js', 0);
  });
});
