import assert from 'node:assert/strict';
import { checkBlocker } from '../../../server/src/document/checkBlocker.ts';
import type { CodeFacts } from '../../../server/src/document/checkClaims.ts';
import { codeStepsOf } from '../../../server/src/document/codeSteps.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { recordVerified } from '../../../server/src/document/recordVerified.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import type { Finding } from '../../../server/src/model/index.ts';

const finding = (file: string, line: number, suppressed?: Finding['suppressed']): Finding => ({
  ruleId: 'no-hardcoded-secret',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  message: '',
  file,
  range: { start: { line, column: 1 }, end: { line, column: 9 } },
  fingerprint: `${file}:${line}`,
  fixes: [],
  related: [],
  ...(suppressed && { suppressed }),
});

const files: Readonly<Record<string, readonly Finding[]>> = {
  'src/mail.ts': [finding('src/mail.ts', 3), finding('src/mail.ts', 9)],
  'src/muted.ts': [finding('src/muted.ts', 3, { kind: 'comment', reason: 'later' })],
  'src/clean.ts': [],
  'src/schema.prisma': [],
  'dist/ignored.ts': [],
};

const facts: CodeFacts = {
  kindOf: (path) => (files[path] ? 'file' : undefined),
  lineCountOf: (file) => (file.startsWith('src/') && files[file] ? 100 : undefined),
  findingsIn: (file) => files[file] ?? [],
  symbolOf: () => undefined,
  renamedTo: () => undefined,
  rules: [{ id: 'no-hardcoded-secret', claims: /hard-?coded .*keys?/i, languages: ['script'] }],
};

const document = ({
  places = ['src/clean.ts:3'] as readonly string[],
  title = 'Hardcoded API keys',
  status = 'Open',
}) =>
  [
    '- **Critical Blockers (P0):** 1',
    '',
    '## Critical Blockers (P0)',
    '',
    '### PB-1: Keys',
    `- **Title:** ${title}`,
    ...(places.length > 0 ? ['- **File Locations:**', ...places.map((place) => `  - \`/${place}\``)] : []),
    `- **Status:** ${status}`,
    '- **Fix Verification:**',
    '  - The rule finds nothing at the cited places.',
    '  - Move the keys to the environment',
    '  - Run security audit',
    '',
  ].join('\n');

function check(more: Parameters<typeof document>[0]) {
  const [blocker] = readTrackingDocument(document(more)).blockers;
  assert.ok(blocker);
  const { outcome, message, findings } = checkBlocker(blocker, facts);
  return [outcome, message, findings.length];
}

describe('verifying a blocker by the code', () => {
  for (const [what, more, expected] of [
    ['gone', {}, ['gone', 'no-hardcoded-secret finds nothing of PB-1 in src/clean.ts, line 3.', 0]],
    [
      'there',
      { places: ['src/mail.ts:3'] },
      ['found', 'PB-1 is still there: no-hardcoded-secret finds it in src/mail.ts, line 3.', 1],
    ],
    [
      'in several places',
      { places: ['src/mail.ts', 'src/clean.ts'] },
      [
        'found',
        'PB-1 is still there: no-hardcoded-secret finds it in src/mail.ts, line 3 and in 1 more place.',
        2,
      ],
    ],
    [
      'said to be fixed, and only moved in its file',
      { places: ['src/mail.ts:20'], status: 'Fixed' },
      ['found', 'PB-1 is still there: no-hardcoded-secret finds it in src/mail.ts, line 9.', 1],
    ],
    [
      'suppressed, which is no fix',
      { places: ['src/muted.ts'] },
      [
        'found',
        'PB-1 is still there: no-hardcoded-secret finds it in src/muted.ts, line 3, where it is suppressed.',
        1,
      ],
    ],
    [
      'seen by no rule',
      { title: 'Dull colours' },
      ['unknown', 'No rule can see PB-1 in the code; a person has to verify it.', 0],
    ],
    [
      'nowhere in particular',
      { places: [] },
      ['unknown', 'PB-1 names no place in the code; a person has to verify it, or name one.', 0],
    ],
    [
      'in a file that is gone',
      { places: ['src/clean.ts', 'src/gone.ts:3'] },
      [
        'unknown',
        'There is no src/gone.ts, line 3; change that location or take it out before PB-1 can be verified.',
        0,
      ],
    ],
    [
      'in a file that its rule does not read',
      { places: ['src/schema.prisma'] },
      ['unknown', "no-hardcoded-secret can't look into src/schema.prisma; a person has to verify PB-1.", 0],
    ],
    [
      'in a file that is not looked at',
      { places: ['dist/ignored.ts'] },
      ['unknown', "no-hardcoded-secret can't look into dist/ignored.ts; a person has to verify PB-1.", 0],
    ],
  ] as const) {
    it(`that is ${what}`, () => assert.deepEqual(check(more), expected));
  }
});

describe('the steps that the code can show', () => {
  const stepsOf = (...texts: string[]) =>
    codeStepsOf(
      readTrackingDocument(
        ['## P0', '### PB-1: x', '- **Fix Verification:**', ...texts.map((each) => `  - ${each}`)].join('\n'),
      ).blockers.flatMap(({ verification }) => verification),
    ).map(({ index, sure }) => `${index}${sure ? '!' : ''}`);

  it('are those of the rule, and those that say what the code is to be', () => {
    assert.deepEqual(stepsOf('The rule finds nothing at the cited places.', 'Use parameterized queries'), [
      '0!',
      '1',
    ]);
  });
  it('are none that a person, a command or a report has to show', () => {
    const others = [
      'Run security audit',
      'Add SQL injection tests',
      'Rotate all exposed keys',
      'Code review by team lead',
      'Staging verification',
      'Automated tests pass (`npm test` exit 1, 2026-01-20)',
    ];
    assert.deepEqual(stepsOf(...others), []);
  });
  it('are none that are ticked', () => {
    assert.deepEqual(stepsOf('[x] Use parameterized queries (code, 2026-01-20)'), []);
  });
});

describe('what the code has shown', () => {
  const text = document({});
  const at = '2026-01-20';

  it('is written at its steps, with the status', () => {
    const edits = recordVerified(text, 'PB-1', { steps: [0, 1], status: 'fixed', at });
    assert.ok(!('refused' in edits));
    assert.equal(
      applyEdits(text, edits),
      text
        .replace(
          '- The rule finds nothing at the cited places.',
          '- [x] The rule finds nothing at the cited places. (code, 2026-01-20)',
        )
        .replace(
          '- Move the keys to the environment',
          '- [x] Move the keys to the environment (code, 2026-01-20)',
        )
        .replace('**Status:** Open', '**Status:** Fixed'),
    );
  });

  it('makes nothing verified while another step is open, and then changes nothing', () => {
    assert.deepEqual(recordVerified(text, 'PB-1', { steps: [0, 1], status: 'verified', at }), {
      refused: 'PB-1 is not verified while 1 verification step is open.',
    });
  });

  it('verifies where it was all that was open, and the count follows', () => {
    const short = text.replace('  - Run security audit\n', '').replace('Open', 'Fixed');
    const edits = recordVerified(short, 'PB-1', { steps: [0, 1], status: 'verified', at });
    assert.ok(!('refused' in edits));
    assert.match(applyEdits(short, edits), /\(P0\):\*\* 0\n[\s\S]*\*\*Status:\*\* Verified\n/);
  });
});
