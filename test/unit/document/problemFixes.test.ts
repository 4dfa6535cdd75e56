import assert from 'node:assert/strict';
import { readDocumentSyntax } from '../../../server/src/document/documentSyntax.ts';
import { fixesOf, fixProblem } from '../../../server/src/document/problems/index.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import { stripeKey } from '../../support/secrets.ts';
import { shared } from './fixtures.ts';
import { lineDiff } from './lineDiff.ts';

const facts = { today: '2026-03-01', maxAgeDays: 30 };

const found = (text: string, code: string) =>
  readTrackingDocument(text, facts).problems.filter((problem) => problem.code === code);

/** The lines that the first fix of the first problem of that code changes; the problem is gone then. */
function fixed(text: string, code: string, index = 0): string[] {
  const problem = fixesOf(readDocumentSyntax(text), facts).find((each) => each.code === code);
  const title = problem?.titles[index];
  assert.ok(
    problem && title,
    `nothing is offered for ${code}: ${JSON.stringify(fixesOf(readDocumentSyntax(text), facts))}`,
  );
  const edits = fixProblem(text, facts, { code, start: problem.start, title });
  assert.ok(!('refused' in edits), JSON.stringify(edits));
  const after = applyEdits(text, edits);
  if (code !== 'p0-incomplete') assert.ok(found(after, code).length < found(text, code).length, after);
  return lineDiff(text, after);
}

const p1 = (...lines: readonly string[]): string =>
  ['# Blockers', '', '## High Priority Blockers (P1)', '', ...lines, ''].join('\n');
const second = ['', '### PB-2: Second', '- **Status:** Blocked'];
/** A problem of each kind, what is said of it, and what its fix changes. */
const cases: readonly [code: string, said: string, text: string, diff: readonly string[] | undefined][] = [
  [
    'duplicate-id',
    'Another blocker before this one is PB-2, too.',
    p1('### PB-2: First', '- **Status:** Open', ...second),
    ['- ### PB-2: Second', '+ ### PB-3: Second'],
  ],
  [
    'missing-id',
    'This blocker has no id, so nothing can refer to it.',
    p1('### PB-1: First', '- **Status:** Open', ...second, '', '### Third', '- **Status:** Blocked'),
    ['- ### Third', '+ ### PB-3: Third'],
  ],
  [
    'count-differs',
    '4 stands here; 1 open blocker is P1.',
    `- **High Priority Blockers (P1):** 4\n\n${p1('### PB-1: First', '- **Status:** Open')}`,
    ['- - **High Priority Blockers (P1):** 4', '+ - **High Priority Blockers (P1):** 1'],
  ],
  [
    'status-differs',
    'This says that PB-1 is fixed; its status is open.',
    p1('### ✅ FIXED: PB-1: First', '- **Status:** Open'),
    ['- ### ✅ FIXED: PB-1: First', '+ ### ❌ OPEN: PB-1: First'],
  ],
  [
    'checklist-differs',
    'The status is Fixed, and 1 step of its checklist is not ticked.',
    p1('### PB-1: First', '- **Status:** Fixed', '- **Checklist:**', '  - [x] One', '  - [ ] Two'),
    ['- - **Status:** Fixed', '+ - **Status:** In Progress'],
  ],
  [
    'checklist-differs',
    'All 2 steps of the checklist are ticked, and it is still open.',
    p1('### PB-1: First', '- **Status:** Blocked', '- **Fix Verification:**', '  - [x] One', '  - [x] Two'),
    ['- - **Status:** Blocked', '+ - **Status:** Fixed'],
  ],
  [
    'p0-incomplete',
    'PB-1 is P0 and names no location, verification and owner.',
    [
      '## Critical (P0)',
      '',
      '### PB-1: First',
      '- **Impact:** All of it',
      '- **Estimated Effort:** 1 day',
      '- **Status:** Open',
      '',
      '### PB-2: Second',
      '- **Impact:** None of it',
      '- **Estimated Effort:** 1 day',
      '- **File:** `/src/a.ts`',
      '- **Assignee:** dana',
      '- **Status:** Open',
      '- **Fix Verification:**',
      '  - See it',
      '',
    ].join('\n'),
    ['+ - **File:** ', '+ - **Fix Verification:** ', '+ - **Assignee:** '],
  ],
  [
    'fixed-in-place',
    'PB-1 is fixed and still stands under its priority.',
    p1(
      '### PB-1: First',
      '- **Status:** Fixed',
      ...second,
      '',
      '---',
      '',
      '## Progress Tracking',
      '',
      '### Recently Fixed Blockers',
      '',
      '*No blockers have been fixed yet*',
      '',
      '### Metrics',
    ),
    undefined,
  ],
  [
    'unknown-reference',
    'No blocker in this document is PB-7.',
    p1('### PB-1: First', '- **Status:** Open', '- **Description:** As PB-7', ...second),
    ['- - **Description:** As PB-7', '+ - **Description:** As PB-1'],
  ],
  [
    'next-step-done',
    'PB-1 is fixed: this step is done.',
    p1(
      '### PB-1: First',
      '- **Status:** Fixed',
      ...second,
      '',
      '## Next Steps',
      '',
      '1. **Now:**',
      '   - Do the first (PB-1)',
      '   - Do the second (PB-2)',
    ),
    ['-    - Do the first (PB-1)'],
  ],
  [
    'acceptance-incomplete',
    'The risk of PB-1 is accepted, and no approver and last day is named.',
    p1('### PB-1: First', '- **Status:** Accepted', '- **Risk Acceptance:**', '  - Reason: It is small'),
    ['- - **Status:** Accepted', '+ - **Status:** Open'],
  ],
  [
    'acceptance-expired',
    'The risk of PB-1 was accepted until 2026-02-28; it is open again.',
    p1(
      '### PB-1: First',
      '- **Status:** Accepted',
      '- **Risk Acceptance:**',
      '  - Decision: accept until 2026-02-28, approved by lee on 2026-01-20',
      '  - Reason: It is small',
    ),
    ['- - **Status:** Accepted', '+ - **Status:** Open'],
  ],
  [
    'document-stale',
    'The document was updated 31 days ago; are its blockers still as it says?',
    `**Last Updated:** 2026-01-29  \n\n${p1('### PB-1: First', '- **Status:** Open')}`,
    ['- **Last Updated:** 2026-01-29  ', '+ **Last Updated:** 2026-03-01  '],
  ],
];

describe('fixing problems of a document', () => {
  for (const [code, said, text, diff] of cases) {
    it(`${code}: ${said}`, () => {
      assert.deepEqual(
        found(text, code).map(({ message }) => message),
        [said],
      );
      if (diff) assert.deepEqual(fixed(text, code), diff);
    });
  }

  it('writes all counts at once', () => {
    const counts = '- **Critical Blockers (P0):** 3\n- **High Priority Blockers (P1):** 4\n';
    const text = `${counts}\n${p1('### PB-1: First', '- **Status:** Open')}`;
    assert.equal(fixed(text, 'count-differs', 1).length, 4);
  });

  it('moves a fixed blocker with all that it says, and its priority', () => {
    const rest = ['### PB-2: Second', '- **Status:** Blocked', ''];
    const place = ['---', '', '## Progress Tracking', '', '### Recently Fixed Blockers', ''];
    const text = p1(
      '### PB-1: First',
      '- **Status:** Fixed',
      '- **Owner:** dana',
      '',
      ...rest,
      ...place,
      '*None yet*',
      '',
    );
    const moved = ['### PB-1: First', '- **Status:** Fixed', '- **Priority:** P1', '- **Owner:** dana', ''];
    const problem = fixesOf(readDocumentSyntax(text), facts).find(({ code }) => code === 'fixed-in-place');
    assert.ok(problem);
    const edits = fixProblem(text, facts, { ...problem, title: problem.titles[0] ?? '' });
    assert.ok(!('refused' in edits), JSON.stringify(edits));
    assert.equal(applyEdits(text, edits), p1(...rest, ...place, ...moved));
  });

  it('masks a secret and never shows it', () => {
    const text = p1('### PB-1: First', '- **Status:** Open', `- **Description:** It is ${stripeKey}`);
    const [problem] = found(text, 'secret-in-document');
    assert.equal(problem?.severity, 'error');
    assert.ok(!problem.message.includes(stripeKey));
    assert.equal(fixed(text, 'secret-in-document')[1], '+ - **Description:** It is [masked]');
  });

  it('repairs a damaged text, and refuses what it would lose', () => {
    const good = p1('### PB-1: First', '- **Status:** Open 🔴', '- **Description:** ≥ 92 % ⚠️');
    const mac = new TextDecoder('macintosh');
    const damaged = mac.decode(new TextEncoder().encode(good));
    const [fix] = fixesOf(readDocumentSyntax(damaged), facts).filter(
      ({ code }) => code === 'damaged-encoding',
    );
    assert.deepEqual(fix?.titles, ['Repair text encoding']);
    const edits = fixProblem(damaged, facts, { ...fix, title: 'Repair text encoding' });
    assert.ok(!('refused' in edits));
    assert.equal(applyEdits(damaged, edits), good);
    assert.deepEqual(
      fixesOf(readDocumentSyntax(`${damaged}\n漢字\n`), facts).filter(
        ({ code }) => code === 'damaged-encoding',
      ),
      [],
    );
  });

  for (const name of ['tracking-document', 'resolution-document']) {
    it(`repairs ${name}.as-received.md`, function () {
      const [damaged, good] = [shared(`inputs/${name}.as-received.md`), shared(`inputs/${name}.md`)];
      if (damaged === undefined || good === undefined) return this.skip();
      const fix = fixesOf(readDocumentSyntax(damaged), facts).find(({ code }) => code === 'damaged-encoding');
      assert.ok(fix);
      const edits = fixProblem(damaged, facts, { ...fix, title: 'Repair text encoding' });
      assert.ok(!('refused' in edits));
      assert.equal(applyEdits(damaged, edits), good);
    });
  }

  const quiet: readonly [string, string][] = [
    [
      'a fixed blocker that waits for its verification',
      p1('### PB-1: x', '- **Status:** Fixed', '- **Fix Verification:**', '  - [x] One', '  - [ ] Two'),
    ],
    [
      'plain bullets that nobody ticks',
      p1('### PB-1: x', '- **Status:** Fixed', '- **Checklist:**', '  - One', '  - Two'),
    ],
    ['heading and field that agree', p1('### ✅ RESOLVED: PB-1: x', '- **Status:** Verified')],
    [
      'an id of another kind',
      p1('### PB-1: x', '- **Status:** Open', '- **Description:** JIRA-7, UTF-8, CVE-2024-1', ...second),
    ],
    ['an id in code', p1('### PB-1: x', '- **Status:** Open', '', '```', 'PB-9', '```', ...second)],
    [
      'a next step with an open blocker',
      p1('### PB-1: x', '- **Status:** Fixed', ...second, '', '## Next Steps', '', '- PB-1 and PB-2'),
    ],
    [
      'an acceptance that is whole',
      p1(
        '### PB-1: x',
        '- **Status:** Accepted',
        '- **Risk Acceptance:**',
        '  - Decision: accept until 2026-03-01, approved by lee on 2026-01-20',
        '  - Reason: y',
      ),
    ],
    [
      'numbered headings',
      p1('### 1. First', '- **Status:** Open', '', '### 2. Second', '- **Status:** Open'),
    ],
    ['a document of yesterday', `**Last Updated:** 2026-02-28\n\n${p1('### PB-1: x', '- **Status:** Open')}`],
    [
      'an old document in which nothing is open',
      `**Last Updated:** 2025-02-28\n\n${p1('### PB-1: x', '- **Status:** Verified')}`,
    ],
    ['a fixed blocker where there is no place for it', p1('### PB-1: x', '- **Status:** Fixed')],
    [
      'a fixed blocker at its place',
      p1(
        '### PB-2: y',
        '- **Status:** Open',
        '',
        '## Recently Fixed Blockers',
        '',
        '### PB-1: x',
        '- **Status:** Fixed',
      ),
    ],
  ];
  for (const [what, text] of quiet) {
    it(`says nothing of ${what}`, () => assert.deepEqual(readTrackingDocument(text, facts).problems, []));
  }
});
