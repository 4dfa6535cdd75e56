import assert from 'node:assert/strict';
import { setEffort } from '../../../server/src/document/setEffort.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import { fixture } from './fixtures.ts';
import { lineDiff } from './lineDiff.ts';

/** What the change does to the lines; or the refusal. */
function change(text: string, id: string, effort: string): string[] {
  const result = setEffort(text, id, effort);
  return 'refused' in result ? [result.refused] : lineDiff(text, applyEdits(text, result));
}

const bullets = fixture('bullets.md');
const lines = fixture('lines.md');

describe('setEffort', () => {
  const forms: readonly (readonly [before: string, after: string])[] = [
    ['- **Estimated Effort:** 1 week', '- **Estimated Effort:** 2-3 days'],
    ['- **Estimated Effort:** TBD', '- **Estimated Effort:** 2-3 days'],
    ['- **Effort:** ~2h (with QA)', '- **Effort:** ~2-3 days (with QA)'],
    ['- **Effort:** **4-6 hours**', '- **Effort:** **2-3 days**'],
    ['- **Effort:** Large', '- **Effort:** 2-3 days'],
    ['- **Effort:** [hours]', '- **Effort:** 2-3 days'],
    ['- **Effort:**', '- **Effort:** 2-3 days'],
    ['**Effort**: 1 hour  ', '**Effort**: 2-3 days  '],
  ];
  for (const [before, after] of forms) {
    it(`makes ${JSON.stringify(before)} ${JSON.stringify(after)}`, () => {
      const document = (field: string) => `## Critical\n\n### PB-1: x\n${field}\n`;
      const result = setEffort(document(before), 'PB-1', '2-3 days');
      assert.ok(!('refused' in result), JSON.stringify(result));
      assert.equal(applyEdits(document(before), result), document(after));
    });
  }

  it('writes what people type in one way', () => {
    for (const [typed, written] of [
      ['1d', '1 day'],
      [' 2 – 4h ', '2-4 hours'],
      ['1 to 2 weeks', '1-2 weeks'],
      ['0.5 hours', '0.5 hours'],
      ['30 min', '30 minutes'],
    ] as const)
      assert.deepEqual(change(bullets, 'FERRY-002', typed).at(-1), `+ - **Estimated Effort:** ${written}`);
  });

  it('adds a field as its neighbours are written, under the key that the document uses', () => {
    assert.deepEqual(change(bullets, 'FERRY-006', '2 days'), ['+ - **Estimated Effort:** 2 days']);
    assert.deepEqual(change(lines, 'OPS-020-003', '2 days'), ['+ **Effort:** 2 days']);
  });

  it("changes a table's cell, and the section's field that says the same", () => {
    const both =
      '## P0\n\n| ID | Blocker | Effort |\n|---|---|---|\n| PB-1 | x | 1d |\n\n## Details\n\n### PB-1: x\n- **Effort:** 1 day\n';
    assert.deepEqual(change(both, 'PB-1', '3 days'), [
      '- | PB-1 | x | 1d |',
      '+ | PB-1 | x | 3 days |',
      '- - **Effort:** 1 day',
      '+ - **Effort:** 3 days',
    ]);
  });

  it('changes no byte where it says so already, in whatever words', () => {
    assert.deepEqual(setEffort(lines, 'OPS-020-001', '2 hours'), []);
  });

  it('says why where it changes nothing', () => {
    for (const typed of ['', 'soon', '3', '2-3 days or so', '0 days'])
      assert.deepEqual(change(bullets, 'FERRY-001', typed), [
        'Write an effort as 2-3 days, 4 hours or 30 minutes.',
      ]);
    const own = 'The Effort of PB-1 says more than one effort, or none in numbers; it is left to its author.';
    for (const said of ['2 days, with QA 4 days', 'depends on the vendor'])
      assert.deepEqual(change(`## Critical\n\n### PB-1: x\n- **Effort:** ${said}\n`, 'PB-1', '1 day'), [own]);
  });
});
