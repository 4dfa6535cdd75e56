import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tempFolder } from '../../scripts/lib/tempFolder.ts';
import type { DocumentHistory } from '../../server/src/model/index.ts';
import { cli, cliJson } from '../support/cli.ts';
import { projectFolder } from '../support/project.ts';
import { repository, type TestCommit } from '../support/repository.ts';

interface HistoryOutput extends DocumentHistory {
  readonly document: string;
  readonly source: string;
  readonly reason?: string;
}

/** A document with blockers of these statuses: `PB-1 P0 Open`. */
function document(...blockers: readonly string[]): string {
  const read = blockers.map((each) => /^(\S+) (P\d) (.*)$/.exec(each) ?? []);
  const section = (priority: string, title: string) => [
    `## ${title} (${priority})`,
    '',
    ...read.flatMap(([, id, of, status]) =>
      of === priority ? [`### ${id}: About ${id}`, `- **Status:** ${status}`, ''] : [],
    ),
  ];
  return ['# Blockers', '', ...section('P0', 'Critical'), ...section('P1', 'High')].join('\n');
}

const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}`;

/** Twenty commits: three blockers open, PB-1 is fixed and comes back, PB-2 goes, PB-3 is verified. */
const twenty: readonly TestCommit[] = Array.from({ length: 20 }, (_, index): TestCommit => {
  const number = index + 1;
  const first = number < 5 || (number >= 9 && number < 13) ? 'Open' : 'Fixed';
  const third = number < 11 ? 'Open' : number < 16 ? 'Fixed' : 'Verified';
  const blockers = [
    `PB-1 P0 ${first}`,
    ...(number < 18 ? ['PB-2 P1 In Progress'] : []),
    ...(number >= 3 ? [`PB-3 P0 ${third}`] : []),
  ];
  // Every version differs, if only by a line that says nothing of blockers.
  return { day: day(number), files: { 'BLOCKERS.md': `${document(...blockers)}\nDay ${number}.\n` } };
});

describe('history', function () {
  this.timeout(60_000);

  it('gives burndown and fix times of twenty commits', async () => {
    const { code, json } = await cliJson<HistoryOutput>('history', repository(twenty));
    assert.equal(json.source, 'git');
    assert.equal(json.burndown.length, 20);
    // "Fixed" is a claim: it leaves the count of open blockers when it is verified.
    assert.deepEqual(
      json.burndown.map(({ open }) => `${open.P0}${open.P1}`).join(' '),
      '11 11 21 21 21 21 21 21 21 21 21 21 21 21 21 11 11 10 10 10',
    );
    assert.deepEqual(
      json.burndown.map((point) => point.day),
      Array.from({ length: 20 }, (_, index) => day(index + 1)),
    );
    const [one, two, three] = json.blockers;
    assert.deepEqual(
      [one?.opened, one?.fixed, one?.verified, one?.reopened, one?.daysToFix],
      [day(1), day(13), undefined, 1, 12],
    );
    assert.deepEqual([two?.opened, two?.fixed, two?.removed, two?.reopened], [day(1), undefined, day(18), 0]);
    assert.deepEqual(
      [three?.opened, three?.fixed, three?.verified, three?.daysToFix],
      [day(3), day(11), day(16), 8],
    );
    assert.deepEqual(json.metrics, {
      averageFixDays: { P0: 10, P1: null, P2: null, P3: null },
      fixedThisWeek: 0,
      fixedTotal: 2,
      fixedOnUnknownDay: 0,
      reopened: 1,
    });
    assert.equal(code, 1);
  });

  it('follows a renamed document, goes along the main line, and ends with what is not committed', async () => {
    const open = document('PB-1 P0 Open', 'PB-2 P1 Open');
    const fixed = document('PB-1 P0 Verified', 'PB-2 P1 Open');
    const root = repository([
      { day: day(1), files: { 'docs/BLOCKERS.md': open } },
      { day: day(2), files: { 'docs/BLOCKERS.md': null, 'BLOCKERS.md': open } },
      { day: day(3), files: { 'BLOCKERS.md': fixed }, branch: 'side' },
      { day: day(4), files: { 'README.md': 'x\n' }, parent: 1 },
      { day: day(5), files: { 'BLOCKERS.md': fixed }, merges: 2 },
    ]);
    writeFileSync(join(root, 'BLOCKERS.md'), document('PB-1 P0 Verified', 'PB-2 P1 Verified'));
    const { code, json } = await cliJson<HistoryOutput>('history', root);
    assert.deepEqual(
      json.burndown.map(({ commit, open: { P0, P1 } }) => [commit !== undefined, P0, P1]),
      [
        [true, 1, 1],
        [true, 1, 1],
        [true, 0, 1],
        [false, 0, 0],
      ],
    );
    assert.equal(json.blockers[0]?.daysToFix, 4);
    assert.equal(json.metrics.fixedThisWeek, 1);
    assert.equal(code, 0);
  });

  const dated = [
    '## Critical (P0)',
    '',
    '### PB-1: x',
    '- **Status:** Fixed',
    '- **Opened:** 2026-01-02',
    '- **Fixed:** 2026-01-05 in 3f2c1aa',
    '',
    '### PB-2: y',
    '- **Status:** Fixed',
    '',
  ].join('\n');

  async function fromDocument(folder: string, reason: RegExp): Promise<void> {
    const { json } = await cliJson<HistoryOutput>('history', folder);
    assert.equal(json.source, 'document');
    assert.match(json.reason ?? '', reason);
    assert.equal(json.blockers[0]?.daysToFix, 3);
    assert.equal(json.blockers[1]?.daysToFix, undefined);
    assert.equal(json.burndown.length, 1);
    assert.equal(json.metrics.averageFixDays.P0, 3);
    assert.equal(json.metrics.fixedOnUnknownDay, 1);
  }

  it('takes the days of the document where there is no repository', () =>
    fromDocument(projectFolder({ 'BLOCKERS.md': dated }), /^The document is in no git repository, so /));

  it('and where it was never committed', () => {
    const root = repository([{ day: day(1), files: { 'a.txt': 'a' } }]);
    writeFileSync(join(root, 'BLOCKERS.md'), dated);
    return fromDocument(root, /^The document was never committed, so /);
  });

  it('and in a shallow clone', () => {
    const origin = repository([
      { day: day(1), files: { 'BLOCKERS.md': document('PB-1 P0 Open') } },
      { day: day(2), files: { 'BLOCKERS.md': dated } },
    ]);
    const clone = join(tempFolder('clone').path, 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(origin).href, clone]);
    return fromDocument(clone, /^This is a shallow clone without its history, so /);
  });

  it('starts nothing that the repository names', async () => {
    const root = repository([{ day: day(1), files: { 'BLOCKERS.md': dated } }]);
    const trap = join(root, 'trap.sh');
    const sprung = join(root, 'sprung');
    writeFileSync(trap, `#!/bin/sh\necho x > '${sprung}'\n`);
    chmodSync(trap, 0o755);
    appendFileSync(join(root, '.git', 'info', 'attributes'), '*.md diff=trap\n');
    const named = ['core.pager', 'core.fsmonitor', 'diff.external', 'diff.trap.textconv', 'gpg.program'];
    for (const name of [...named, 'alias.log', 'pager.log'])
      execFileSync('git', ['-C', root, 'config', name, trap]);
    execFileSync('git', ['-C', root, 'config', 'log.showSignature', 'true']);
    const { json } = await cliJson<HistoryOutput>('history', root);
    assert.equal(json.source, 'git');
    assert.equal(existsSync(sprung), false);
  });

  it('is read by people as well', async () => {
    const { stdout } = await cli('history', repository(twenty));
    assert.match(stdout, /^2026-01-03 +2 +1 {2}█+$/m);
    assert.match(stdout, /^Average fix time \(P0\): 10 days$/m);
    assert.match(stdout, /^Average fix time \(P1\): unknown$/m);
  });

  it('refuses a document that is not there', async () => {
    const { code, stderr } = await cli('history', projectFolder({}), '--document', 'nowhere.md');
    assert.equal(code, 2);
    assert.match(stderr, /^The document nowhere\.md does not exist/);
  });
});
