import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../../scripts/lib/poll.ts';
import type { ChangeResult, WorkspaceState } from '../../server/src/protocol/lsp.ts';
import { LanguageServerProcess } from '../support/languageServer.ts';
import { repository } from '../support/repository.ts';

const document = (status: string) => `# Blockers

- **Overall Readiness:** 10%
- **Critical Blockers (P0):** 4

## Critical Blockers (P0)

### BLOCK-001: Keys in code
- **Status:** ${status}

### BLOCK-002: No login
- **Status:** Open

## Metrics
- **Average Fix Time (P0):** TBD
- **Blockers Fixed Total:** 0
`;

describe('refreshing the computed values of a document', () => {
  let server: LanguageServerProcess;
  let root: string;
  afterEach(() => server.stop());

  async function start(trusted: boolean): Promise<void> {
    root = repository([
      { day: '2026-01-10', files: { 'BLOCKERS.md': document('Open') } },
      { day: '2026-01-14', files: { 'BLOCKERS.md': document('Verified') } },
    ]);
    server = await LanguageServerProcess.start({ root, initializationOptions: { panel: true, trusted } });
    await poll(
      async () => {
        const state = await server.connection.sendRequest<WorkspaceState>('productionBlockers/state');
        return (state.folders[0]?.documents.length ?? 0) > 0;
      },
      { what: 'the document', timeout: 8_000 },
    );
  }
  const refresh = () =>
    server.connection.sendRequest<ChangeResult>('productionBlockers/refreshDocument', {
      document: server.uriOf('BLOCKERS.md'),
    });
  const right = document('Verified').replace('10%', '50%').replace('(P0):** 4', '(P0):** 1');
  const onDisk = () => readFileSync(join(root, 'BLOCKERS.md'), 'utf8');

  it('writes them, with what git knows, and then has nothing to say', async () => {
    await start(true);
    assert.deepEqual(await refresh(), { applied: true });
    const expected = right.replace('TBD', '4 days').replace('Total:** 0', 'Total:** 1');
    assert.equal(onDisk(), expected);
    assert.deepEqual(await refresh(), {
      applied: false,
      reason: 'All values in BLOCKERS.md that can be computed are right.',
    });
    assert.equal(onDisk(), expected);
  });

  it('asks no git in a folder that nobody trusts', async () => {
    await start(false);
    assert.deepEqual(await refresh(), { applied: true });
    assert.equal(onDisk(), right.replace('Total:** 0', 'Total:** 1'));
  });

  it('edits the text in the editor where the document is open', async () => {
    await start(true);
    await server.open('BLOCKERS.md', document('Fixed'), 'markdown');
    assert.deepEqual(await refresh(), { applied: true });
    const edited = server.textOf('BLOCKERS.md') ?? '';
    assert.match(edited, /Readiness:\*\* 25%/);
    assert.match(edited, /\(P0\):\*\* 2/);
    assert.equal(onDisk(), document('Verified'));
  });
});
