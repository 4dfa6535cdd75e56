import assert from 'node:assert/strict';
import { readDocumentSyntax } from '../../../server/src/document/documentSyntax.ts';
import { fixesOf, fixProblem } from '../../../server/src/document/problems/index.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import { LineIndex } from '../../../server/src/languages/lineIndex.ts';
import { shared } from './fixtures.ts';

const codes = new Set([
  'sum-differs',
  'ratio-differs',
  'two-thresholds',
  'criterion-unmet',
  'rollback-reopens',
]);

/** Where a plan contradicts itself: code, the words it is reported at, and what is said. */
function found(text: string): string[] {
  const lines = new LineIndex(text);
  return readTrackingDocument(text).problems.flatMap(({ code, range, message }) => {
    const words = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
    return codes.has(code) ? `${code} [${words}] ${message}` : [];
  });
}

const blocker = [
  '## 1. Seats Sold Twice (P0 - CRITICAL)',
  '**File:** `src/seats.ts:7`',
  '**Status:** Open',
  '',
];
const path = (heading: string, ...steps: readonly string[]) => [
  `### ${heading}`,
  '',
  ...steps.map((step, index) => `${index + 1}. **${step}`),
  '',
];
const matrix = [
  '## Decision Matrix',
  '',
  '| Blocker | Current | After Fixes | Time |',
  '|---|---|---|---|',
  '| Seat locking | ❌ NOT DONE | ✅ DONE | 2-4h |',
  '| Import whole | ✅ DONE | ✅ DONE | - |',
  '| Match rate | ⚠️ 81.5% | ✅ ≥ 95% | 1h |',
  '',
];
const text = (...parts: readonly (readonly string[])[]) =>
  ['# Ferry: Resolution', '', ...parts.flat()].join('\n');

const wrong: readonly [what: string, text: string, said: readonly string[]][] = [
  [
    'a path whose steps take longer than it says',
    text(path('Critical Path (5-8 hours):', 'One** (3-4 hours)', 'Two** (3 hours) ⚠️ P0', 'Three** (30 min)')),
    ['sum-differs [5-8] 5-8 hours stands here; the steps take 6.5-7.5 hours together.'],
  ],
  [
    'a total below its steps, in other units',
    text(path('Steps', 'One** (1 day)', 'Two** (4 hours)'), ['**Total Estimated Time:** 1-2 days', '']),
    ['sum-differs [1-2] 1-2 days stands here; the steps take 1.5 days together.'],
  ],
  [
    'a total below its table',
    text(matrix, ['**Total Blocking Time:** 6-10 hours', '']),
    ['sum-differs [6-10] 6-10 hours stands here; the rows take 3-5 hours together.'],
  ],
  [
    'steps that are too much already, though not all say what they take',
    text(path('Path (1-2 hours)', 'One** (3 hours)', 'Two**')),
    ['sum-differs [1-2] 1-2 hours stands here; the steps take at least 3 hours together.'],
  ],
  [
    'a number of resolved blockers that its own table denies',
    text(matrix, ['2 of 4 original blockers resolved', '']),
    ['ratio-differs [2 of 4] 2 of 4 stands here; in the table in line 7, 1 of 3 is resolved.'],
  ],
  [
    'a number of fixed blockers that the document denies',
    text(blocker, ['## Summary', '', 'So far 1/2 blockers are fixed.', '']),
    ['ratio-differs [1/2] 1 of 2 stands here; in this document, 0 of 1 are resolved.'],
  ],
  [
    'one metric with two thresholds',
    text([
      '### Must Have',
      '- Match rate ≥ 95%',
      '- The match rate is ≥95 %',
      '- Match rate ≥90%',
      '- Latency ≤250ms',
      '',
    ]),
    ['two-thresholds [≥90%] ≥95% stands in line 4 for the same metric, ≥90% here.'],
  ],
  [
    'criteria ticked that are not met',
    text(blocker, matrix, [
      '### Must Have',
      '- ✅ Seat locking in place',
      '- ✅ Match rate ≥ 95%',
      '- [x] No P0 blockers left',
      '- ✅ Import whole',
      '',
    ]),
    [
      'criterion-unmet [- ✅ Seat locking in place] This is ticked, and “Seat locking” is ❌ NOT DONE in line 11.',
      'criterion-unmet [- ✅ Match rate ≥ 95%] This is ticked, and “Match rate” is ⚠️ 81.5% in line 13.',
      'criterion-unmet [- [x] No P0 blockers left] This is ticked, and #1 is P0 and open.',
    ],
  ],
  [
    'a rollback that brings a P0 back',
    text(blocker, [
      '## Rollback Plan',
      '',
      '1. **Seats:**',
      '   - Revert to seats sold twice for now',
      '   - Tell the crew',
      '',
    ]),
    ['rollback-reopens [Revert to seats sold twice for now] This brings back what #1 is about, which is P0.'],
  ],
];

const right: readonly [what: string, text: string][] = [
  ['a sum that fits', text(path('Path (6-8 hours)', 'One** (3-4 hours)', 'Two** (3-4 hours)'))],
  ['a sum that is about right', text(path('Path (~3 hours)', 'One** (2 hours)', 'Two** (90 min)'))],
  ['minutes that nobody counts', text(path('Path (1 hour)', 'One** (50 min)', 'Two** (15 min)'))],
  ['weeks with several people', text(path('Phase 1 (2 weeks)', 'One** (5-7 days)', 'Two** (10 days)'))],
  [
    'a total that the table has as well',
    text(matrix.slice(0, -1), ['| **Total** | | | 3-5h |', '', '**Total:** 3-5 hours', '']),
  ],
  ['steps without efforts', text(path('Path (1 hour)', 'One**', 'Two**'))],
  ['a ratio that fits', text(matrix, ['1 of 3 blockers resolved', ''])],
  ['a ratio of some blockers', text(matrix, ['2 of 2 P0 blockers resolved', ''])],
  ['a ratio in code', text(matrix, ['```', '2 of 4 blockers resolved', '```', ''])],
  [
    'a minimum and a target',
    text([
      '### Must Have',
      '- Match rate ≥ 90% (minimum)',
      '',
      '### Should Have',
      '- Match rate ≥ 95% (target)',
      '',
    ]),
  ],
  ['a lower and an upper bound', text(['### Must Have', '- Load ≥ 10%', '- Load ≤ 80%', ''])],
  [
    'criteria that nobody ticked',
    text(blocker, matrix, ['### Must Have', '- Seat locking in place', '- [ ] No P0 blockers left', '']),
  ],
  [
    'ticks that nothing denies',
    text(matrix, ['### Must Have', '- ✅ Import whole', '- ✅ Dashboards', '- ✅ No P0 blockers left', '']),
  ],
  [
    'a rollback to what was good',
    text(blocker, [
      '## Rollback Plan',
      '',
      '1. **Seats:**',
      '   - Revert to the last release',
      '   - Restore the database',
      '',
    ]),
  ],
];

describe('a plan that contradicts itself', () => {
  for (const [what, given, said] of wrong)
    it(`is found: ${what}`, () => assert.deepEqual(found(given), said));
  for (const [what, given] of right) it(`is not found in ${what}`, () => assert.deepEqual(found(given), []));

  it('gets its sum written', () => {
    const given = text(path('Path (~2-3 hours):', 'One** (3-4 hours)', 'Two** (3 hours)'));
    const problem = fixesOf(readDocumentSyntax(given), {}).find(({ code }) => code === 'sum-differs');
    assert.ok(problem);
    assert.deepEqual(problem.titles, ['Write 6-7']);
    const edits = fixProblem(given, {}, { ...problem, title: 'Write 6-7' });
    assert.ok(!('refused' in edits));
    assert.equal(applyEdits(given, edits), given.replace('2-3 hours', '6-7 hours'));
  });

  for (const [code, given, title, mended] of [
    ['ratio-differs', text(matrix, ['2 of 3 blockers resolved', '']), 'Write 1 of 3', ['2 of 3', '1 of 3']],
    [
      'two-thresholds',
      text(['### Must Have', '- Match rate ≥92%', '', '### Should Have', '- Match rate ≥ 85%', '']),
      'Write ≥92% here, too',
      ['≥ 85%', '≥92%'],
    ],
    [
      'criterion-unmet',
      text(blocker, ['### Must Have', '- [x] No P0 blockers left', '']),
      'Untick it',
      ['[x]', '[ ]'],
    ],
    [
      'criterion-unmet',
      text(blocker, ['### Must Have', '- ✅ No P0 blockers left', '']),
      'Mark it as not met',
      ['- ✅', '- ❌'],
    ],
  ] as const) {
    it(`gets “${title}”`, () => {
      const problem = fixesOf(readDocumentSyntax(given), {}).find((each) => each.code === code);
      assert.deepEqual(problem?.titles, [title], JSON.stringify(found(given)));
      const edits = fixProblem(given, {}, { code, start: problem?.start as never, title });
      assert.ok(!('refused' in edits));
      const after = applyEdits(given, edits);
      assert.equal(after, given.replace(mended[0], mended[1]));
      assert.ok(!found(after).some((each) => each.startsWith(code)), after);
    });
  }

  it('is found in the resolution document, and nothing beside', function () {
    const given = shared('inputs/resolution-document.md');
    if (given === undefined) return this.skip();
    const count = (code: string) => found(given).filter((one) => one.startsWith(`${code} `)).length;
    assert.deepEqual([...codes].map(count), [3, 1, 1, 7, 1]);
  });
});
