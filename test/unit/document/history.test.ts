import assert from 'node:assert/strict';
import { historyOf, historyOfOne } from '../../../server/src/document/history/historyOf.ts';
import { readVersion } from '../../../server/src/document/history/version.ts';

const document = (...fields: readonly string[]): string =>
  ['## Critical (P0)', '', '### PB-1: x', ...fields.map((field) => `- ${field}`), ''].join('\n');

function history(versions: Readonly<Record<string, string>>, today = '2026-02-01') {
  const dated = Object.entries(versions).flatMap(([at, text]) => {
    const version = readVersion(text);
    return version ? [{ version, at }] : [];
  });
  return historyOf(dated, today);
}

const open = document('**Status:** Open');
const fixed = document('**Status:** Fixed');

describe('history', () => {
  it('counts hours where they are known', () => {
    const { blockers } = history({ '2026-01-01T06:00:00Z': open, '2026-01-02T18:00:00Z': fixed });
    assert.equal(blockers[0]?.daysToFix, 1.5);
  });

  it('does not know when a blocker was fixed that came fixed', () => {
    const { blockers, metrics } = history({ '2026-01-01': fixed });
    assert.deepEqual(
      [blockers[0]?.opened, blockers[0]?.fixed, blockers[0]?.daysToFix],
      [undefined, undefined, undefined],
    );
    assert.deepEqual([metrics.fixedTotal, metrics.fixedOnUnknownDay], [1, 1]);
  });

  it('believes the document about what was before its first version', () => {
    const versions = {
      '2026-01-10': document('**Status:** Open', '**Opened:** 2026-01-02'),
      '2026-01-12': fixed,
    };
    assert.equal(history(versions).blockers[0]?.opened, '2026-01-10');
    const kept = { ...versions, '2026-01-12': document('**Status:** Fixed', '**Opened:** 2026-01-02') };
    assert.equal(history(kept).blockers[0]?.daysToFix, 10);
  });

  it('reads a blocker that is put aside as neither fixed nor reopened', () => {
    const { blockers, metrics } = history({
      '2026-01-01': open,
      '2026-01-02': document('**Status:** Deferred'),
      '2026-01-03': open,
    });
    assert.deepEqual([blockers[0]?.reopened, metrics.fixedTotal], [0, 0]);
  });

  it('passes over a version with a merge conflict', () => {
    const { burndown } = history({ '2026-01-01': open, '2026-01-02': `<<<<<<< HEAD\n${fixed}` });
    assert.deepEqual(
      burndown.map(({ day }) => day),
      ['2026-01-01'],
    );
  });

  it('counts the seven days up to today as this week', () => {
    for (const [day, count] of [
      ['2026-01-26', 1],
      ['2026-01-25', 0],
    ] as const)
      assert.equal(history({ '2026-01-01': open, [day]: fixed }).metrics.fixedThisWeek, count);
  });

  it('knows of one document what it says itself', () => {
    const version = readVersion(
      document('**Status:** Verified', '**Opened:** 2026-01-02', '**Verified:** 2026-01-09'),
    );
    assert.ok(version);
    const { burndown, blockers } = historyOfOne(version, '2026-02-01');
    assert.deepEqual(burndown, [{ day: '2026-02-01', open: { P0: 0, P1: 0, P2: 0, P3: 0 } }]);
    assert.deepEqual([blockers[0]?.verified, blockers[0]?.daysToFix], ['2026-01-09', 7]);
  });
});
