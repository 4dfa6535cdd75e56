import assert from 'node:assert/strict';
import { applyChange, blockersChange } from '../../../server/src/document/blockersChange.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { fixture } from './fixtures.ts';

const text = fixture('bullets.md');
const read = (changed: string) => readTrackingDocument(changed).blockers;
const before = read(text);

/** What is told after an edit: how many blockers are sent, after which both sides know the same. */
function told(changed: string): number {
  const after = read(changed);
  const change = structuredClone(blockersChange(before, after));
  assert.deepEqual(applyChange(before, change), after);
  return change.fresh.length;
}

describe('what is told of a document that was edited', () => {
  it('is nothing where nothing changed, and the blockers stay the same objects', () => {
    assert.equal(told(text), 0);
    const again = applyChange(before, blockersChange(before, read(text)));
    assert.ok(again.every((blocker, index) => blocker === before[index]));
  });
  it('is the one blocker that was typed in', () => {
    assert.ok(before.length > 2);
    assert.equal(told(text.replace('- **Title:** ', '- **Title:** Now ')), 1);
  });
  it('is only how far the others have moved, where lines came or went', () => {
    assert.equal(told(`\n\n${text}`), 0);
    assert.equal(told(text.slice(text.indexOf('\n') + 1)), 0);
  });
  it('is a blocker that came, and the order where some went', () => {
    assert.equal(told(`${text}\n\n## Low (P3)\n\n### FERRY-900: New\n- **Status:** Open\n`), 1);
    const [first] = before;
    assert.ok(first);
    const lines = text.split('\n');
    lines.splice(first.range.start.line - 1, first.range.end.line - first.range.start.line + 1);
    assert.equal(told(lines.join('\n')), 0);
  });
  it('is everything where ids stand twice and mean different things', () => {
    const twice = `${text}\n\n## Low (P3)\n\n### ${before[0]?.id}: Another\n- **Status:** Fixed\n`;
    assert.equal(told(twice), 1);
    const after = read(twice);
    assert.deepEqual(applyChange(after, blockersChange(after, before)), before);
  });
});
