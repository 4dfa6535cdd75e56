import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../../scripts/lib/poll.ts';
import type { Blocker, Finding } from '../../server/src/model/index.ts';
import type { ChangeResult, FolderState, WorkspaceState } from '../../server/src/protocol/lsp.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';
import { projectFolder } from '../support/project.ts';
import { namedSecret } from '../support/secrets.ts';

const secret = `export const apiKey = '${namedSecret}';\n`;
const blockersFile = (status = 'Blocked') =>
  [
    '# Blockers',
    '',
    '- **Critical Blockers (P0):** 1',
    '',
    '## Critical Blockers (P0)',
    '',
    '### BLOCK-001: Hardcoded keys',
    '- **Title:** Keys are hardcoded',
    '- **File Locations:**',
    '  - `/src/mail.ts:1`',
    '  - `/src/gone.ts`',
    `- **Status:** ${status}`,
    '- **Fix Verification:**',
    '  - Revoke the key',
    '',
  ].join('\n');

describe('what the panel is told', () => {
  let server: LanguageServerProcess;
  let root: string;
  afterEach(() => server.stop());

  async function start(files: Record<string, string>, settings?: unknown): Promise<void> {
    root = projectFolder(files);
    server = await LanguageServerProcess.start({
      root,
      settings,
      initializationOptions: { panel: true, commands: true },
    });
  }

  const folder = async (): Promise<FolderState | undefined> =>
    (await server.connection.sendRequest<WorkspaceState>('productionBlockers/state')).folders[0];
  const stateWith = (wanted: (state: FolderState) => boolean, what: string) =>
    poll(
      async () => {
        const state = await folder();
        return state && wanted(state) && state;
      },
      { what, timeout: 8_000 },
    );
  const scanned = () =>
    stateWith(
      ({ scan, documents }) => scan.phase === 'done' && verdictsOf(documents[0]?.blockers).length > 0,
      'a checked document',
    );
  const verdictsOf = (blockers: readonly Blocker[] = []) =>
    blockers
      .flatMap(({ locations }) => locations.map(({ verdict }) => verdict))
      .filter((verdict) => verdict !== 'unchecked');
  const findingsOf = ({ files }: FolderState): readonly Finding[] =>
    files.flatMap(({ findings }) => findings);
  const request = (method: string, params: object) =>
    server.connection.sendRequest<ChangeResult>(`productionBlockers/${method}`, params);
  const file = () => readFileSync(join(root, 'BLOCKERS.md'), 'utf8');

  it('is what was found, and which blocker covers it', async () => {
    await start({ 'src/mail.ts': secret, 'src/pay.ts': secret, 'BLOCKERS.md': blockersFile() });
    const state = await scanned();
    assert.deepEqual(verdictsOf(state.documents[0]?.blockers), ['reproduced', 'missing']);
    assert.deepEqual(
      findingsOf(state)
        .map(({ file: path, blocker }) => [path, blocker])
        .sort(),
      [
        ['src/mail.ts', 'BLOCK-001'],
        ['src/pay.ts', undefined],
      ],
    );
  });

  it('follows what is typed: a fixed place is not reproduced any more', async () => {
    await start({ 'src/mail.ts': secret, 'BLOCKERS.md': blockersFile() });
    await scanned();
    await server.open('src/mail.ts', 'export {};\n');
    const state = await stateWith(
      ({ documents }) => verdictsOf(documents[0]?.blockers)[0] === 'not-reproduced',
      'a place that is not reproduced',
    );
    assert.deepEqual(findingsOf(state), []);
    assert.ok(
      server.changes.some(({ documents }) => documents),
      'it was told without being asked',
    );
  });

  describe('a status', () => {
    it('is changed on disk by that word alone', async () => {
      await start({ 'BLOCKERS.md': blockersFile() });
      await scanned();
      const document = server.uriOf('BLOCKERS.md');
      assert.deepEqual(
        await request('setStatus', { document, blocker: 'BLOCK-001', status: 'in-progress' }),
        { applied: true },
      );
      assert.equal(file(), blockersFile('In Progress'));
      await stateWith(
        ({ documents }) => documents[0]?.blockers[0]?.status === 'in-progress',
        'the new status',
      );
    });

    it('is changed through the editor where the document is open, and not on disk', async () => {
      await start({ 'BLOCKERS.md': blockersFile() });
      await scanned();
      await server.open('BLOCKERS.md', blockersFile(), 'markdown');
      const document = server.uriOf('BLOCKERS.md');
      assert.deepEqual(
        await request('setStatus', { document, blocker: 'BLOCK-001', status: 'in-progress' }),
        { applied: true },
      );
      assert.equal(server.textOf('BLOCKERS.md'), blockersFile('In Progress'));
      assert.equal(file(), blockersFile());
      assert.equal(server.applied.length, 1);
    });

    for (const [status, given, written] of [
      [
        'dismissed',
        { reason: 'false-positive -- a test key' },
        /^- \*\*Dismissed:\*\* false-positive -- a test key$/m,
      ],
      ['deferred', { reason: 'after the launch' }, /^- \*\*Deferred:\*\* after the launch$/m],
      [
        'accepted',
        { reason: 'behind a firewall', until: '2999-01-31' },
        /^ {2}- Decision: accept until 2999-01-31, approved by dana on \d{4}-\d\d-\d\d$/m,
      ],
    ] as const) {
      it(`${status} is written with its reason`, async () => {
        await start({ 'BLOCKERS.md': blockersFile() }, { user: 'dana' });
        await scanned();
        const target = { document: server.uriOf('BLOCKERS.md'), blocker: 'BLOCK-001' };
        assert.deepEqual(await request('setStatus', { ...target, status, ...given }), { applied: true });
        assert.match(file(), written);
        await stateWith(({ documents }) => documents[0]?.blockers[0]?.status === status, 'the new status');
      });
    }

    it('keeps byte order mark and line endings', async () => {
      const windows = (status: string) => `\ufeff${blockersFile(status).replaceAll('\n', '\r\n')}`;
      await start({ 'BLOCKERS.md': windows('Blocked') });
      await scanned();
      await request('setStatus', {
        document: server.uriOf('BLOCKERS.md'),
        blocker: 'BLOCK-001',
        status: 'in-progress',
      });
      assert.equal(file(), windows('In Progress'));
    });

    for (const [what, params, reason] of [
      ['an unknown blocker', { blocker: 'BLOCK-999', status: 'open' }, /BLOCK-999/],
      [
        'verified while a step is open',
        { blocker: 'BLOCK-001', status: 'verified' },
        /not verified while 1 verification step is open/,
      ],
      ['dismissed without a reason', { blocker: 'BLOCK-001', status: 'dismissed' }, /reason/],
      ['a word that is no status', { blocker: 'BLOCK-001', status: 'done' }, /can't be read/],
    ] as const) {
      it(`is refused for ${what}, in one sentence, and nothing changes`, async () => {
        await start({ 'BLOCKERS.md': blockersFile() });
        await scanned();
        const result = await request('setStatus', { document: server.uriOf('BLOCKERS.md'), ...params });
        assert.equal(result.applied, false);
        assert.match(result.applied ? '' : result.reason, reason);
        assert.equal(file(), blockersFile());
      });
    }
  });

  it('an acceptance says all that was given of it, and who ended it', async () => {
    await start({ 'BLOCKERS.md': blockersFile() }, { user: 'dana' });
    await scanned();
    const target = { document: server.uriOf('BLOCKERS.md'), blocker: 'BLOCK-001' };
    const terms = { reason: 'behind a firewall', until: '2999-01-31', likelihood: 'low', rollback: 'unplug' };
    assert.deepEqual(
      await request('setStatus', { ...target, status: 'accepted', mitigation: '', ...terms }),
      {
        applied: true,
      },
    );
    const accepted =
      /- \*\*Risk Acceptance:\*\*\n {2}- Decision: (.*)\n {2}- Likelihood: low\n {2}- Reason: behind a firewall\n {2}- Rollback: unplug\n/;
    assert.match(file(), accepted);
    assert.deepEqual(await request('setStatus', { ...target, status: 'open' }), { applied: true });
    const [, decision = ''] = accepted.exec(file()) ?? [];
    assert.match(
      decision,
      /^accept until 2999-01-31, approved by dana on .*, ended by dana on \d{4}-\d\d-\d\d$/,
    );
    const { documents } = await stateWith(
      (state) => state.documents[0]?.blockers[0]?.acceptance?.ended !== undefined,
      'an acceptance that was ended',
    );
    assert.equal(documents[0]?.blockers[0]?.status, 'open');
  });

  describe('a value', () => {
    const twoSections = (first: string, second: string) =>
      `# Blockers\n\n- **Critical Blockers (P0):** ${first ? 1 : 0}\n- **High Priority Blockers (P1):** ${second ? 1 : 0}\n\n## Critical Blockers (P0)\n${first}\n## High Priority Blockers (P1)\n${second}`;
    const blocker = '\n### BLOCK-001: Slow\n- **File:** `src/gone.ts`\n- **Status:** Open\n';

    it('is set in an open document as one change of the editor', async () => {
      const before = twoSections(blocker, '');
      await start({ 'BLOCKERS.md': before });
      await scanned();
      await server.open('BLOCKERS.md', before, 'markdown');
      const target = { document: server.uriOf('BLOCKERS.md'), blocker: 'BLOCK-001' };
      assert.deepEqual(await request('setValue', { ...target, what: 'priority', value: 'P1' }), {
        applied: true,
      });
      assert.equal(server.textOf('BLOCKERS.md'), twoSections('', blocker));
      assert.equal(server.applied.length, 1);
      assert.equal(file(), before);
    });

    it('is set on disk', async () => {
      await start({ 'BLOCKERS.md': twoSections(blocker, '') });
      await scanned();
      const target = { document: server.uriOf('BLOCKERS.md'), blocker: 'BLOCK-001' };
      await request('setValue', { ...target, what: 'owner', value: ' dana ' });
      await request('setValue', { ...target, what: 'effort', value: '2-3d' });
      const fields = '- **Estimated Effort:** 2-3 days\n- **Owner:** dana\n';
      assert.equal(file(), twoSections(blocker + fields, ''));
    });

    for (const [what, params, reason] of [
      ['a priority that has no place', { what: 'priority', value: 'P3' }, /has none for P3/],
      ['a word that is no priority', { what: 'priority', value: 'urgent' }, /can't be read/],
      ['nobody', { what: 'owner', value: ' ' }, /Write who BLOCK-001 belongs to/],
      ['an effort without a unit', { what: 'effort', value: '3' }, /Write an effort as/],
      ['a value that nobody sets', { what: 'name', value: 'x' }, /can't be read/],
    ] as const) {
      it(`is refused for ${what}, in one sentence, and nothing changes`, async () => {
        const before = twoSections(blocker, '');
        await start({ 'BLOCKERS.md': before });
        await scanned();
        const target = { document: server.uriOf('BLOCKERS.md'), blocker: 'BLOCK-001' };
        const result = await request('setValue', { ...target, ...params });
        assert.match(result.applied ? '' : result.reason, reason);
        assert.equal(file(), before);
      });
    }
  });

  it('a step is ticked with the name from the settings, and unticked without a trace of it', async () => {
    await start({ 'BLOCKERS.md': blockersFile() }, { user: 'dana' });
    await scanned();
    const step = { document: server.uriOf('BLOCKERS.md'), blocker: 'BLOCK-001', step: 0 };
    await request('tickStep', { ...step, done: true });
    assert.match(file(), /^ {2}- \[x\] Revoke the key \(dana, \d{4}-\d\d-\d\d\)$/m);
    await request('tickStep', { ...step, done: false });
    assert.match(file(), /^ {2}- \[ \] Revoke the key$/m);
  });

  it('a document that is written meanwhile is read again before it is changed', async () => {
    await start({ 'BLOCKERS.md': blockersFile() });
    await scanned();
    const note = `${blockersFile()}\nA note that somebody wrote meanwhile.\n`;
    writeFileSync(join(root, 'BLOCKERS.md'), note);
    await request('setStatus', {
      document: server.uriOf('BLOCKERS.md'),
      blocker: 'BLOCK-001',
      status: 'in-progress',
    });
    assert.equal(file(), note.replace('Blocked', 'In Progress'));
  });

  it('a read-only document is left alone, with a sentence that says so', async () => {
    await start({ 'BLOCKERS.md': blockersFile() });
    await scanned();
    chmodSync(join(root, 'BLOCKERS.md'), 0o444);
    const params = { document: server.uriOf('BLOCKERS.md'), blocker: 'BLOCK-001', status: 'in-progress' };
    const result = await request('setStatus', params);
    assert.deepEqual(result, {
      applied: false,
      reason: 'BLOCKERS.md could not be written (read-only); nothing was changed in it.',
    });
    assert.equal(file(), blockersFile());
  });
});
