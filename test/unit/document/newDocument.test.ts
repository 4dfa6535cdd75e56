import assert from 'node:assert/strict';
import { addBlocker } from '../../../server/src/document/addBlocker.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { newDocument } from '../../../server/src/document/scaffold/newDocument.ts';
import type { Finding, Priority } from '../../../server/src/model/index.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { shared } from './fixtures.ts';

const today = '2026-03-01';

function finding(ruleId: string, file: string, line: number, priority?: Priority): Finding {
  const rule = rules.find(({ id }) => id === ruleId) ?? assert.fail(ruleId);
  const start = { line, column: 1 };
  return {
    ruleId,
    priority: priority ?? rule.priority,
    category: rule.category,
    confidence: 'high',
    message: `Something is wrong in line ${line}; mend it.`,
    file,
    range: { start, end: start },
    fingerprint: `${file}:${line}`,
    fixes: [],
    related: [],
  };
}

const write = (findings: readonly Finding[], packages: readonly string[] = ['']): string =>
  newDocument({ findings, rules, packages, today });

const secret = 'no-hardcoded-secret';
const sql = 'no-sql-string-concat';
const few = [
  finding(sql, 'src/db.ts', 7),
  finding(secret, 'src/b.ts', 9),
  finding(secret, 'src/a.ts', 3),
  finding('cors-allow-all', 'src/server.ts', 1, 'P1'),
  finding('cors-allow-all', 'src/other.ts', 1, 'P2'),
];

/** The headings and keys of a document, which are its shape. */
const shapeOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => /^#{1,3} (?!BLOCK-)|^(?:- )?\*\*[^*]+:\*\*|^\d\. |^---$/.test(line))
    .map((line) => line.replace(/(:\*\*).*/, '$1'));

describe('a new document', () => {
  it('reads back as what was meant', () => {
    const { blockers, problems } = readTrackingDocument(write(few), { today });
    assert.deepEqual(
      blockers.map(({ id, priority, status, rule, locations }) =>
        [id, priority, status, rule, ...locations.map(({ file, startLine }) => `${file}:${startLine}`)].join(
          ' ',
        ),
      ),
      [
        `BLOCK-001 P0 open ${secret} src/a.ts:3 src/b.ts:9`,
        `BLOCK-002 P0 open ${sql} src/db.ts:7`,
        'BLOCK-003 P1 open cors-allow-all src/server.ts:1',
        'BLOCK-004 P2 open cors-allow-all src/other.ts:1',
      ],
    );
    for (const { title, description, impact, effort, verification } of blockers) {
      assert.ok(title && description && impact && effort);
      assert.ok(verification.length > 0);
    }
    assert.equal(blockers[0]?.title, `${rules.find(({ id }) => id === secret)?.title} in 2 files`);
    assert.deepEqual(
      problems.filter(({ severity }) => severity !== 'hint'),
      [],
    );
  });

  it('counts, and says how much there is to do', () => {
    const text = write(few);
    assert.match(text, /^- \*\*Critical Blockers \(P0\):\*\* 2$/m);
    assert.match(text, /^- \*\*High Priority Blockers \(P1\):\*\* 1$/m);
    assert.match(text, /^- \*\*Estimated Time to Production:\*\* \d+-\d+ (?:hours|days) for one person$/m);
    assert.match(text, /^- \*\*Security Risk:\*\* HIGH 🔴$/m);
    assert.match(text, /^- \*\*Performance Risk:\*\* LOW 🟢$/m);
    assert.match(text, /^ {3}- Fix: .* \(BLOCK-001\)$/m);
  });

  it('has a blocker for each rule and package', () => {
    const text = write(
      [finding(secret, 'api/src/a.ts', 1), finding(secret, 'web/src/a.ts', 1)],
      ['', 'api', 'web'],
    );
    const title = rules.find(({ id }) => id === secret)?.title;
    assert.deepEqual(
      readTrackingDocument(text).blockers.map(({ name }) => name),
      [`${title} in api`, `${title} in web`],
    );
  });

  it('names files and folders where places are many', () => {
    const inFiles = Array.from({ length: 30 }, (_, index) =>
      finding(secret, `src/${index % 3}.ts`, index + 1),
    );
    const inFolders = Array.from({ length: 60 }, (_, index) =>
      finding(secret, `src/${index % 2}/${index}.ts`, 1),
    );
    const places = (findings: readonly Finding[]) =>
      readTrackingDocument(write(findings)).blockers[0]?.locations.map(({ file, note }) => `${file} ${note}`);
    assert.deepEqual(places(inFiles), ['src/0.ts 10 places', 'src/1.ts 10 places', 'src/2.ts 10 places']);
    assert.deepEqual(places(inFolders), ['src/0/ 30 places', 'src/1/ 30 places']);
  });

  it('leaves out what is suppressed', () => {
    const muted: Finding = {
      ...finding(secret, 'src/a.ts', 1),
      suppressed: { kind: 'baseline', reason: 'x' },
    };
    assert.deepEqual(readTrackingDocument(write([muted])).blockers, []);
  });

  it('can be written on', () => {
    const edits = addBlocker(write(few), {
      priority: 'P0',
      name: 'A new one',
      title: 'The title',
      description: 'The description.',
      impact: 'The impact.',
      rule: secret,
      effort: { min: 1, max: 2, unit: 'hours' },
      location: { file: 'src/c.ts', line: 6 },
      verification: ['The rule finds nothing.'],
    });
    assert.ok(!('refused' in edits));
  });

  it('has the shape of the tracking document', function () {
    const model = shared('inputs/tracking-document.md');
    if (model === undefined) return this.skip();
    const own = new Set(shapeOf(write(few)));
    // One blocker has a field of its own.
    assert.deepEqual(
      shapeOf(model).filter((line) => !own.has(line)),
      ['- **Disabled Services:**'],
    );
  });
});
