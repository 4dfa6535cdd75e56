import assert from 'node:assert/strict';
import { type CompletionFacts, completionsAt } from '../../../server/src/document/completions.ts';
import { readDocumentSyntax } from '../../../server/src/document/documentSyntax.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import { LineIndex } from '../../../server/src/languages/lineIndex.ts';

const facts: CompletionFacts = {
  rules: [
    { id: 'no-hardcoded-secret', title: 'Secrets in code' },
    { id: 'no-mock-data', title: 'Mock data' },
  ],
  entriesOf: (folder) =>
    folder === ''
      ? [{ name: 'src', kind: 'folder' }]
      : folder === 'src/'
        ? [{ name: 'mail.ts', kind: 'file' }]
        : [],
};

/** What is offered where `|` stands in a blocker's lines, and the lines with the first of it. */
function offered(...lines: string[]): { labels: string[]; first: string[] | undefined } {
  const marked = [
    '## Critical Blockers (P0)',
    '### BLOCK-001: Keys',
    '- **Status:** Blocked',
    '### BLOCK-002: Logs',
    ...lines,
    '',
  ].join('\n');
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const at = new LineIndex(text).positionAt(offset);
  const completions = completionsAt(readDocumentSyntax(text), at, facts);
  const [first] = completions;
  return {
    labels: completions.map(({ label }) => label),
    first: first && applyEdits(text, [first]).split('\n').slice(4, -1),
  };
}

describe('completion in a tracking document', () => {
  it("offers statuses in the document's own words", () => {
    const { labels, first } = offered('- **Status:** |');
    assert.deepEqual(labels.slice(0, 4), ['Blocked', 'In Progress', 'In Review', 'Fixed']);
    assert.deepEqual(first, ['- **Status:** Blocked']);
    assert.deepEqual(offered('- **Status:** In Pr|ogress').first, ['- **Status:** Blocked']);
  });

  it('offers priorities', () => {
    assert.deepEqual(offered('**Priority:** P|').labels, ['P0', 'P1', 'P2', 'P3']);
  });

  it('offers rules, in back-ticks whether or not they are typed', () => {
    const written = ['- **Rule:** `no-hardcoded-secret`'];
    assert.deepEqual(offered('- **Rule:** no-|').first, written);
    assert.deepEqual(offered('- **Rule:** `no|').first, written);
    assert.deepEqual(offered('- **Rule:** `|`').first, written);
  });

  it('offers efforts, then their units', () => {
    assert.ok(offered('- **Estimated Effort:** |').labels.includes('1-2 days'));
    assert.deepEqual(offered('- **Effort:** 2-4|').first, ['- **Effort:** 2-4 minutes']);
    assert.ok(offered('- **Effort:** 1 |').labels.includes('day'));
    assert.ok(offered('- **Effort:** 2 d|').labels.includes('days'));
  });

  it('offers paths in the back-ticks of a location, a folder at a time', () => {
    const list = '- **File Locations:**';
    assert.deepEqual(offered(list, '  - `|`').first, [list, '  - `/src`']);
    assert.deepEqual(offered(list, '  - `/src/m|`').first, [list, '  - `/src/mail.ts`']);
    assert.deepEqual(offered(list, '  - `src/|').first, [list, '  - `src/mail.ts']);
    assert.deepEqual(offered('- **Files:** `/src/|').first, ['- **Files:** `/src/mail.ts']);
  });

  it('offers no path in other back-ticks, unless it begins with a slash', () => {
    assert.deepEqual(offered('- **Description:** calls `s|').labels, []);
    assert.deepEqual(offered('- **Description:** in `/|').labels, ['src']);
  });

  it('offers ids in running text, and the next free one in a heading', () => {
    assert.deepEqual(offered('- **Description:** after BL|').labels, ['BLOCK-001', 'BLOCK-002']);
    assert.deepEqual(offered('### |').first, ['### BLOCK-003']);
    assert.deepEqual(offered('### BLO|').labels, ['BLOCK-003']);
  });

  it('offers nothing while people write', () => {
    assert.deepEqual(offered('- **Description:** the |').labels, []);
    assert.deepEqual(offered('Some words |').labels, []);
  });
});
