import assert from 'node:assert/strict';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { setOwner } from '../../../server/src/document/setOwner.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import { fixture } from './fixtures.ts';
import { lineDiff } from './lineDiff.ts';

/** What the change does to the lines; or the refusal. */
function change(text: string, id: string, owner: string): string[] {
  const result = setOwner(text, id, owner);
  return 'refused' in result ? [result.refused] : lineDiff(text, applyEdits(text, result));
}
const ownerOf = (text: string, id: string) =>
  readTrackingDocument(text).blockers.find((each) => each.id === id)?.owner;

const bullets = fixture('bullets.md');
const lines = fixture('lines.md');
const tables = fixture('tables.md');

describe('setOwner', () => {
  const forms: readonly (readonly [before: string, after: string])[] = [
    ['- **Owner:** lee', '- **Owner:** dana'],
    ['- **Owner:** **lee**', '- **Owner:** **dana**'],
    ['**Owner: lee**', '**Owner: dana**'],
    ['- **Assignee:** TBD', '- **Assignee:** dana'],
    ['- **Owner:**', '- **Owner:** dana'],
    ['**Owner**:\u00a0@lee (backend)  ', '**Owner**:\u00a0dana  '],
    [
      '**Severity:** High | **Owner:** lee | **Status:** Open',
      '**Severity:** High | **Owner:** dana | **Status:** Open',
    ],
    ['Priority P0 · Status open · Owner @sam', 'Priority P0 · Status open · Owner dana'],
    ['#### Owner\n\nlee', '#### Owner\n\ndana'],
  ];
  for (const [before, after] of forms) {
    it(`makes ${JSON.stringify(before)} ${JSON.stringify(after)}`, () => {
      const document = (field: string) => `## Critical\n\n### PB-1: x\n${field}\n`;
      const result = setOwner(document(before), 'PB-1', 'dana');
      assert.ok(!('refused' in result), JSON.stringify(result));
      assert.equal(applyEdits(document(before), result), document(after));
    });
  }

  it('adds a field as its neighbours are written, under the key that the document uses', () => {
    assert.deepEqual(change(bullets, 'FERRY-002', 'dana'), ['+ - **Owner:** dana']);
    assert.deepEqual(change(lines, 'OPS-020-003', 'dana'), ['+ **Owner:** dana']);
    const assigned = bullets.replace('- **Title:** Nobody', '- **Assignee:** kim\n- **Title:** Nobody');
    assert.deepEqual(change(assigned, 'FERRY-002', 'dana'), ['+ - **Assignee:** dana']);
  });

  it('adds it below a line that says several things, and says it once', () => {
    const before = (line: string) => `## Critical\n\n### PB-1: x\n${line}\n\nWords.\n`;
    for (const [line, added] of [
      ['Priority: P0 · Status: Open', 'Owner: dana'],
      ['**Priority:** P0 | **Status:** Open | **File:** `a.ts`', '**Owner:** dana'],
      ['> Opened 2025-04-02 · Status: **Open**', '> Owner: dana'],
      ['Priority P0 · Status open', 'Owner: dana'],
    ] as const)
      assert.deepEqual(change(before(line), 'PB-1', 'dana'), [`+ ${added}`]);
  });

  it("changes a table's cell, fills an empty one, and refuses where there is no column", () => {
    const table =
      '## Blockers\n\n| ID | Blocker | Owner |\n|---|---|---|\n| PB-1 | x | lee |\n| PB-2 | y ||\n';
    assert.deepEqual(change(table, 'PB-1', 'dana|kim'), [
      '- | PB-1 | x | lee |',
      '+ | PB-1 | x | dana\\|kim |',
    ]);
    assert.deepEqual(change(table, 'PB-2', 'dana'), ['- | PB-2 | y ||', '+ | PB-2 | y | dana |']);
    assert.deepEqual(change(tables, 'PB-3', 'dana'), [
      "PB-3 is a table's row, which has no column for its owner.",
    ]);
  });

  it('writes a name so that it reads as it was given', () => {
    for (const name of [
      '@dana_k',
      'Dana *the* best',
      '[dana](x)',
      '<b>',
      'a & b',
      '`x`',
      '1. dana',
      '50 % Kim',
    ]) {
      const result = setOwner(bullets, 'FERRY-001', name);
      assert.ok(!('refused' in result), JSON.stringify(result));
      assert.equal(ownerOf(applyEdits(bullets, result), 'FERRY-001'), name);
    }
    assert.deepEqual(change(bullets, 'FERRY-002', ' dana\n k '), ['+ - **Owner:** dana k']);
  });

  it('changes no byte where it is theirs already', () => {
    assert.deepEqual(setOwner(lines, 'OPS-020-002', 'Joe'), []);
  });

  it('says why where it changes nothing', () => {
    assert.deepEqual(change(bullets, 'FERRY-099', 'dana'), ['No blocker in this document is FERRY-099.']);
    assert.deepEqual(change(bullets, 'FERRY-001', ' \n'), ['Write who FERRY-001 belongs to.']);
    const list = '## Critical\n\n### PB-1: x\n- **Owners:**\n  - lee\n  - kim\n';
    assert.deepEqual(change(list, 'PB-1', 'dana'), ['The Owners of PB-1 is a list; change it there.']);
    const long = '## Critical\n\n### PB-1: x\n#### Owner\nlee\nand kim\n';
    assert.deepEqual(change(long, 'PB-1', 'dana'), [
      'The Owner of PB-1 has more than one line; change it there.',
    ]);
    assert.match(
      change('## Critical\n\n### PB-1: x\nOwner: lee\n', 'PB-1', 'dana. Status: fixed').join(),
      /would not be read/,
    );
  });
});
