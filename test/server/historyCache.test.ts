import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../../scripts/lib/tempFolder.ts';
import { VersionsInMemory } from '../../server/src/document/history/knownVersions.ts';
import type { DocumentVersion } from '../../server/src/document/history/version.ts';
import { historyUpTo } from '../../server/src/worker/documentHistory.ts';
import { cliIn } from '../support/cli.ts';
import { repository } from '../support/repository.ts';
import { stripeKey } from '../support/secrets.ts';

const document = (status: string) =>
  `## Critical (P0)\n\n### PB-1: The key ${stripeKey}\n- **Status:** ${status}\n- **Opened:** 2025-12-01\n`;
const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}`;
/** Twelve commits of three different texts. */
const commits = Array.from({ length: 12 }, (_, index) => ({
  day: day(index + 1),
  files: { 'BLOCKERS.md': document(['Open', 'In Progress', 'Fixed'][index % 3] as string) },
}));

describe('the versions of a document', function () {
  this.timeout(60_000);

  it('are read once each, and never again', async () => {
    class Counting extends VersionsInMemory {
      readonly read: string[] = [];
      override set(blob: string, version: DocumentVersion | null): void {
        this.read.push(blob);
        super.set(blob, version);
      }
    }
    const known = new Counting();
    const path = join(repository(commits), 'BLOCKERS.md');
    const first = await historyUpTo(path, document('Fixed'), day(20), known);
    assert.equal(new Set(known.read).size, 3);
    assert.equal(known.read.length, 3);
    assert.equal(first?.burndown.length, 12);
    assert.deepEqual(await historyUpTo(path, document('Fixed'), day(20), known), first);
    assert.equal(known.read.length, 3);
  });

  it('are kept for the user alone, without a secret, and say the same when they are taken from there', async () => {
    const cache = tempFolder('cache').path;
    const root = repository(commits);
    const run = () => cliIn({ XDG_CACHE_HOME: cache }, 'history', root, '--format', 'json');
    const { stdout } = await run();
    assert.equal((JSON.parse(stdout) as { burndown: unknown[] }).burndown.length, 12);
    assert.ok(!stdout.includes(stripeKey));
    const folder = join(cache, 'production-blockers', 'history');
    const [name = '', ...others] = readdirSync(folder);
    assert.deepEqual(others, []);
    const file = join(folder, name);
    const kept = readFileSync(file, 'utf8');
    assert.ok(!kept.includes(stripeKey));
    assert.equal(statSync(file).mode & 0o077, 0);
    assert.equal((await run()).stdout, stdout);
    // Taken from there indeed: what stands there is what is said.
    writeFileSync(file, kept.replaceAll('2025-12-01', '2025-11-30'));
    assert.match((await run()).stdout, /"opened": "2025-11-30"/);
  });

  for (const [what, spoil] of [
    ['is broken', (text: string) => text.slice(0, -20)],
    ['is of another build', (text: string) => text.replace(/"build":"\w{8}/, '"build":"00000000')],
    ['holds something else', () => '[]'],
  ] as const) {
    it(`are read again where what was kept ${what}`, async () => {
      const cache = tempFolder('cache').path;
      const root = repository(commits);
      const run = () => cliIn({ XDG_CACHE_HOME: cache }, 'history', root, '--format', 'json');
      const { stdout } = await run();
      const folder = join(cache, 'production-blockers', 'history');
      const file = join(folder, readdirSync(folder)[0] ?? '');
      const kept = readFileSync(file, 'utf8');
      writeFileSync(file, spoil(kept.replaceAll('2025-12-01', '2025-11-30')));
      assert.equal((await run()).stdout, stdout);
      assert.equal(readFileSync(file, 'utf8'), kept);
    });
  }

  it('are read where nothing can be kept', async () => {
    const { stdout, stderr } = await cliIn({ XDG_CACHE_HOME: '/dev/null' }, 'history', repository(commits));
    assert.match(stdout, /2026-01-12/);
    assert.equal(stderr, '');
  });
});
