import assert from 'node:assert/strict';
import { sameTop } from '../../../media/panel/app/sameTop.ts';
import { marked } from '../../../media/panel/rows/filterWords.ts';
import { hoverText } from '../../../media/panel/rows/hoverText.ts';
import type { LocationItem } from '../../../media/panel/rows/item.ts';
import { menuContext } from '../../../media/panel/rows/menuContext.ts';
import { placeOf } from '../../../media/panel/rows/placeOf.ts';
import { rowsOf } from '../../../media/panel/rows/rowsOf.ts';
import { treeOf } from '../../../media/panel/rows/treeOf.ts';
import { panelStateOf } from '../../../media/panel/state/panelState.ts';
import { emptyView, savedView, viewOf, withToggled } from '../../../media/panel/state/view.ts';
import { effortText, shortDate } from '../../../media/panel/words/plain.ts';
import { stepNote } from '../../../media/panel/words/steps.ts';
import type { BlockerLocation } from '../../../server/src/model/blocker.ts';
import { PanelMenuContext } from '../../../server/src/protocol/panel.ts';
import { folderUri, mixedState, sampleBlocker, sampleDocument } from '../../page/panel/sampleState.ts';

const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 9 } };
const location = (parts: Partial<BlockerLocation>): LocationItem => ({
  kind: 'location',
  folder: folderUri,
  document: sampleDocument(),
  blocker: sampleBlocker(1, 'P0'),
  location: { file: 'src/pay.ts', verdict: 'reproduced', range, ...parts },
});

/** Every row there is. */
function allRows() {
  const tree = treeOf(panelStateOf(mixedState()), {});
  let view = emptyView;
  for (let depth = 0; depth < 4; depth++) {
    view = withToggled(
      view,
      rowsOf(tree, view).map(({ key }) => key),
      true,
    );
  }
  return rowsOf(tree, view);
}

describe('placeOf', () => {
  it('is the first line that a document names', () => {
    const place = placeOf(location({ startLine: 20, endLine: 25 }));
    assert.deepEqual(place?.range?.start, { line: 20, column: 1 });
  });
  it('is where the code has gone', () => {
    const place = placeOf(location({ startLine: 20, verdict: 'moved', movedTo: 'src/new/pay.ts:7' }));
    assert.deepEqual([place?.file, place?.range?.start.line], ['src/new/pay.ts', 7]);
  });
  it('is the beginning of a file that moved as a whole', () => {
    const place = placeOf(location({ startLine: 20, verdict: 'moved', movedTo: 'src/new/pay.ts' }));
    assert.deepEqual(place, { folder: folderUri, file: 'src/new/pay.ts' });
  });
});

describe('menuContext', () => {
  it('is what the schema says, for every row that has a menu', () => {
    const sections = allRows().flatMap(({ item }) => {
      const context = menuContext(item);
      return context ? [PanelMenuContext.parse(JSON.parse(JSON.stringify(context))).webviewSection] : [];
    });
    assert.deepEqual([...new Set(sections)].sort(), ['blocker', 'finding', 'location', 'rule', 'step']);
  });
});

describe('hoverText', () => {
  it('says all that a place has', () => {
    const text = hoverText(location({ startLine: 20, endLine: 25, note: 'ElevenLabs', verdict: 'missing' }));
    assert.equal(text, 'src/pay.ts:20–25\nElevenLabs\nmissing: there is no such file or line');
  });
  it('has something for every row', () =>
    assert.ok(allRows().every(({ item }) => hoverText(item).length > 3)));
});

describe('marked', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['src/sql.ts', ['sql'], 'src/[sql].ts'],
    ['SQL and sql', ['sql'], '[SQL] and [sql]'],
    ['a.b', ['.'], 'a[.]b'],
    ['a.b', [], 'a.b'],
  ];
  for (const [text, words, expected] of cases) {
    it(`${text} by ${words.join(' ') || 'nothing'}`, () => {
      const pieces = marked(text, words).map((piece) => (piece.hit ? `[${piece.text}]` : piece.text));
      assert.equal(pieces.join(''), expected);
    });
  }
});

describe('words', () => {
  it('says an effort as people write it', () => {
    assert.equal(effortText({ min: 2, max: 3, unit: 'days' }), '2–3 days');
    assert.equal(effortText({ min: 1, max: 1, unit: 'weeks' }), '1 week');
  });
  it('shortens a date, and leaves alone what is none', () => {
    assert.equal(shortDate('2026-01-12'), '12 Jan');
    assert.equal(shortDate('soon'), 'soon');
  });
  it('says who did a step, or how it failed, or what kind it is', () => {
    const step = { text: 'Tests pass', kind: 'command', range } as const;
    assert.equal(stepNote({ ...step, state: 'passed', by: 'dana', at: '2026-01-12' }), 'dana, 12 Jan');
    assert.equal(stepNote({ ...step, state: 'failed' }), 'failed');
    assert.equal(stepNote({ ...step, state: 'unknown' }), 'command');
  });
});

describe('sameTop', () => {
  const rows = allRows();
  it('moves by the rows that came above', () => assert.equal(sameTop(rows.slice(2), rows, 4.5), 6.5));
  it('stays where nothing came', () => assert.equal(sameTop([...rows], rows, 4.5), undefined));
  it('stays at the top', () => assert.equal(sameTop(rows.slice(2), rows, 0), undefined));
});

describe('the saved view', () => {
  it('comes back as it was', () => {
    const view = withToggled({ ...emptyView, filter: '', selected: 'a', scroll: 44 }, ['k'], true);
    assert.deepEqual(viewOf(JSON.parse(JSON.stringify(savedView(view)))), { ...view });
  });
  it('begins afresh where there is none or a strange one', () => {
    assert.deepEqual(viewOf(undefined), emptyView);
    assert.deepEqual(viewOf({ toggled: 1 } as never), emptyView);
  });
});
