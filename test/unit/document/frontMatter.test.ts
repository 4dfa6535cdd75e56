import assert from 'node:assert/strict';
import { readDocumentSyntax } from '../../../server/src/document/documentSyntax.ts';
import { findProblems } from '../../../server/src/document/problems/index.ts';
import { setStatus } from '../../../server/src/document/setStatus.ts';
import { slice } from '../../../server/src/document/span.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';

const document = (matter: string, body = '### PB-1: Keys in code\n\n- **Status:** Open\n') =>
  `---\n${matter}\n---\n\n# Blockers\n\n## Critical (P0)\n\n${body}`;

function fieldsOf(text: string): [string, string][] {
  const { source, otherFields } = readDocumentSyntax(text);
  return otherFields.map(({ key, value }) => [key, slice(source.text, value)]);
}

describe('front matter', () => {
  it('is read as fields of the document', () => {
    const fields = fieldsOf(document('title: "Blockers: v2"\nlast_updated: 2026-01-10\nopen:\n  P0: 3'));
    assert.deepEqual(fields, [
      ['title', '"Blockers: v2"'],
      ['last updated', '2026-01-10'],
      ['P0 open', '3'],
    ]);
  });

  it('speaks of the same bytes with a mark of the byte order and line ends of two characters', () => {
    const text = `\uFEFF${document('owner: dana')}`.replaceAll('\n', '\r\n');
    assert.deepEqual(fieldsOf(text), [['owner', 'dana']]);
  });

  for (const [matter, after] of [
    ['blockers:\n  critical: 1 # of them', 'blockers:\n  critical: 0 # of them'],
    ['open_p0: 1\nclosed_p0: 7', 'open_p0: 0\nclosed_p0: 7'],
  ] as const) {
    it(`has its counts written anew: ${JSON.stringify(matter)}`, () => {
      const text = document(matter);
      const edits = setStatus(text, 'PB-1', 'verified', {});
      assert.ok(!('refused' in edits));
      const expected = document(after).replace('**Status:** Open', '**Status:** Verified');
      assert.equal(applyEdits(text, edits), expected);
    });
  }

  it('says when the document was updated', () => {
    const text = document('updated: 2025-11-01');
    const [problem] = findProblems(readDocumentSyntax(text), { today: '2026-01-20' }).filter(
      ({ code }) => code === 'document-stale',
    );
    assert.equal(
      problem?.message,
      'The document was updated 80 days ago; are its blockers still as it says?',
    );
    assert.deepEqual(problem?.range, { start: { line: 2, column: 10 }, end: { line: 2, column: 20 } });
  });

  it('that is no YAML says nothing, and hides nothing', () => {
    for (const matter of ['a: [', '"', 'key: |\n\ttab', 'x: *nothing', 'a:\n a:\n  - b: : c'])
      assert.equal(readDocumentSyntax(document(matter)).blockers.length, 1, matter);
  });
});
