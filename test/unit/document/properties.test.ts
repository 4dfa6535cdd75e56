import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addBlocker } from '../../../server/src/document/addBlocker.ts';
import type { EditResult } from '../../../server/src/document/editResult.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { setEffort } from '../../../server/src/document/setEffort.ts';
import { setOwner } from '../../../server/src/document/setOwner.ts';
import { setPriority } from '../../../server/src/document/setPriority.ts';
import { setStatus } from '../../../server/src/document/setStatus.ts';
import { tickStep } from '../../../server/src/document/tickStep.ts';
import { applyEdits } from '../../../server/src/languages/applyEdits.ts';
import { LineIndex } from '../../../server/src/languages/lineIndex.ts';
import type { TextEdit } from '../../../server/src/model/textEdit.ts';
import { priorities, statuses } from '../../../server/src/model/vocabulary.ts';
import { fixture, fixtureNames } from './fixtures.ts';

const word = fc.stringMatching(/^[A-Za-zÄé🔴≥][A-Za-z .,`*_é🔴-]{0,20}$/u);
const marker = fc.constantFrom('-', '*', '+');
const status = fc.constantFrom(
  'Blocked',
  'OPEN',
  'in-progress',
  '✅ Fixed',
  '🚧',
  'Deferred',
  'Won’t Fix',
  'hm',
);
const place = fc.constantFrom('`/src/a.ts:1-2` (note)', '`lib/`', 'src/b.ts:3', 'prose', '[c](src/c.ts#L1)');

/** A blocker in one of the shapes that people write. */
const blocker = fc
  .record({
    word,
    title: word,
    status: fc.option(status),
    place,
    steps: fc.array(word, { maxLength: 3 }),
    marker,
  })
  .chain(({ word, title, status, place, steps, marker }) => {
    const fields = [`Title:** ${title}`, `File:** ${place}`, ...(status ? [`Status:** ${status}`] : [])];
    const verification = steps.map((step, index) => `  ${marker} ${index % 2 ? '[ ] ' : ''}${step}`);
    return fc.constantFrom(
      [
        `${word}`,
        ...fields.map((field) => `${marker} **${field}`),
        `${marker} **Fix Verification:**`,
        ...verification,
      ],
      [`${word}`, '', ...fields.map((field) => `**${field}  `), '', '#### Verification', '', ...verification],
      [`✅ ${word}`, '', 'Some text.', '', ...fields.map((field) => field.replace('**', ''))],
    );
  });

const documents = fc
  .record({
    blockers: fc.array(blocker, { minLength: 1, maxLength: 5 }),
    count: fc.nat(6),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
    bom: fc.constantFrom('', '\uFEFF'),
    nbsp: fc.boolean(),
    end: fc.boolean(),
    high: fc.nat(5),
  })
  .map(({ blockers, count, eol, bom, nbsp, end, high }) => {
    const entries = blockers.flatMap(([name = '', ...rest], index) => [
      ...(index === high ? ['## High Priority Blockers', ''] : []),
      `### PB-${index + 1}: ${name}`,
      ...rest,
      '',
    ]);
    const lines = [
      '# Blockers',
      '',
      `- **Critical Blockers (P0):** ${count}`,
      '',
      '## Critical',
      '',
      ...entries,
    ];
    const text = bom + (end ? lines : lines.slice(0, -1)).join(eol);
    return nbsp ? text.replaceAll(':** ', ':**\u00a0') : text;
  });

/** Blockers as items, as a table's rows and as bold lines, some with checkboxes, some without ids. */
const lists = fc
  .record({
    rows: fc.array(fc.record({ word, status, place, done: fc.boolean(), id: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    }),
    marker: fc.constantFrom('- ', '* ', '+ ', '1. ', '-\t'),
    eol: fc.constantFrom('\n', '\r\n'),
    shape: fc.constantFrom('box', 'bold', 'table', 'line'),
  })
  .map(({ rows, marker, eol, shape }) => {
    const lines = rows.flatMap(({ word, status, place, done, id }, index) => {
      const name = id ? `PB-${index + 1}: ${word}` : word;
      const cell = (text: string) => text.replaceAll('|', '\\|');
      if (shape === 'box') return [`${marker}[${done ? 'x' : ' '}] ${name} — ${place}`, `  - Owner: ${word}`];
      if (shape === 'bold') return [`${marker}**${name}** (${status}) - ${place}`];
      if (shape === 'line') return [`**${index + 1}. ${name}**`, `Status: ${status}`, `File: ${place}`, ''];
      return [`| ${cell(name)} | ${status} | ${cell(place)} |`];
    });
    const header = shape === 'table' ? ['| Blocker | Status | File |', '|---|:-:|---|'] : [];
    return ['# Blockers', '', '## Critical blockers (P0)', '', ...header, ...lines, ''].join(eol);
  });

/** A document with pieces of it, or of Markdown, put, taken or doubled anywhere. */
const mutated = fc
  .tuple(
    fc.oneof(documents, lists, fc.constantFrom(...fixtureNames.map(fixture))),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        remove: fc.nat(40),
        insert: fc.oneof(
          fc.constantFrom(
            '\n',
            '\r',
            '```\n',
            '### ',
            '- ',
            '**',
            ':',
            '|',
            '`',
            '<!--',
            '> ',
            '\0',
            '\t',
            '[',
            '](',
          ),
          fc.string({ unit: 'binary', maxLength: 8 }),
        ),
      }),
      { maxLength: 8 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((now, { at, remove, insert }) => {
      const start = Math.floor(at * now.length);
      return now.slice(0, start) + insert + now.slice(start + remove);
    }, text),
  );

/** The edits that take the changed text back. */
function inverse(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const before = new LineIndex(text);
  const after = new LineIndex(applyEdits(text, edits));
  let shift = 0;
  return edits
    .map(({ range, newText }) => ({
      start: before.offsetAt(range.start),
      end: before.offsetAt(range.end),
      newText,
    }))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, newText }) => {
      const at = start + shift;
      shift += newText.length - (end - start);
      return { range: after.rangeOf(at, at + newText.length), newText: text.slice(start, end) };
    });
}

/** The lines of one text that the other does not have at all. */
const linesOnlyIn = (text: string, other: string): string[] => {
  const known = new Set(other.split(/\r\n|\n|\r/));
  return text.split(/\r\n|\n|\r/).filter((line) => !known.has(line));
};

function checkUndo(text: string, result: EditResult): string {
  assert.ok(!('refused' in result));
  const after = applyEdits(text, result);
  assert.equal(applyEdits(after, inverse(text, result)), text);
  return after;
}

/** How many documents each property is tried on. */
const numRuns = Number(process.env.DOCUMENT_RUNS ?? 500);

describe('the tracking document, of any text', function () {
  this.timeout(Math.max(20_000, numRuns * 60));

  it('is read without a throw, with ranges inside the text and in order', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const last = new LineIndex(text).positionAt(text.length);
        const { blockers, problems } = readTrackingDocument(text);
        const ranges = [
          ...blockers.flatMap(({ range, locations, verification }) => [
            range,
            ...locations.map((location) => location.range),
            ...verification.map((step) => step.range),
          ]),
          ...problems.map((problem) => problem.range),
        ];
        for (const { start, end } of ranges) {
          assert.ok(start.line < end.line || (start.line === end.line && start.column <= end.column));
          assert.ok(end.line < last.line || (end.line === last.line && end.column <= last.column));
        }
      }),
      { numRuns },
    );
  });

  it('has ids that are all different, but for those that its author gave twice', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { blockers, problems } = readTrackingDocument(text);
        const different = new Set(blockers.map(({ id }) => id)).size;
        const doubled = problems.filter(({ code }) => code === 'duplicate-id').length;
        assert.equal(different + doubled, blockers.length);
      }),
      { numRuns },
    );
  });

  it('takes a new status and reads it back; undo gives the same bytes', () => {
    fc.assert(
      fc.property(mutated, fc.constantFrom(...statuses), fc.nat(), (text, wanted, which) => {
        const { blockers } = readTrackingDocument(text);
        const blocker = blockers[which % blockers.length];
        fc.pre(blocker !== undefined);
        const reason = { reason: 'a reason', dismissal: 'wont-fix' } as const;
        const result = setStatus(text, blocker.id, wanted, reason);
        fc.pre(!('refused' in result));
        const after = checkUndo(text, result);
        const read = readTrackingDocument(after).blockers;
        assert.equal(read.find(({ id }) => id === blocker.id)?.status, wanted);
        assert.deepEqual(
          read.filter(({ id }) => id !== blocker.id).map(({ id, name, status }) => [id, name, status]),
          blockers.filter(({ id }) => id !== blocker.id).map(({ id, name, status }) => [id, name, status]),
        );
      }),
      { numRuns },
    );
  });

  it('loses only the lines of the status and the counts', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(...statuses), (text, wanted) => {
        const result = setStatus(text, 'PB-1', wanted, { reason: 'a reason', dismissal: 'wont-fix' });
        fc.pre(!('refused' in result));
        for (const line of linesOnlyIn(text, applyEdits(text, result))) {
          assert.match(line, /Status|Critical Blockers \(P0\)|^### /);
        }
      }),
    );
  });

  it('takes a tick and reads it back; undo gives the same bytes', () => {
    const tick = { by: 'dana', at: '2026-01-20' };
    fc.assert(
      fc.property(mutated, fc.nat(), fc.nat(), fc.boolean(), (text, which, step, done) => {
        const { blockers } = readTrackingDocument(text);
        const withSteps = blockers.filter(({ verification }) => verification.length > 0);
        const blocker = withSteps[which % withSteps.length];
        fc.pre(blocker !== undefined);
        const index = step % blocker.verification.length;
        const result = tickStep(text, blocker.id, index, { ...tick, done });
        fc.pre(!('refused' in result));
        const read = readTrackingDocument(checkUndo(text, result)).blockers.find(
          ({ id }) => id === blocker.id,
        );
        assert.equal(read?.verification[index]?.state === 'passed', done);
        const others = (steps = blocker.verification) =>
          steps.filter((_, at) => at !== index).map(({ text }) => text);
        assert.deepEqual(others(read?.verification), others());
      }),
      { numRuns },
    );
  });

  it('takes another priority and keeps all else, wherever it moves; undo gives the same bytes', () => {
    const facts = (text: string) =>
      readTrackingDocument(text).blockers.map(({ range: _, locations, verification, ...blocker }) => ({
        ...blocker,
        locations: locations.map(({ range: _, ...location }) => location),
        verification: verification.map(({ range: _, ...step }) => step),
      }));
    const sorted = (all: readonly unknown[]) => all.map((each) => JSON.stringify(each)).sort();
    fc.assert(
      fc.property(mutated, fc.constantFrom(...priorities), fc.nat(), (text, priority, which) => {
        const before = facts(text);
        const chosen = before[which % before.length];
        fc.pre(chosen !== undefined);
        const result = setPriority(text, chosen.id, priority);
        fc.pre(!('refused' in result));
        const after = checkUndo(text, result);
        const wanted = before.map((each) => (each === chosen ? { ...each, priority } : each));
        assert.deepEqual(sorted(facts(after)), sorted(wanted));
        const back = setPriority(after, chosen.id, chosen.priority);
        if (!('refused' in back)) assert.deepEqual(sorted(facts(applyEdits(after, back))), sorted(before));
      }),
      { numRuns },
    );
  });

  it('takes an acceptance and its end, and reads back what was given; undo gives the same bytes', () => {
    const given = { by: 'lee', at: '2026-01-20', until: '2999-01-31', impact: 'medium' } as const;
    const reasons = fc.constantFrom('behind a wall', 'small; impact: none', 'until 2020-01-01', '`a` | *b*');
    const acceptanceOf = (text: string, wanted: string) =>
      readTrackingDocument(text).blockers.find(({ id }) => id === wanted)?.acceptance;
    fc.assert(
      fc.property(mutated, reasons, fc.nat(), (text, reason, which) => {
        const { blockers } = readTrackingDocument(text);
        const blocker = blockers[which % blockers.length];
        fc.pre(blocker !== undefined && blocker.acceptance === undefined);
        const terms = { ...given, reason, rollback: 'unplug' };
        const result = setStatus(text, blocker.id, 'accepted', terms);
        fc.pre(!('refused' in result));
        const accepted = checkUndo(text, result);
        const { decision: _, ...said } = acceptanceOf(accepted, blocker.id) ?? {};
        assert.deepEqual(said, { ...terms, reason: reason.replace(/[`*]/g, '').replace(';', ',') });
        const end = setStatus(accepted, blocker.id, 'open', { by: 'dana', at: '2026-03-01' });
        fc.pre(!('refused' in end));
        const { decision, ...ended } = acceptanceOf(checkUndo(accepted, end), blocker.id) ?? {};
        assert.deepEqual(ended, { ...said, ended: '2026-03-01' });
        assert.match(decision ?? '', /, approved by lee on 2026-01-20, ended by dana on 2026-03-01$/);
      }),
      { numRuns },
    );
  });

  it('takes an owner and an effort and reads them back; undo gives the same bytes', () => {
    const names = fc.oneof(
      fc.constantFrom('dana', '@lee_k', 'Kim | Joe', '*Ada*', '[x](y)', '`a`', 'Status: Fixed', '-'),
      word.map((each) => each.trim()),
    );
    const efforts = fc.constantFrom(
      ['2-3 days', 2, 3, 'days'],
      ['45 min', 45, 45, 'minutes'],
      ['1w', 1, 1, 'weeks'],
    );
    const facts = (text: string) =>
      readTrackingDocument(text).blockers.map(({ range: _, ...blocker }) => blocker);
    const withoutRanges = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, each) => (key === 'range' ? undefined : each)));
    fc.assert(
      fc.property(mutated, names, efforts, fc.nat(), (text, name, [typed, min, max, unit], which) => {
        const before = facts(text);
        const chosen = before[which % before.length];
        fc.pre(chosen !== undefined);
        const changes = [
          [setOwner(text, chosen.id, name), { owner: name.replace(/\s+/g, ' ') }],
          [setEffort(text, chosen.id, typed as string), { effort: { min, max, unit } }],
        ] as const;
        for (const [result, said] of changes) {
          if ('refused' in result) continue;
          const wanted: object[] = before.map((each): object =>
            each === chosen ? { ...each, ...said } : each,
          );
          assert.deepEqual(withoutRanges(facts(checkUndo(text, result))), withoutRanges(wanted));
        }
      }),
      { numRuns },
    );
  });

  it('takes one more blocker and keeps the others; undo gives the same bytes', () => {
    const added = {
      priority: 'P0',
      name: 'A new one',
      title: 'The title',
      description: 'The description.',
      impact: 'The impact.',
      rule: 'no-hardcoded-secret',
      effort: { min: 1, max: 2, unit: 'hours' },
      location: { file: 'src/a.ts', line: 6 },
      verification: ['The rule finds nothing.'],
    } as const;
    fc.assert(
      fc.property(mutated, (text) => {
        const result = addBlocker(text, added);
        fc.pre(!('refused' in result));
        const facts = (one: string) =>
          readTrackingDocument(one).blockers.map(({ id, name, status, priority }) => [
            id,
            name,
            status,
            priority,
          ]);
        const before = facts(text);
        const after = facts(checkUndo(text, result));
        assert.equal(after.length, before.length + 1);
        const known = new Set(before.map((one) => JSON.stringify(one)));
        assert.equal(after.filter((one) => !known.has(JSON.stringify(one))).length, 1);
      }),
      { numRuns },
    );
  });
});
