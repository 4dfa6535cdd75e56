import assert from 'node:assert/strict';
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { fromRoot } from '../../scripts/paths.ts';
import type { ScanOutput } from '../../server/src/cli/scanOutput.ts';
import { cli, cliJson } from '../support/cli.ts';
import { plantedIn } from '../support/planted.ts';
import { projectFolder } from '../support/project.ts';
import { namedSecret } from '../support/secrets.ts';

const withSecret = `export const apiKey = '${namedSecret}';\n`;
const scan = (...args: string[]) => cliJson<ScanOutput>('scan', ...args);

describe('scan', () => {
  it('finds every planted secret of the sample and none of its look-alikes', async () => {
    const { code, json } = await scan(fromRoot('test/workspaces/shop'));
    const expected = plantedIn(readFileSync(fromRoot('test/workspaces/shop/README.md'), 'utf8'));
    const found = json.findings.map(({ ruleId, file, range }) => `${ruleId} ${file}:${range.start.line}`);
    assert.ok(expected.length >= 16);
    assert.deepEqual(found.toSorted(), expected.toSorted());
    assert.equal(code, 1);
  });

  it('prints no secret, in no format', async () => {
    const root = projectFolder({ 'src/a.ts': `${withSecret}${withSecret.trimEnd()} ${withSecret}` });
    for (const format of ['json', 'pretty']) {
      const { stdout, stderr } = await cli('scan', root, '--format', format);
      assert.match(stdout, /no-hardcoded-secret/);
      assert.ok(!(stdout + stderr).includes(namedSecret.slice(0, 8)));
    }
  });

  it('lists what a comment suppresses, and does not count it', async () => {
    const comment = '// blockers-disable-next-line no-hardcoded-secret -- opens nothing\n';
    const { code, json } = await scan(projectFolder({ 'src/a.ts': comment + withSecret }));
    assert.deepEqual(json.findings[0]?.suppressed, { kind: 'comment', reason: 'opens nothing' });
    assert.deepEqual(json.summary.counts, { P0: 0, P1: 0, P2: 0 });
    assert.equal(code, 0);
  });

  it('accepts a risk until its day, and not a day longer', async () => {
    const accept = (until: string) =>
      `// blockers-accept no-hardcoded-secret until=${until} by=lee -- test system\n`;
    const past = await scan(projectFolder({ 'src/a.ts': accept('2020-01-31') + withSecret }));
    assert.equal(past.json.findings[0]?.suppressed, undefined);
    assert.equal(past.code, 1);
    const future = await scan(projectFolder({ 'src/a.ts': accept('2999-01-31') + withSecret }));
    assert.deepEqual(future.json.findings[0]?.suppressed, {
      kind: 'accepted',
      reason: 'test system',
      until: '2999-01-31',
    });
    assert.equal(future.code, 0);
  });

  it('accepts what a tracked blocker is about, where the comment names that', async () => {
    const accept = '// blockers-accept BLOCK-001 until=2999-01-31 by=lee -- test system\n';
    const { json, code } = await scan(projectFolder({ 'src/a.ts': accept + withSecret + withSecret }));
    assert.deepEqual(
      json.findings.map(({ suppressed }) => suppressed?.kind),
      ['accepted', undefined],
    );
    assert.equal(code, 1);
  });

  it('keeps a fingerprint while lines move, and gives twins different ones', async () => {
    const before = await scan(projectFolder({ 'src/a.ts': withSecret }));
    const moved = await scan(
      projectFolder({ 'src/a.ts': `import x from 'x';\n\n${withSecret}${withSecret}` }),
    );
    assert.equal(moved.json.findings[0]?.fingerprint, before.json.findings[0]?.fingerprint);
    assert.notEqual(moved.json.findings[1]?.fingerprint, moved.json.findings[0]?.fingerprint);
  });

  it('has a fingerprint that does not depend on the secret', async () => {
    const other = withSecret.replace(namedSecret, namedSecret.split('').reverse().join(''));
    const [a, b] = await Promise.all([
      scan(projectFolder({ 'src/a.ts': withSecret })),
      scan(projectFolder({ 'src/a.ts': other })),
    ]);
    assert.equal(a.json.findings[0]?.fingerprint, b.json.findings[0]?.fingerprint);
  });

  describe('what git ignores', () => {
    it('is left out, nested and re-included as git does it', async () => {
      const root = projectFolder({
        '.gitignore': '*.log.ts\n/private/\n',
        'src/.gitignore': '!kept.log.ts\nsecret.ts\n',
        'src/a.log.ts': withSecret,
        'src/kept.log.ts': withSecret,
        'src/secret.ts': withSecret,
        'private/a.ts': withSecret,
        'src/private/a.ts': withSecret,
        'node_modules/x/a.ts': withSecret,
        'dist/a.js': withSecret,
      });
      const { json } = await scan(root);
      assert.deepEqual(
        json.findings.map(({ file }) => file),
        ['src/kept.log.ts', 'src/private/a.ts'],
      );
    });

    it('is looked at with --include-ignored, dependencies aside', async () => {
      const root = projectFolder({
        '.gitignore': 'private/\n',
        'private/a.ts': withSecret,
        'node_modules/x/a.ts': withSecret,
        'dist/a.js': withSecret,
      });
      const { json } = await scan(root, '--include-ignored');
      assert.deepEqual(
        json.findings.map(({ file }) => file),
        ['dist/a.js', 'private/a.ts'],
      );
    });
  });

  describe('exit codes', () => {
    it('are 0 for a clean folder, and for findings below the threshold', async () => {
      assert.equal((await scan(projectFolder({ 'a.ts': 'export {};\n' }))).code, 0);
      assert.equal((await scan(projectFolder({ 'a.ts': withSecret }), '--fail-on', 'none')).code, 0);
    });

    for (const [what, args, message] of [
      [
        'a missing folder',
        ['scan', 'no/such/folder'],
        /^The folder no\/such\/folder does not exist; name an existing folder\.\n$/,
      ],
      [
        'a file instead of a folder',
        ['scan', fromRoot('package.json')],
        /is a file; name a folder to look at\.\n$/,
      ],
      [
        'an unknown rule',
        ['scan', '--rules', 'no-such-rule'],
        /^There is no rule "no-such-rule"; .* lists them\.\n$/,
      ],
      ['an unknown format', ['scan', '--format', 'xml'], /xml.*Use one of: pretty, json/],
      ['an unknown command', ['scann'], /unknown command 'scann'/],
      [
        'a missing document',
        ['status', '--document', 'no.md'],
        /^The document no\.md does not exist; name a Markdown file\.\n$/,
      ],
    ] as const) {
      it(`are 2 for ${what}, with one clear sentence`, async () => {
        const { code, stdout, stderr } = await cli(...args);
        assert.equal(code, 2);
        assert.match(stderr, message);
        assert.equal(stdout, '');
      });
    }
  });

  describe('bad input', () => {
    it('is skipped with a reason; the other files are scanned', async () => {
      const root = projectFolder({
        'src/a.ts': withSecret,
        'src/binary.ts': Buffer.from([0x65, 0x00, 0x01, 0xff]),
        'src/huge.js': `var a="${'x'.repeat(20_000_000)}";`,
        'src/minified.js': `${'var a=1;'.repeat(1_000)}\n`,
        'src/broken.ts': `const = ;\n${withSecret}`,
        'src/broken.json': '{ "a": ',
        'src/broken.yaml': 'a: [1\nb: }\n',
        'src/empty.ts': '',
        'src/unreadable.ts': withSecret,
      });
      symlinkSync('..', `${root}/src/loop`);
      symlinkSync('self', `${root}/src/self`);
      chmodSync(`${root}/src/unreadable.ts`, 0);
      const { code, json } = await scan(root);
      const reasons = Object.fromEntries(json.skipped.map(({ file, reason }) => [file, reason]));
      assert.equal(reasons['src/binary.ts'], 'Binary file.');
      assert.equal(reasons['src/huge.js'], 'Larger than 2 MB (20.0 MB).');
      assert.match(reasons['src/minified.js'] ?? '', /^Minified/);
      assert.match(
        reasons['src/broken.ts'] ?? '',
        /^Does not parse \(line 1: .+\); what could be read was checked\.$/,
      );
      assert.match(reasons['src/broken.json'] ?? '', /^Does not parse \(line 1/);
      assert.match(reasons['src/broken.yaml'] ?? '', /^Does not parse \(line \d/);
      assert.match(reasons['src/loop'] ?? '', /a folder that it stands in; not followed\.$/);
      assert.match(reasons['src/self'] ?? '', /leads back to itself\.$/);
      const files = json.findings.map(({ file }) => file);
      assert.ok(files.includes('src/a.ts') && files.includes('src/broken.ts'));
      // A test that runs as root can read everything.
      if (process.getuid?.() !== 0) assert.match(reasons['src/unreadable.ts'] ?? '', /permission denied/);
      assert.equal(code, 1);
    });

    it('of ten thousand nested parentheses ends the scan of no other file', async () => {
      const root = projectFolder({
        'src/a.ts': withSecret,
        'src/deep.ts': `const apiKey = ${'('.repeat(10_000)}1${')'.repeat(10_000)};\n`,
      });
      const { json } = await scan(root);
      assert.deepEqual(
        json.findings.map(({ file }) => file),
        ['src/a.ts'],
      );
    });
  });
});
