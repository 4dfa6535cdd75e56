import assert from 'node:assert/strict';
import { tickStep } from '../../../server/src/document/tickStep.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import { fixture } from './fixtures.ts';

const bullets = fixture('bullets.md');
const dana = { done: true, by: 'dana', at: '2026-01-20' };

function ticked(text: string, id: string, step: number, tick = dana): string {
  const result = tickStep(text, id, step, tick);
  return 'refused' in result ? result.refused : applyEdits(text, result);
}

describe('tickStep', () => {
  it('makes a checkbox of the one plain bullet', () => {
    assert.equal(
      ticked(bullets, 'FERRY-001', 0),
      bullets.replace(
        '  - Keys come from the environment\n',
        '  - [x] Keys come from the environment (dana, 2026-01-20)\n',
      ),
    );
  });

  it('takes tick and stamp off again', () => {
    const off = { ...dana, done: false };
    const on = ticked(bullets, 'FERRY-001', 0);
    assert.equal(ticked(on, 'FERRY-001', 0, off), bullets.replace('- Keys come', '- [ ] Keys come'));
    assert.match(ticked(bullets, 'FERRY-001', 2, off), /- \[ \] Automated tests pass\n/);
  });

  it('changes no byte where the step is so already', () => {
    assert.equal(ticked(bullets, 'FERRY-001', 1), bullets);
    assert.equal(ticked(bullets, 'FERRY-001', 0, { ...dana, done: false }), bullets);
  });

  it('leaves parentheses that are no stamp', () => {
    assert.match(
      ticked(bullets, 'FERRY-001', 3),
      /- \[x\] Security review \(for P0 items\) \(dana, 2026-01-20\)\n/,
    );
  });

  const items: readonly (readonly [before: string, after: string])[] = [
    ['* a', '* [x] a (dana, 2026-01-20)'],
    ['1. a', '1. [x] a (dana, 2026-01-20)'],
    ['- [ ] a', '- [x] a (dana, 2026-01-20)'],
    ['- a  ', '- [x] a (dana, 2026-01-20)  '],
    ['- a\n  goes on', '- [x] a\n  goes on (dana, 2026-01-20)'],
    ['- a\n  - part', '- [x] a (dana, 2026-01-20)\n  - part'],
    ['- [ ] a (lee, 2026-01-02)', '- [x] a (dana, 2026-01-20)'],
  ];
  for (const [before, after] of items) {
    it(`makes ${JSON.stringify(before)} ${JSON.stringify(after)}`, () => {
      const document = (item: string) =>
        `## Critical\n\n### PB-1: x\n\n**Verification:**\n${item}\n\nMore.\n`;
      assert.equal(ticked(document(before), 'PB-1', 0), document(after));
    });
  }

  it('says why where it changes nothing', () => {
    const value = '## Critical\n\n### PB-1: x\n- **Verification:** run it\n';
    assert.equal(ticked(bullets, 'FERRY-001', 9), 'FERRY-001 has no verification step 10.');
    assert.equal(ticked(bullets, 'FERRY-077', 0), 'No blocker in this document is FERRY-077.');
    assert.match(ticked(value, 'PB-1', 0), /is no list/);
    assert.match(ticked(bullets, 'FERRY-001', 0, { ...dana, by: ' ' }), /needs the name/);
    assert.match(ticked(bullets, 'FERRY-001', 0, { ...dana, at: 'today' }), /needs a date/);
    assert.match(ticked(`${bullets}\n>>>>>>> other\n`, 'FERRY-001', 0), /merge conflict/);
  });

  it('keeps a name from breaking the stamp', () => {
    assert.match(
      ticked(bullets, 'FERRY-001', 0, { ...dana, by: 'Lee, Dana (QA)' }),
      /environment \(Lee Dana QA, 2026-01-20\)\n/,
    );
  });

  it('refuses what would make one step of two', () => {
    const steps = '  - Keys come from the environment\n  - [x]: rotated\n  - [x] Automated tests pass\n';
    const document = `## Critical\n\n### PB-1: x\n- **Fix Verification:**\n${steps}`;
    assert.match(ticked(document, 'PB-1', 1), /can't be ticked safely/);
  });
});
