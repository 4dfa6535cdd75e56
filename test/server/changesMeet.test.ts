import assert from 'node:assert/strict';
import { lstatSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeResult } from '../../server/src/protocol/lsp.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';

const count = 12;
const ids = Array.from({ length: count }, (_, index) => `BLOCK-${String(index + 1).padStart(3, '0')}`);
const document = [
  '# Blockers',
  '',
  `- **Critical Blockers (P0):** ${count}`,
  '',
  '## Critical Blockers (P0)',
  '',
  ...ids.flatMap((id) => [
    `### ${id}: One of many`,
    '- **Status:** Blocked',
    '- **Fix Verification:**',
    '  - Look at it',
    '',
  ]),
].join('\n');

describe('changes of a document that meet', () => {
  let server: LanguageServerProcess;
  let root: string;
  afterEach(() => server.stop());

  const start = async (text = document) => {
    root = projectFolder({ 'BLOCKERS.md': text });
    server = await LanguageServerProcess.start({
      root,
      initializationOptions: { panel: true, commands: true },
      settings: { user: 'dana' },
    });
    // Answered when the folder is open.
    await server.pull('BLOCKERS.md');
  };
  const onDisk = () => readFileSync(join(root, 'BLOCKERS.md'), 'utf8');
  const change = (method: string, params: object) =>
    server.connection.sendRequest<ChangeResult>(`productionBlockers/${method}`, {
      document: server.uriOf('BLOCKERS.md'),
      ...params,
    });
  const startAll = () =>
    Promise.all(ids.map((blocker) => change('setStatus', { blocker, status: 'in-progress' })));
  const started = document.replaceAll('Blocked', 'In Progress');

  it('are all made on disk, one after the other', async () => {
    await start();
    for (const result of await startAll()) assert.deepEqual(result, { applied: true });
    assert.equal(onDisk(), started);
    assert.deepEqual(readdirSync(root), ['BLOCKERS.md'], 'nothing is left beside it');
  });

  it('are all made in the editor, each of the text that the one before has left', async () => {
    await start();
    await server.open('BLOCKERS.md', document, 'markdown');
    for (const result of await startAll()) assert.deepEqual(result, { applied: true });
    assert.equal(server.textOf('BLOCKERS.md'), started);
    assert.equal(onDisk(), document);
  });

  it('of two kinds at once keep each other', async () => {
    await start();
    const [one, other] = await Promise.all([
      change('setStatus', { blocker: 'BLOCK-001', status: 'fixed' }),
      change('tickStep', { blocker: 'BLOCK-001', step: 0, done: true }),
    ]);
    assert.deepEqual([one, other], [{ applied: true }, { applied: true }]);
    assert.match(
      onDisk(),
      /### BLOCK-001: One of many\n- \*\*Status:\*\* Fixed\n.*\n {2}- \[x\] Look at it \(dana, /,
    );
  });

  it('go to where a link leads, and leave the link', async () => {
    await start();
    renameSync(join(root, 'BLOCKERS.md'), join(root, 'tracked.md'));
    symlinkSync('tracked.md', join(root, 'BLOCKERS.md'));
    assert.deepEqual(await change('setStatus', { blocker: 'BLOCK-001', status: 'fixed' }), { applied: true });
    assert.ok(lstatSync(join(root, 'BLOCKERS.md')).isSymbolicLink());
    assert.match(readFileSync(join(root, 'tracked.md'), 'utf8'), /Status:\*\* Fixed/);
  });

  it('are refused while a merge conflict stands in it, in one sentence', async () => {
    const conflict = document.replace(
      '- **Status:** Blocked',
      '<<<<<<< ours\n- **Status:** Blocked\n=======\n- **Status:** Fixed\n>>>>>>> theirs',
    );
    await start(conflict);
    const reason = 'The document has an unresolved merge conflict; resolve it first.';
    for (const [method, params] of [
      ['setStatus', { blocker: 'BLOCK-002', status: 'fixed' }],
      ['tickStep', { blocker: 'BLOCK-002', step: 0, done: true }],
    ] as const) {
      assert.deepEqual(await change(method, params), { applied: false, reason });
    }
    assert.equal(onDisk(), conflict);
  });
});
