import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../../scripts/lib/poll.ts';
import type {
  ChangeResult,
  RecordVerifiedParams,
  VerifyResult,
  WorkspaceState,
} from '../../server/src/protocol/lsp.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { namedSecret } from '../support/secrets.ts';

const secret = `export const apiKey = '${namedSecret}';\n`;
const clean = 'export const apiKey = process.env.API_KEY;\n';
const document = [
  '# Blockers',
  '',
  '- **Critical Blockers (P0):** 2',
  '',
  '## Critical Blockers (P0)',
  '',
  '### BLOCK-001: Hardcoded keys',
  '- **File Locations:**',
  '  - `/src/mail.ts:1`',
  '- **Status:** Open',
  '- **Fix Verification:**',
  '  - The rule finds nothing at the cited places.',
  '  - Revoke the keys',
  '',
  '### BLOCK-002: Rate limits are missing',
  '- **Rule:** `missing-rate-limit`',
  '- **File Locations:**',
  '  - `/src/server.ts:4`',
  '- **Status:** Open',
  '',
].join('\n');
const limited = 'app.use(rateLimit({ windowMs: 60_000, limit: 5 }));\n';
const server = (more = '') =>
  `import express from 'express';\nimport { rateLimit } from 'express-rate-limit';\nconst app = express();\n${more}app.post('/login', async (req, res) => {\n  const user = await users.check(req.body.email, req.body.password);\n  res.json({ token: sign(user) });\n});\napp.listen(3000);\n`;

describe('verifying a blocker in the editor', () => {
  let editor: LanguageServerProcess;
  let root: string;
  afterEach(() => editor.stop());

  async function start(files: Readonly<Record<string, string>> = {}): Promise<void> {
    root = projectFolder({
      'package.json': '{ "name": "mail", "type": "module", "dependencies": { "express": "5" } }\n',
      'src/mail.ts': secret,
      'src/server.ts': server(),
      'BLOCKERS.md': document,
      ...files,
    });
    editor = await LanguageServerProcess.start({
      root,
      initializationOptions: { panel: true, commands: true },
    });
    await poll(
      async () => {
        const { folders } = await editor.connection.sendRequest<WorkspaceState>('productionBlockers/state');
        return folders[0]?.scan.phase === 'done' && (folders[0].documents[0]?.blockers.length ?? 0) > 0;
      },
      { what: 'the scan', timeout: 10_000 },
    );
  }
  const verify = (blocker = 'BLOCK-001') =>
    editor.connection.sendRequest<VerifyResult>('productionBlockers/verify', {
      document: editor.uriOf('BLOCKERS.md'),
      blocker,
    });
  const record = (params: Omit<RecordVerifiedParams, 'document'>) =>
    editor.connection.sendRequest<ChangeResult>('productionBlockers/recordVerified', {
      document: editor.uriOf('BLOCKERS.md'),
      ...params,
    });
  const onDisk = () => readFileSync(join(root, 'BLOCKERS.md'), 'utf8');

  it('says where it still is, and then writes nothing', async () => {
    await start();
    const { outcome, message, places, steps } = await verify();
    assert.equal(outcome, 'found');
    assert.equal(message, 'BLOCK-001 is still there: no-hardcoded-secret finds it in src/mail.ts, line 1.');
    assert.deepEqual(
      places.map(({ file, range }) => [file, range.start.line]),
      [['src/mail.ts', 1]],
    );
    assert.deepEqual(steps, []);
    const result = await record({ blocker: 'BLOCK-001', steps: [0], status: 'fixed' });
    assert.deepEqual(result, { applied: false, reason: message });
    assert.equal(onDisk(), document);
  });

  it('sees what is typed and not saved, and writes what the code has shown as one change', async () => {
    await start();
    await editor.open('src/mail.ts', clean);
    const { outcome, steps, left, status } = await verify();
    assert.deepEqual([outcome, left, status], ['gone', 1, 'open']);
    assert.deepEqual(
      steps.map(({ index, sure }) => [index, sure]),
      [[0, true]],
    );
    await editor.open('BLOCKERS.md', document, 'markdown');
    assert.deepEqual(await record({ blocker: 'BLOCK-001', steps: [0], status: 'fixed' }), { applied: true });
    assert.equal(editor.applied.length, 1);
    const today = /\(code, \d{4}-\d\d-\d\d\)/;
    const step = '- The rule finds nothing at the cited places.';
    assert.match(editor.textOf('BLOCKERS.md') ?? '', today);
    assert.equal(
      editor.textOf('BLOCKERS.md')?.replace(` ${today.exec(editor.textOf('BLOCKERS.md') ?? '')?.[0]}`, ''),
      document.replace(step, step.replace('- ', '- [x] ')).replace('Status:** Open', 'Status:** Fixed'),
    );
  });

  it('sees what was written to disk without anybody telling', async () => {
    await start();
    assert.equal((await verify()).outcome, 'found');
    writeFileSync(join(root, 'src/mail.ts'), clean);
    assert.equal((await verify()).outcome, 'gone');
  });

  it('asks a rule about the whole project, too', async () => {
    await start();
    assert.equal((await verify('BLOCK-002')).outcome, 'found');
    await editor.open('src/server.ts', server(limited));
    const { outcome, message } = await verify('BLOCK-002');
    assert.deepEqual(
      [outcome, message],
      ['gone', 'missing-rate-limit finds nothing of BLOCK-002 in src/server.ts, line 4.'],
    );
  });

  it('marks nothing verified while a step is open', async () => {
    await start({ 'src/mail.ts': clean });
    const result = await record({ blocker: 'BLOCK-001', steps: [0], status: 'verified' });
    assert.deepEqual(result, {
      applied: false,
      reason: 'BLOCK-001 is not verified while 1 verification step is open.',
    });
    assert.equal(onDisk(), document);
  });

  it('says that it does not know a blocker', async () => {
    await start();
    const { outcome, message } = await verify('BLOCK-009');
    assert.deepEqual([outcome, message], ['unknown', 'No blocker in this document is BLOCK-009.']);
  });
});
