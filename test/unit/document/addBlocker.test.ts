import assert from 'node:assert/strict';
import { addBlocker, type NewBlocker } from '../../../server/src/document/addBlocker.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import type { Priority } from '../../../server/src/model/index.ts';
import { lineDiff } from './lineDiff.ts';

const added = (priority: Priority): NewBlocker => ({
  priority,
  name: 'A new one',
  title: 'The title',
  description: 'The description.',
  impact: 'The impact.',
  rule: 'no-hardcoded-secret',
  effort: { min: 1, max: 2, unit: 'hours' },
  location: { file: 'src/a.ts', line: 6 },
  verification: ['The rule finds nothing.', 'The key was revoked.'],
});

const document = [
  '# Blockers',
  '',
  '- **Critical Blockers (P0):** 2',
  '- **High Priority Blockers (P1):** 7',
  '',
  '## Critical Blockers (P0)',
  '',
  '### PB-9: First',
  '- **Status:** Open',
  '',
  '### PB-10: Second',
  '- **Description:** What it is',
  '- **Files:**',
  '  - `/src/b.ts`',
  '- **Status:** Open',
  '- **Fix Verification:**',
  '  - See it work',
  '',
  '---',
  '',
  '## High Priority Blockers (P1)',
  '',
  '### PB-3: Third',
  '- **Status:** Open',
  '',
].join('\n');

describe('adding a blocker', () => {
  it('writes it like its last neighbour, with the next id, and counts it', () => {
    const edits = addBlocker(document, added('P0'));
    assert.ok(!('refused' in edits), JSON.stringify(edits));
    assert.deepEqual(lineDiff(document, applyEdits(document, edits)), [
      '- - **Critical Blockers (P0):** 2',
      '+ - **Critical Blockers (P0):** 3',
      '+ ',
      '+ ### PB-11: A new one',
      '+ - **Description:** The description.',
      '+ - **Files:**',
      '+   - `/src/a.ts:6`',
      '+ - **Status:** Open',
      '+ - **Fix Verification:**',
      '+   - The rule finds nothing.',
      '+   - The key was revoked.',
      '+ - **Rule:** `no-hardcoded-secret`',
    ]);
  });

  it('leaves a count that its author got wrong', () => {
    const edits = addBlocker(document, added('P1'));
    assert.ok(!('refused' in edits));
    assert.match(applyEdits(document, edits), /\(P1\):\*\* 7$/m);
  });

  it('reads back as what was meant, and changes no other blocker', () => {
    for (const text of [document, document.replaceAll('\n', '\r\n'), `\ufeff${document}`]) {
      const edits = addBlocker(text, added('P0'));
      assert.ok(!('refused' in edits));
      const after = readTrackingDocument(applyEdits(text, edits)).blockers;
      const one = after.find(({ id }) => id === 'PB-11');
      assert.equal(one?.name, 'A new one');
      assert.equal(one?.rule, 'no-hardcoded-secret');
      assert.deepEqual(
        one?.locations.map(({ file, startLine }) => [file, startLine]),
        [['src/a.ts', 6]],
      );
      const said = (blockers: typeof after) =>
        blockers
          .filter((each) => each !== one)
          .map(({ range: _, locations, verification, ...each }) => [
            each,
            locations.length,
            verification.length,
          ]);
      assert.deepEqual(said(after), said(readTrackingDocument(text).blockers));
    }
  });

  for (const [what, text, priority] of [
    ['no place for its priority', document, 'P2'],
    ['a merge conflict', document.replace('### PB-9', '<<<<<<< ours\n### PB-9'), 'P0'],
    ['no blockers', '# Nothing\n', 'P0'],
  ] as const) {
    it(`is refused in a document with ${what}`, () => {
      assert.ok('refused' in addBlocker(text, added(priority)));
    });
  }

  const result = (text: string, priority: Priority): string => {
    const edits = addBlocker(text, added(priority));
    assert.ok(!('refused' in edits), JSON.stringify(edits));
    return applyEdits(text, edits);
  };

  it('begins a section that has none yet, like the others', () => {
    const text = `${document}\n## Medium Priority Blockers (P2)\n\n*None identified*\n\n---\n`;
    assert.deepEqual(lineDiff(text, result(text, 'P2')).slice(0, 3), [
      '- *None identified*',
      '+ ### PB-11: A new one',
      '+ - **File Location:** `/src/a.ts:6`',
    ]);
  });

  it('does not add to what is fixed', () => {
    const fixed = '## Recently Fixed Blockers\n\n### PB-2: Old\n- **Status:** Fixed\n- **Priority:** P1\n';
    const text = `## High Priority Blockers (P1)\n\n*None*\n\n${fixed}`;
    assert.match(result(text, 'P1'), /\(P1\)\n\n### PB-3: A new one\n/);
  });

  it('writes the first blocker of a document', () => {
    const text = '# Blockers\n\n## Critical Blockers (P0)\n\n*None identified*\n\n## Next Steps\n';
    const [blocker] = readTrackingDocument(result(text, 'P0')).blockers;
    assert.equal(blocker?.id, 'BLOCK-001');
    assert.equal(blocker.title, 'The title');
    assert.deepEqual(
      blocker.locations.map(({ file, startLine }) => `${file}:${startLine}`),
      ['src/a.ts:6'],
    );
  });
});
