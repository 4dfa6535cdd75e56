import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../server/src/languages/lineIndex.ts';

describe('LineIndex', () => {
  it('ends lines at \\n, \\r\\n and a lone \\r', () => {
    const lines = new LineIndex('a\nb\r\nc\rd');
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(
      [0, 2, 5, 7].map((offset) => lines.positionAt(offset).line),
      [1, 2, 3, 4],
    );
  });

  it('counts columns in UTF-16 code units from 1', () => {
    assert.deepEqual(new LineIndex('🔴x').positionAt(2), { line: 1, column: 3 });
  });

  it('keeps a position inside the text', () => {
    const lines = new LineIndex('ab\r\ncd');
    assert.deepEqual(lines.positionAt(99), { line: 2, column: 3 });
    assert.deepEqual(lines.positionAt(-1), { line: 1, column: 1 });
    assert.equal(lines.offsetAt({ line: 1, column: 99 }), 2);
    assert.equal(lines.offsetAt({ line: 9, column: 1 }), 6);
    assert.equal(lines.offsetAt({ line: 0, column: 5 }), 0);
  });

  it('finds each offset again, but for those between \\r and \\n', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '🔴', '\t') });
    fc.assert(
      fc.property(text, (sample) => {
        const lines = new LineIndex(sample);
        for (let offset = 0; offset <= sample.length; offset += 1) {
          if (sample[offset - 1] === '\r' && sample[offset] === '\n') continue;
          assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
        }
      }),
    );
  });
});
