import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tempFolder } from '../../scripts/lib/tempFolder.ts';
import type { Blocker, DocumentProblem, Priority, Skipped } from '../../server/src/model/index.ts';
import { cli, cliJson, cliWithoutGit } from '../support/cli.ts';
import { projectFolder } from '../support/project.ts';
import { repository } from '../support/repository.ts';
import { namedSecret } from '../support/secrets.ts';
import { trackedProject } from '../support/trackedProject.ts';

interface StatusOutput {
  readonly blockers: readonly Blocker[];
  readonly counts: Readonly<Record<Priority, number>>;
  readonly skipped: readonly Skipped[];
  readonly problems: readonly DocumentProblem[];
}

const secret = `export const from = 'shop@example.com';\nexport const to = 'all';\nexport const apiKey = '${namedSecret}';\n`;
const document = [
  '## Critical Blockers (P0)',
  '',
  '### BLOCK-001: One',
  '- **Title:** Hardcoded keys',
  '- **File Locations:**',
  '  - `/src/mail.ts:3`',
  '  - `/src/gone.ts:3`',
  '- **Status:** Open',
  '',
  '### BLOCK-002: Nobody has tried it',
  '- **File Locations:**',
  '  - `/src/mail.ts:2`',
  '- **Status:** Open',
  '',
].join('\n');

/** `src/mail.ts` was renamed twice and changed on the way; `src/gone.ts` was deleted. */
const renamed = () =>
  repository([
    { day: '2026-01-10', files: { 'src/mail.ts': secret, 'src/gone.ts': 'x\n', 'BLOCKERS.md': document } },
    { day: '2026-01-11', files: { 'src/mail.ts': null, 'src/gone.ts': null, 'src/post.ts': secret } },
    { day: '2026-01-12', files: { 'src/post.ts': null, 'lib/post.ts': `\n${secret}` } },
  ]);

const verdictsOf = ({ blockers }: StatusOutput) =>
  blockers.flatMap(({ locations }) => locations.map(({ verdict, movedTo }) => `${verdict} ${movedTo ?? ''}`));

describe('status checks what the document claims', function () {
  this.timeout(60_000);

  it('follows a file that git says was renamed', async () => {
    const { json } = await cliJson<StatusOutput>('status', renamed());
    assert.deepEqual(verdictsOf(json), ['moved lib/post.ts:4', 'missing ', 'moved lib/post.ts:2']);
    assert.deepEqual(json.skipped, []);
  });

  it('and one that was renamed and is not committed yet', async () => {
    const root = renamed();
    execFileSync('git', ['-C', root, 'mv', 'lib/post.ts', 'lib/lettre é.ts']);
    const { json } = await cliJson<StatusOutput>('status', root);
    assert.deepEqual(verdictsOf(json)[0], 'moved lib/lettre é.ts:4');
  });

  it('and so does scan, which names the blocker of a finding', async () => {
    const { json } = await cliJson<{ findings: { file: string; blocker?: string }[] }>('scan', renamed());
    assert.deepEqual(
      json.findings.map(({ file, blocker }) => [file, blocker]),
      [['lib/post.ts', 'BLOCK-001']],
    );
  });

  it('says where there is no git that could tell', async () => {
    const { stdout } = await cliWithoutGit('status', renamed(), '--format', 'json');
    const json = JSON.parse(stdout) as StatusOutput;
    assert.deepEqual(verdictsOf(json), ['missing ', 'missing ', 'missing ']);
    const reason = 'Git is not installed, so no rename can be followed.';
    assert.deepEqual(json.skipped, [
      { file: 'src/mail.ts', reason },
      { file: 'src/gone.ts', reason },
    ]);
    const pretty = await cliWithoutGit('status', renamed());
    assert.match(pretty.stdout, new RegExp(`^${reason}$`, 'm'));
  });

  it('says where a shallow clone does not know', async () => {
    const clone = join(tempFolder('clone').path, 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(renamed()).href, clone]);
    const { json } = await cliJson<StatusOutput>('status', clone);
    assert.deepEqual(verdictsOf(json), ['missing ', 'missing ', 'missing ']);
    assert.match(json.skipped[0]?.reason ?? '', /^This is a shallow clone without its history, so no rename/);
  });

  it('says nothing of git where every file is there', async () => {
    const root = projectFolder({
      'src/mail.ts': secret,
      'src/gone.ts': 'a\nb\nc\n',
      'BLOCKERS.md': document,
    });
    const { json } = await cliJson<StatusOutput>('status', root);
    assert.deepEqual(verdictsOf(json), ['reproduced ', 'not-reproduced ', 'manual ']);
    assert.deepEqual(json.skipped, []);
  });

  for (const [what, status, more, open] of [
    ['is verified', 'Verified', [], 1],
    [
      'is accepted until a day in the future',
      'Accepted',
      ['Decision: accept until 2999-01-01, approved by lee'],
      0,
    ],
    [
      'was accepted until a day in the past',
      'Accepted',
      ['Decision: accept until 2020-01-01, approved by lee'],
      1,
    ],
  ] as const) {
    it(`counts ${open} open where what the code shows ${what}`, async () => {
      const text = [
        '## Critical Blockers (P0)',
        '',
        '### BLOCK-001: Hardcoded keys',
        '- **File Location:** `/src/mail.ts:3`',
        `- **Status:** ${status}`,
        ...(more.length > 0 ? ['- **Risk Acceptance:**', ...more.map((line) => `  - ${line}`)] : []),
        '',
      ].join('\n');
      const root = projectFolder({ 'src/mail.ts': secret, 'BLOCKERS.md': text });
      const { code, json } = await cliJson<StatusOutput>('status', root);
      assert.equal(json.counts.P0, open);
      assert.equal(code, open);
    });
  }

  it('tells what needs somebody, as the editor does', async () => {
    const root = projectFolder(trackedProject);
    const { json } = await cliJson<StatusOutput>('status', root);
    const told = json.problems.filter(({ code }) => code.startsWith('location-')).map(({ code }) => code);
    assert.deepEqual(told, [
      'location-moved',
      'location-not-reproduced',
      'location-missing',
      'location-regressed',
    ]);
    const { stdout } = await cli('status', root);
    assert.match(stdout, /^BLOCKERS\.md:14 There is no src\/gone\.ts\.$/m);
  });
});
