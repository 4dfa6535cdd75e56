import assert from 'node:assert/strict';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';

const problems = (text: string) =>
  readTrackingDocument(text).problems.flatMap(({ code, severity, range }) =>
    severity === 'hint'
      ? []
      : `${code} ${severity} ${range.start.line}:${range.start.column}-${range.end.column}`,
  );

const one = '## Critical (P0)\n\n### PB-1: x\n- **Status:** Open\n';

describe('problems', () => {
  it('finds none in a document that agrees with itself', () => {
    assert.deepEqual(problems(`- **Critical Blockers (P0):** 1\n\n${one}`), []);
  });

  it('finds a count that differs from the items', () => {
    assert.deepEqual(problems(`- **Critical Blockers (P0):** 12\n\n${one}`), [
      'count-differs warning 1:31-33',
    ]);
  });

  const notCounts = [
    '- **Average Fix Time (P0):** 3',
    '- **Critical Blockers Fixed:** 7',
    '- **Total Blockers:** 9',
    '- **Critical Blockers:** 7%',
    '- **Critical Blockers:** 1 of 7',
    '- **Security Risk:** 5',
  ];
  for (const line of notCounts) {
    it(`takes no count from ${line}`, () => assert.deepEqual(problems(`${line}\n\n${one}`), []));
  }

  it('counts "fixed" as open and done as not', () => {
    const summary = '**P0 blockers**: 1\n\n## Critical\n\n';
    assert.deepEqual(problems(`${summary}### PB-1: x\nStatus: Fixed\n\n### PB-2: y\nStatus: Verified\n`), []);
  });

  it('finds an id given twice', () => {
    assert.deepEqual(problems(`${one}\n### PB-1: y\n- **Status:** Open\n`), ['duplicate-id error 6:5-9']);
  });

  it('finds a merge conflict', () => {
    const text = `${one}<<<<<<< HEAD\n- **Owner:** a\n=======\n- **Owner:** b\n>>>>>>> other\n`;
    assert.deepEqual(problems(text), ['merge-conflict error 5:1-8']);
  });
});
