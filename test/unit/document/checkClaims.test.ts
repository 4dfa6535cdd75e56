import assert from 'node:assert/strict';
import { type CodeFacts, checkClaims } from '../../../server/src/document/checkClaims.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import type { Finding } from '../../../server/src/model/index.ts';

const finding = (file: string, line: number, ruleId = 'no-hardcoded-secret'): Finding => ({
  ruleId,
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  message: '',
  file,
  range: { start: { line, column: 1 }, end: { line, column: 9 } },
  fingerprint: `${ruleId}:${file}:${line}`,
  fixes: [],
  related: [],
});

const files: Readonly<Record<string, readonly Finding[]>> = {
  'src/pay.ts': [finding('src/pay.ts', 22)],
  'src/mail.ts': [finding('src/mail.ts', 90)],
  'src/clean.ts': [],
  'src/keys.prisma': [],
  'src/other.ts': [finding('src/other.ts', 3, 'another-rule')],
};

const facts: CodeFacts = {
  kindOf: (path) => (files[path] ? 'file' : path === 'src' ? 'folder' : undefined),
  lineCountOf: (file) => (files[file] ? 100 : undefined),
  findingsIn: (path) =>
    Object.entries(files).flatMap(([file, found]) =>
      (path.endsWith('/') ? file.startsWith(path) : file === path) ? found : [],
    ),
  symbolOf: (file, names) =>
    file === 'src/pay.ts' && names.includes('checkCard')
      ? { name: 'isCard', startLine: 20, endLine: 30, namedOn: [20, 60] }
      : undefined,
  renamedTo: (file) => (file === 'src/old.ts' ? 'src/pay.ts' : undefined),
  rules: [
    { id: 'no-hardcoded-secret', claims: /hard-?coded .*keys?/i, languages: ['script'] },
    { id: 'quiet-rule', claims: /quiet/, languages: ['script'] },
  ],
};

function verdicts(
  locations: readonly string[],
  { status = 'Open', title = 'Hardcoded API keys', rule = '' } = {},
) {
  const text = [
    '## Critical Blockers (P0)',
    '',
    `### BLOCK-001: ${title}`,
    ...(rule ? [`- **Rule:** \`${rule}\``] : []),
    '- **File Locations:**',
    ...locations.map((location) => `  - \`/${location}\``),
    `- **Status:** ${status}`,
    '',
  ].join('\n');
  const checked = checkClaims(readTrackingDocument(text), facts);
  const [blocker] = checked.blockers;
  assert.ok(blocker);
  return {
    said: blocker.locations.map(({ verdict, movedTo }) => (movedTo ? `${verdict} ${movedTo}` : verdict)),
    rule: blocker.rule,
    tracked: [...checked.tracked.keys()],
  };
}

describe('a claim in the document', () => {
  for (const [location, verdict] of [
    ['src/pay.ts:20-25', 'reproduced'],
    ['src/pay.ts:22', 'reproduced'],
    ['src/pay.ts', 'reproduced'],
    ['src/', 'reproduced'],
    ['src/mail.ts:15', 'moved src/mail.ts:90'],
    ['src/clean.ts:15', 'not-reproduced'],
    ['src/other.ts:3', 'not-reproduced'],
    ['src/gone.ts:15', 'missing'],
    ['lib/', 'missing'],
    ['src/**/*.ts', 'manual'],
    ['src/{pay,mail}.ts', 'manual'],
    ['src/pay.ts:101', 'missing'],
    ['src/keys.prisma', 'manual'],
  ] as const) {
    it(`about ${location} is ${verdict}`, () => assert.deepEqual(verdicts([location]).said, [verdict]));
  }

  it('is regressed where it is said to be fixed and is found', () => {
    assert.deepEqual(verdicts(['src/pay.ts:22', 'src/clean.ts'], { status: 'Fixed' }).said, [
      'regressed',
      'not-reproduced',
    ]);
  });

  it('that no rule sees is for a person to check', () => {
    const { said, rule } = verdicts(['src/pay.ts:22'], { title: 'The colours are dull' });
    assert.deepEqual(said, ['manual']);
    assert.equal(rule, undefined);
  });

  it('follows the rule that the blocker names, also where its words say nothing', () => {
    const { said, rule } = verdicts(['src/pay.ts:22'], { title: 'Payments', rule: 'no-hardcoded-secret' });
    assert.deepEqual(said, ['reproduced']);
    assert.equal(rule, 'no-hardcoded-secret');
  });

  describe('that names a symbol', () => {
    const about = (location: string, more: object = {}) =>
      verdicts([location], { title: '`checkCard()` says yes to all', ...more }).said;

    it('follows it where nobody could see otherwise', () => {
      assert.deepEqual(about('src/pay.ts:80'), ['moved src/pay.ts:20']);
      assert.deepEqual(about('src/pay.ts:192'), ['moved src/pay.ts:20']);
    });
    it('is left where its lines name the symbol or are in it', () => {
      assert.deepEqual(about('src/pay.ts:25'), ['manual']);
      assert.deepEqual(about('src/pay.ts:58-59'), ['manual']);
    });
    it('is found again there by its rule', () => {
      const rule = 'no-hardcoded-secret';
      assert.deepEqual(about('src/pay.ts:192', { rule }), ['moved src/pay.ts:22']);
      assert.deepEqual(about('src/pay.ts:192', { rule, status: 'Fixed' }), ['missing']);
    });
    it('says nothing of other files, nor where no line is named', () => {
      assert.deepEqual(about('src/clean.ts:192'), ['missing']);
      assert.deepEqual(about('src/pay.ts'), ['manual']);
    });
  });

  describe('about a file that was renamed', () => {
    it('is followed to what its rule finds there', () => {
      assert.deepEqual(verdicts(['src/old.ts:15', 'src/old.ts']).said, [
        'moved src/pay.ts:22',
        'moved src/pay.ts:22',
      ]);
    });
    it('is followed to the same line where no rule sees it', () => {
      assert.deepEqual(verdicts(['src/old.ts:15', 'src/old.ts'], { title: 'Dull colours' }).said, [
        'moved src/pay.ts:15',
        'moved src/pay.ts',
      ]);
    });
    it('is left alone where it is fixed, or its rule finds nothing there', () => {
      assert.deepEqual(verdicts(['src/old.ts:15'], { status: 'Fixed' }).said, ['missing']);
      assert.deepEqual(verdicts(['src/old.ts:15'], { rule: 'quiet-rule' }).said, ['missing']);
    });
  });

  it('covers what is found at its place, and no more', () => {
    assert.deepEqual(verdicts(['src/pay.ts:22']).tracked, ['no-hardcoded-secret:src/pay.ts:22']);
    assert.deepEqual(verdicts(['src/clean.ts']).tracked, []);
  });
});
