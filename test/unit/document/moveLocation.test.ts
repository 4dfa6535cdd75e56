import assert from 'node:assert/strict';
import { linkRule } from '../../../server/src/document/linkRule.ts';
import { type CodePlace, moveLocation } from '../../../server/src/document/moveLocation.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';

const documentOf = (...locations: string[]) =>
  [
    '## Critical Blockers (P0)',
    '',
    '### BLOCK-001: Keys',
    '- **Title:** Hardcoded keys in 12 files',
    '- **File Locations:**',
    ...locations.map((location) => `  - ${location}`),
    '- **Status:** Blocked',
    '',
  ].join('\n');

function moved(locations: readonly string[], from: CodePlace, to: string): string {
  const text = documentOf(...locations);
  const edits = moveLocation(text, 'BLOCK-001', from, to);
  assert.ok(!('refused' in edits), JSON.stringify(edits));
  return applyEdits(text, edits);
}

const line = (file: string, startLine: number, endLine = startLine) => ({ file, startLine, endLine });

describe('a location that moved', () => {
  it('gets its new line, whatever numbers stand beside it', () => {
    const written = ['`/src/v12/a12.ts:12` (12 keys)', '`/src/b.ts:12`'];
    assert.equal(
      moved(written, line('src/v12/a12.ts', 12), 'src/v12/a12.ts:340'),
      documentOf('`/src/v12/a12.ts:340` (12 keys)', '`/src/b.ts:12`'),
    );
  });

  it('keeps the length of a stretch of lines', () => {
    assert.equal(moved(['`/a.ts:20-25`'], line('a.ts', 20, 25), 'a.ts:8'), documentOf('`/a.ts:8-13`'));
    assert.equal(moved(['`/a.ts#L20-L25`'], line('a.ts', 20, 25), 'a.ts:8'), documentOf('`/a.ts#L8-L13`'));
  });

  it('may have its lines behind the back-ticks', () => {
    assert.equal(
      moved(['`/a.ts` (lines 20-25)'], line('a.ts', 20, 25), 'a.ts:30'),
      documentOf('`/a.ts` (lines 30-35)'),
    );
  });

  it('may be one of several that share a path', () => {
    assert.equal(moved(['`/a.ts:2,22,40`'], line('a.ts', 22), 'a.ts:23'), documentOf('`/a.ts:2,23,40`'));
  });

  it('gets its new path, and keeps the slash before it', () => {
    assert.equal(
      moved(['`/src/a.ts:3` (x)'], line('src/a.ts', 3), 'lib/a.ts:5'),
      documentOf('`/lib/a.ts:5` (x)'),
    );
    assert.equal(moved(['`src/a.ts`'], { file: 'src/a.ts' }, 'lib/a.ts:5'), documentOf('`lib/a.ts`'));
  });

  it('that is there already is left alone', () => {
    assert.deepEqual(moveLocation(documentOf('`/a.ts:3`'), 'BLOCK-001', line('a.ts', 3), 'a.ts:3'), []);
  });

  it('that is not named any more is refused', () => {
    const answer = moveLocation(documentOf('`/a.ts:3`'), 'BLOCK-001', line('a.ts', 4), 'a.ts:5');
    assert.deepEqual(answer, { refused: 'BLOCK-001 does not name that place any more.' });
  });
});

describe('linking a rule', () => {
  it('writes the field behind the status', () => {
    const text = documentOf('`/a.ts:3`');
    const edits = linkRule(text, 'BLOCK-001', 'no-mock-data');
    assert.ok(!('refused' in edits));
    const status = '- **Status:** Blocked\n';
    assert.equal(applyEdits(text, edits), text.replace(status, `${status}- **Rule:** \`no-mock-data\`\n`));
  });

  it('fills a field that is empty', () => {
    const text = documentOf('`/a.ts:3`').replace('- **Status', '- **Rule:**\n- **Status');
    const edits = linkRule(text, 'BLOCK-001', 'no-mock-data');
    assert.ok(!('refused' in edits));
    assert.equal(applyEdits(text, edits), text.replace('Rule:**', 'Rule:** `no-mock-data`'));
  });

  it('leaves a rule that is named already to its author', () => {
    const text = documentOf('`/a.ts:3`').replace('- **Status', '- **Rule:** `x`\n- **Status');
    assert.ok('refused' in linkRule(text, 'BLOCK-001', 'no-mock-data'));
  });
});
