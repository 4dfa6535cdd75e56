import assert from 'node:assert/strict';
import { removeLocation } from '../../../server/src/document/removeLocation.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';

const document = (...places: readonly string[]) =>
  ['## P0', '', '### PB-1: One', ...places, '- **Status:** Open', ''].join('\r\n');
const list = document('- **Files:**', '  - `/src/a.ts:3` (first)', '  - `/src/b.ts`', '    and more of it');

function removed(text: string, file: string, startLine?: number): string {
  const edits = removeLocation(text, 'PB-1', { file, startLine });
  return 'refused' in edits ? edits.refused : applyEdits(text, edits);
}

describe('taking a location out', () => {
  it('takes its line, and no other byte', () => {
    assert.equal(removed(list, 'src/a.ts', 3), list.replace('  - `/src/a.ts:3` (first)\r\n', ''));
  });
  it('takes all that is said of it', () => {
    assert.equal(removed(list, 'src/b.ts'), list.replace('  - `/src/b.ts`\r\n    and more of it\r\n', ''));
  });
  for (const [what, text] of [
    ['the only one', document('- **Files:**', '  - `/src/a.ts:3`')],
    ['one of two on a line', document('- **Files:**', '  - `/src/a.ts:3`, `/src/c.ts:4`')],
    ['a value on the line of its key', document('- **File:** `/src/a.ts:3`, `/src/c.ts:4`')],
  ] as const) {
    it(`refuses ${what}`, () => {
      assert.equal(
        removed(text, 'src/a.ts', 3),
        "The location stands in a form that can't be taken out safely.",
      );
    });
  }
  it('refuses one that is not there any more', () => {
    assert.equal(removed(list, 'src/c.ts'), 'PB-1 does not name that place any more.');
  });
});
