import assert from 'node:assert/strict';
import { readPriority } from '../../../server/src/document/priority.ts';
import { inOtherWords } from '../../../server/src/document/priorityWords.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { setPriority } from '../../../server/src/document/setPriority.ts';
import { prioritySigns, priorityWords } from '../../../server/src/document/vocabulary/priority.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import { type Priority, priorities } from '../../../server/src/model/vocabulary.ts';
import { fixture, shared } from './fixtures.ts';
import { lineDiff } from './lineDiff.ts';

/** What the change does to the lines; or the refusal. */
function change(text: string, id: string, priority: Priority): string[] {
  const result = setPriority(text, id, priority);
  return 'refused' in result ? [result.refused] : lineDiff(text, applyEdits(text, result));
}
function changed(text: string, id: string, priority: Priority): string {
  const result = setPriority(text, id, priority);
  assert.ok(!('refused' in result), JSON.stringify(result));
  const after = applyEdits(text, result);
  assert.equal(readTrackingDocument(after).blockers.find((each) => each.id === id)?.priority, priority);
  return after;
}

const bullets = fixture('bullets.md');
const lines = fixture('lines.md');
const numbered = fixture('numbered.md');
const tables = fixture('tables.md');

describe('a priority in other words', () => {
  const cases: readonly (readonly [before: string, to: Priority, after: string])[] = [
    ['P0 - CRITICAL', 'P1', 'P1 - HIGH'],
    ['Critical', 'P3', 'Low'],
    ['🔴 critical', 'P2', '🟡 medium'],
    ['CRITICAL 🔴', 'P1', 'HIGH 🟠'],
    [':red_circle: High', 'P2', ':red_circle: Medium'],
    [':large_orange_circle: High', 'P2', ':large_yellow_circle: Medium'],
    ['Minor', 'P1', 'Major'],
    ['Must-fix', 'P1', 'Should-fix'],
    ['Nice to have', 'P0', 'Must have'],
    ['Highest', 'P2', 'Medium'],
    ['S1', 'P1', 'S2'],
    ['Sev 3', 'P0', 'Sev 1'],
    ['Critical Blocker', 'P1', 'High Blocker'],
    ['P0/BLOCKER', 'P1', 'P1/HIGH'],
    ['High - blocks the high season', 'P2', 'Medium - blocks the high season'],
    ['P0, 2 days', 'P1', 'P1, 2 days'],
    ['Medium (was High)', 'P3', 'Low (was High)'],
  ];
  for (const [before, to, after] of cases)
    it(`is ${after} where ${before} stood`, () => assert.equal(inOtherWords(before, to), after));

  it('reads as the priority that is meant, whatever the words', () => {
    const words = [...Object.values(priorityWords), ...Object.values(prioritySigns)].flat();
    for (const word of words) {
      for (const form of [word, word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`]) {
        if (readPriority(form) === undefined) continue;
        for (const to of priorities)
          assert.equal(readPriority(inOtherWords(form, to)), to, `${form} to ${to}`);
      }
    }
  });
});

describe('setPriority', () => {
  const forms: readonly (readonly [before: string, priority: Priority, after: string])[] = [
    ['### PB-1: x\n- **Priority:** High', 'P0', '### PB-1: x\n- **Priority:** Critical'],
    ['### PB-1: x\n**Severity:** 🟠 HIGH (money)', 'P2', '### PB-1: x\n**Severity:** 🟡 MEDIUM (money)'],
    ['### PB-1: x\n- **Severity:** 2', 'P0', '### PB-1: x\n- **Severity:** 1'],
    [
      '### PB-1: x\n**Severity:** **P1** | **Status:** Open',
      'P0',
      '### PB-1: x\n**Severity:** **P0** | **Status:** Open',
    ],
    ['### PB-1: x\n- **Priority:** [Critical/High/Medium]', 'P1', '### PB-1: x\n- **Priority:** P1'],
    ['### PB-1: x\n- **Priority:**', 'P1', '### PB-1: x\n- **Priority:** P1'],
    ['### PB-1: x\n- **Status:** Open', 'P1', '### PB-1: x\n- **Status:** Open\n- **Priority:** P1'],
    ['### PB-1: x (P0 - CRITICAL)\nWords.', 'P1', '### PB-1: x (P1 - HIGH)\nWords.'],
    ['### [Critical] PB-1: x\nWords.', 'P2', '### [Medium] PB-1: x\nWords.'],
    ['### 🔴 PB-1: x\nWords.', 'P1', '### 🟠 PB-1: x\nWords.'],
    ['### PB-1: CRITICAL: x\nWords.', 'P1', '### PB-1: HIGH: x\nWords.'],
    ['### PB-1: x - High Priority\nWords.', 'P0', '### PB-1: x - Critical Priority\nWords.'],
    ['### 🔴 PB-1: x\n- **Priority:** P0', 'P1', '### 🟠 PB-1: x\n- **Priority:** P1'],
    [
      '- **PB-1: x** (P1) - words\n- **PB-2: y** (P0)',
      'P0',
      '- **PB-1: x** (P0) - words\n- **PB-2: y** (P0)',
    ],
    [
      '| ID | Blocker | Priority |\n|---|---|---|\n| PB-1 | x | 🔴 P0 |',
      'P2',
      '| ID | Blocker | Priority |\n|---|---|---|\n| PB-1 | x | 🟡 P2 |',
    ],
  ];
  for (const [before, priority, after] of forms) {
    it(`makes ${JSON.stringify(before)} ${JSON.stringify(after)}`, () => {
      const document = (body: string) => `# Blockers\n\n## Open blockers\n\n${body}\n\n## Notes\n\nNone.\n`;
      const id = /PB-1|#4/.exec(before)?.[0] ?? '';
      assert.equal(changed(document(before), id, priority), document(after));
    });
  }

  it("writes the document's own words", () => {
    assert.deepEqual(change(numbered, '#2', 'P0'), ['- **Severity:** MEDIUM', '+ **Severity:** Critical']);
    const own = (first: string) =>
      `# Blockers\n\n## Open\n\n### PB-1: x\n- **Priority:** ${first}\n\n### PB-2: y\n- **Priority:** Blocker\n\n### PB-3: z\n- **Priority:** P0 (blocker)\n`;
    assert.equal(changed(own('Major'), 'PB-1', 'P0'), own('Blocker'));
    assert.equal(changed(own('P1 (major)'), 'PB-1', 'P0'), own('P0 (blocker)'));
  });

  it('moves a blocker behind the last of the section for its new priority, with all that stands in it', () => {
    const after = changed(bullets, 'FERRY-003', 'P1');
    const section = bullets.slice(bullets.indexOf('### FERRY-003'), bullets.indexOf('\n\n---\n\n## High'));
    const wanted = bullets
      .replace(`${section}\n\n`, '')
      .replace("list in someone's notebook\n", `list in someone's notebook\n\n${section}\n`)
      .replace('(P0):** 4', '(P0):** 3')
      .replace('(P1):** 2', '(P1):** 3');
    assert.equal(after, wanted);
  });

  it('moves it into a section that has none, in the place of what says so or below what it says', () => {
    const document = (p0: string, p1: string) =>
      `# Blockers\n\n- **Critical Blockers (P0):** ${p0 ? 1 : 0}\n- **High Priority Blockers (P1):** ${p1 ? 1 : 0}\n\n## Critical Blockers (P0)\n${p0}\n---\n\n## High Priority Blockers (P1)\n\nShould be fixed soon.\n${p1}\n---\n`;
    const blocker = '\n### PB-1: x\n- **Status:** Open\n\nWords.\n';
    assert.equal(changed(document(blocker, ''), 'PB-1', 'P1'), document('', blocker));
    const none = `## Critical Blockers\n\n### PB-1: x\n- **Status:** Open\n\n### PB-2: y\n- **Status:** Open\n\n## Low Priority Issues\n\nNone yet.\n`;
    assert.equal(
      changed(none, 'PB-1', 'P3'),
      `## Critical Blockers\n\n### PB-2: y\n- **Status:** Open\n\n## Low Priority Issues\n\n### PB-1: x\n- **Status:** Open\n`,
    );
  });

  it('moves the last one of a document without leaving blank lines', () => {
    const text =
      '## High (P1)\n\n### PB-1: x\n- **Status:** Open\n\n## Critical (P0)\n\n### PB-2: y\n- **Status:** Open\n';
    assert.equal(
      changed(text, 'PB-2', 'P1'),
      '## High (P1)\n\n### PB-1: x\n- **Status:** Open\n\n### PB-2: y\n- **Status:** Open\n\n## Critical (P0)\n',
    );
  });

  it('moves what says its priority as well, and leaves it where there is no other place', () => {
    const text = (where: 'P0' | 'P1') => {
      const blocker = `### PB-1: x\n- **Priority:** ${where}\n\n`;
      return `## Critical (P0)\n\n${where === 'P0' ? blocker : ''}### PB-2: y\n- **Priority:** P0\n\n## High (P1)\n\n### PB-3: z\n- **Priority:** P1\n\n${where === 'P1' ? blocker : ''}## Notes\n`;
    };
    assert.equal(changed(text('P0'), 'PB-1', 'P1'), text('P1'));
    assert.deepEqual(change(text('P0'), 'PB-1', 'P3'), ['- - **Priority:** P0', '+ - **Priority:** P3']);
    assert.deepEqual(change(lines, 'OPS-020-003', 'P1'), [
      '- ### [Medium] OPS-020-003: Error Page Shows a Stack Trace',
      '+ ### [High] OPS-020-003: Error Page Shows a Stack Trace',
    ]);
  });

  it("moves a list's item with what is below it, under the other list's marker", () => {
    const text =
      '## P0\n\n- [ ] **PB-1: x**\n  - Owner: lee\n- [ ] **PB-2: y**\n\n## P1\n\n* [ ] **PB-3: z**\n\n## Notes\n';
    assert.equal(
      changed(text, 'PB-1', 'P1'),
      '## P0\n\n- [ ] **PB-2: y**\n\n## P1\n\n* [ ] **PB-3: z**\n* [ ] **PB-1: x**\n  - Owner: lee\n\n## Notes\n',
    );
  });

  it('moves a row where the columns are the same, and refuses where they are not', () => {
    const table = (rows: string, columns = 'ID | Blocker') => `| ${columns} |\n|---|---|\n${rows}`;
    const text = (p0: string, p1: string) =>
      `# Blockers\n\n## P0\n\n${table(p0)}\n## P1\n\n${table(p1)}\n## P2\n\n${table('| PB-9 | z |\n', 'ID | Issue')}`;
    const [one, two, three] = ['| PB-1 | x |\n', '| PB-2 | y |\n', '| PB-3 | z |\n'];
    assert.equal(changed(text(one + two, three), 'PB-1', 'P1'), text(two, three + one));
    assert.deepEqual(change(text(one + two, three), 'PB-1', 'P2'), [
      'The document has no table for P2 with the columns of the one that PB-1 stands in.',
    ]);
    assert.match(change(tables, 'PB-1', 'P3').join(), /no table for P3 with the columns/);
  });

  it('keeps right counts right and leaves wrong ones to their author', () => {
    assert.deepEqual(
      change(bullets, 'FERRY-006', 'P1').filter((line) => /\(P\d\):/.test(line)),
      ['- - **High Priority Blockers (P1):** 2', '+ - **High Priority Blockers (P1):** 3'],
    );
  });

  it('changes no byte where it has that priority already', () => {
    assert.deepEqual(setPriority(bullets, 'FERRY-001', 'P0'), []);
  });

  it('says why where it changes nothing', () => {
    assert.deepEqual(change(bullets, 'FERRY-099', 'P0'), ['No blocker in this document is FERRY-099.']);
    assert.deepEqual(change(bullets, 'FERRY-001', 'P3'), [
      'FERRY-001 has its priority from the section it stands in, and the document has none for P3 that it could stand in.',
    ]);
    const numberedList = '## P0\n\n1. **PB-1: x**\n2. **PB-2: y**\n\n## P1\n\n1. **PB-3: z**\n';
    assert.match(change(numberedList, 'PB-1', 'P1').join(), /has none for P1/);
    const own = '## Critical\n\n### PB-1: x\n- **Priority:** as the board says\n';
    assert.match(change(own, 'PB-1', 'P1').join(), /is no word for a priority; it is left to its author/);
  });

  it('changes the documents beside the repository', function () {
    const text = shared('inputs/tracking-document.md');
    if (text === undefined) return this.skip();
    const block = text.slice(text.indexOf('### BLOCK-005'), text.indexOf('### BLOCK-006'));
    const diff = change(text, 'BLOCK-005', 'P2');
    assert.deepEqual(
      diff.filter((line) => /\(P\d\):/.test(line)),
      [
        '- - **Critical Blockers (P0):** 12',
        '+ - **Critical Blockers (P0):** 11',
        '- - **Medium Priority Blockers (P2):** 25',
        '+ - **Medium Priority Blockers (P2):** 26',
      ],
    );
    assert.ok(changed(text, 'BLOCK-005', 'P2').includes(`\n\n${block.trimEnd()}\n\n---`));
  });
});
