import assert from 'node:assert/strict';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { setStatus } from '../../../server/src/document/setStatus.ts';
import type { StatusReason } from '../../../server/src/document/statusReason.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import type { RiskAcceptance, Status } from '../../../server/src/model/index.ts';
import { lineDiff } from './lineDiff.ts';

const blockerWith = (body: string) => `## Critical\n\n### PB-1: x\n${body}\n`;
const accepted = (field: string) => blockerWith(`- **Status:** Accepted\n${field}`);
const whole = [
  '- **Risk Acceptance:**',
  '  - Decision: accept until 2026-06-30, approved by lee on 2026-01-20',
  '  - Likelihood: low, impact: medium, overall: low',
  '  - Reason: controlled extension environment',
  '  - Mitigation: manual test of every extension; alert at > 5 % load failures',
  '  - Rollback: disable the extension',
].join('\n');
const terms = {
  reason: 'controlled extension\nenvironment',
  by: 'lee',
  at: '2026-01-20',
  until: '2026-06-30',
  likelihood: 'low',
  impact: 'medium',
  overall: 'low',
  mitigation: 'manual test of every extension; alert at > 5 % load failures',
  rollback: 'disable the extension',
} as const;

function changed(text: string, status: Status, reason: StatusReason): string {
  const result = setStatus(text, 'PB-1', status, reason);
  assert.ok(!('refused' in result), JSON.stringify(result));
  return applyEdits(text, result);
}
const read = (text: string): RiskAcceptance | undefined =>
  readTrackingDocument(text).blockers.find(({ id }) => id === 'PB-1')?.acceptance;

describe('the acceptance of a risk', () => {
  const cases: readonly (readonly [what: string, field: string, wanted: RiskAcceptance | undefined])[] = [
    [
      'with all its parts',
      whole,
      {
        decision: 'accept until 2026-06-30, approved by lee on 2026-01-20',
        until: '2026-06-30',
        by: 'lee',
        at: '2026-01-20',
        likelihood: 'low',
        impact: 'medium',
        overall: 'low',
        reason: 'controlled extension environment',
        mitigation: 'manual test of every extension; alert at > 5 % load failures',
        rollback: 'disable the extension',
      },
    ],
    [
      'on one line',
      '**Risk Acceptance:** accepted until 2026-06-30 by the board; **Reason:** one customer; Rollback: off',
      {
        decision: 'accepted until 2026-06-30 by the board',
        until: '2026-06-30',
        reason: 'one customer',
        rollback: 'off',
      },
    ],
    [
      'with keys of its own',
      '- **Risk Acceptance:**\n  - **Approver:** lee_k (CTO)\n  - **Expires:** 2026-06-30\n  - **Because:** `a.ts` is dead\n  - Impact: high\n',
      { by: 'lee_k (CTO)', until: '2026-06-30', reason: 'a.ts is dead', impact: 'high' },
    ],
    ['that says nothing', '- **Risk Acceptance:**', undefined],
    ['that is not there', '- **Owner:** lee', undefined],
  ];
  for (const [what, field, wanted] of cases) {
    it(`is read ${what}`, () => assert.deepEqual(read(accepted(field)), wanted));
  }

  it('is written as the contract shows it, and only what is given', () => {
    const open = blockerWith('- **Status:** Open');
    assert.equal(changed(open, 'accepted', terms), accepted(whole));
    const { reason, by } = terms;
    assert.equal(
      changed(open, 'accepted', { reason, by, impact: 'high' }),
      accepted(
        '- **Risk Acceptance:**\n  - Decision: accept, approved by lee\n  - Impact: high\n  - Reason: controlled extension environment',
      ),
    );
  });

  it('is set apart from words that would go on its line', () => {
    const before = blockerWith('**Status:** Open\n**Nobody** has seen it.');
    assert.deepEqual(lineDiff(before, changed(before, 'accepted', { reason: 'small', by: 'lee' })), [
      '- **Status:** Open',
      '+ **Status:** Accepted',
      '+ **Risk Acceptance:** Decision: accept, approved by lee; Reason: small',
      '+ ',
    ]);
  });

  it('fills a field that is empty', () => {
    const open = blockerWith('- **Status:** Open\n- **Risk Acceptance:**');
    assert.equal(changed(open, 'accepted', terms), accepted(whole));
    const line = '**Status:** Open\n**Risk Acceptance:**';
    assert.match(
      changed(blockerWith(line), 'accepted', { reason: 'small', by: 'lee' }),
      /^\*\*Risk Acceptance:\*\* Decision: accept, approved by lee; Reason: small$/m,
    );
  });

  it('given anew replaces what it says anew, adds what it lacks and keeps the rest', () => {
    const before = blockerWith(
      '- **Status:** Open\n- **Risk Acceptance:**\n  * Decision: accept until 2025-01-01, approved by kim, ended by kim on 2024-12-01\n  * Reason: old\n  * Rollback: none',
    );
    const after = changed(before, 'accepted', { ...terms, rollback: '', impact: undefined } as never);
    assert.deepEqual(lineDiff(before, after), [
      '- - **Status:** Open',
      '+ - **Status:** Accepted',
      '-   * Decision: accept until 2025-01-01, approved by kim, ended by kim on 2024-12-01',
      '-   * Reason: old',
      '+   * Decision: accept until 2026-06-30, approved by lee on 2026-01-20',
      '+   * Likelihood: low, overall: low',
      '+   * Reason: controlled extension environment',
      '+   * Mitigation: manual test of every extension; alert at > 5 % load failures',
    ]);
    const own = blockerWith('- **Status:** Open\n- **Risk Acceptance:** see the minutes');
    assert.deepEqual(setStatus(own, 'PB-1', 'accepted', terms), {
      refused: 'PB-1 has a Risk Acceptance already; change it there.',
    });
  });

  it('takes a name as one, whatever is in it', () => {
    const after = changed(blockerWith('- **Status:** Open'), 'accepted', { ...terms, by: 'Lee, (Ops); x' });
    assert.equal(read(after)?.by, 'Lee Ops x');
  });

  describe('that is ended', () => {
    const end = { by: 'dana', at: '2026-03-01' };
    const decision = '  - Decision: accept until 2026-06-30, approved by lee on 2026-01-20';

    for (const status of ['open', 'in-progress', 'fixed'] as const) {
      it(`by the status ${status} says by whom and when, and keeps all that was written`, () => {
        const before = accepted(whole);
        const after = changed(before, status, end);
        assert.deepEqual(lineDiff(before, after).slice(-2), [
          lineDiff(before, after).at(-2),
          `+ ${decision}, ended by dana on 2026-03-01`,
        ]);
        const { decision: said, ...rest } = read(after) ?? {};
        const { decision: was, ...before_ } = read(before) ?? {};
        assert.deepEqual(rest, { ...before_, ended: '2026-03-01' });
        assert.ok(said?.startsWith(was ?? '-'));
      });
    }

    const forms: readonly (readonly [before: string, after: string])[] = [
      [
        '**Risk Acceptance:** accepted until 2026-06-30. ',
        '**Risk Acceptance:** accepted until 2026-06-30, ended by dana on 2026-03-01. ',
      ],
      [
        '* **Risk Acceptance:**\n  * Approver: lee\n  * Reason: small',
        '* **Risk Acceptance:**\n  * Approver: lee\n  * Reason: small\n  * Ended: by dana on 2026-03-01',
      ],
      [
        '**Risk Acceptance:** Reason: small; Approver: lee',
        '**Risk Acceptance:** Reason: small; Approver: lee; Ended: by dana on 2026-03-01',
      ],
    ];
    for (const [before, after] of forms) {
      it(`makes ${JSON.stringify(before)} ${JSON.stringify(after)}`, () => {
        const now = changed(accepted(before), 'open', end);
        assert.equal(now, accepted(after).replace('Accepted', 'Open'));
        assert.equal(read(now)?.ended, '2026-03-01');
      });
    }

    it('is left as it is where it has ended by itself, was ended before, or no day is known', () => {
      const open = (text: string) => text.replace('Accepted', 'Open');
      assert.equal(changed(accepted(whole), 'open', { ...end, at: '2026-07-01' }), open(accepted(whole)));
      const ended = accepted(whole.replace('01-20', '01-20, ended by kim on 2026-02-01'));
      assert.equal(changed(ended, 'open', end), open(ended));
      assert.equal(changed(accepted(whole), 'open', {}), open(accepted(whole)));
    });

    it('can be accepted again', () => {
      const again = changed(changed(accepted(whole), 'open', end), 'accepted', terms);
      assert.equal(again, accepted(whole));
    });
  });
});
