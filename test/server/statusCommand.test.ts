import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../../scripts/paths.ts';
import type { Blocker, Priority } from '../../server/src/model/index.ts';
import { cli, cliJson } from '../support/cli.ts';
import { projectFolder } from '../support/project.ts';

interface StatusOutput {
  readonly document: string;
  readonly blockers: readonly Blocker[];
  readonly counts: Readonly<Record<Priority, number>>;
  readonly problems: readonly { readonly code: string }[];
}

const inputs = fromRoot('..', 'shared', 'inputs');

describe('status', () => {
  for (const name of ['tracking-document.md', 'tracking-document.as-received.md']) {
    it(`reads ${name} whole`, async function () {
      const path = join(inputs, name);
      if (!existsSync(path)) return this.skip();
      const { code, json } = await cliJson<StatusOutput>('status', '--document', path);
      assert.equal(json.blockers.length, 55);
      assert.equal(json.blockers.flatMap(({ locations }) => locations).length, 25);
      assert.equal(json.blockers.flatMap(({ verification }) => verification).length, 37);
      assert.deepEqual(json.counts, { P0: 12, P1: 18, P2: 25, P3: 0 });
      assert.equal(code, 1);
    });
  }

  it("finds a folder's document by itself", async () => {
    const { json } = await cliJson<StatusOutput>('status', fromRoot('test/workspaces/shop'));
    assert.equal(json.document, 'BLOCKERS.md');
    assert.deepEqual(json.counts, { P0: 3, P1: 2, P2: 2, P3: 0 });
  });

  it('exits with 0 where nothing critical is open', async () => {
    const text = '# Blockers\n\n## Low Priority (P2)\n\n### BLOCK-001: Polish\n- **Status:** Open\n';
    const { code, json } = await cliJson<StatusOutput>('status', projectFolder({ 'BLOCKERS.md': text }));
    assert.equal(json.counts.P2, 1);
    assert.equal(code, 0);
  });

  it('says on what terms a risk is accepted', async () => {
    const decision = 'accept until 2999-01-31, approved by lee on 2026-01-20';
    const acceptance = `- **Risk Acceptance:**\n  - Decision: ${decision}\n  - Reason: one customer\n`;
    const text = `# Blockers\n\n## Critical (P0)\n\n### PB-1: Slow\n- **Status:** Accepted\n${acceptance}`;
    const { json } = await cliJson<StatusOutput>('status', projectFolder({ 'BLOCKERS.md': text }));
    assert.deepEqual(json.blockers[0]?.acceptance, {
      decision,
      until: '2999-01-31',
      by: 'lee',
      at: '2026-01-20',
      reason: 'one customer',
    });
  });

  it('says that a file is no tracking document', async () => {
    const root = projectFolder({ 'BLOCKERS.md': '<html><body>nothing</body></html>' });
    const { json } = await cliJson<StatusOutput>('status', root);
    assert.deepEqual(json.blockers, []);
    assert.deepEqual(
      json.problems.map(({ code }) => code),
      ['no-blockers'],
    );
  });

  it('says where there is none', async () => {
    const { code, stderr } = await cli('status', projectFolder({}));
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^No tracking document was found; write a BLOCKERS\.md, or name one with --document\.\n$/,
    );
  });
});
