import assert from 'node:assert/strict';
import { type Key, keyCommand } from '../../../media/panel/keyboard/keyCommand.ts';
import { TypeAhead } from '../../../media/panel/keyboard/typeAhead.ts';
import { rowsOf } from '../../../media/panel/rows/rowsOf.ts';
import { treeOf } from '../../../media/panel/rows/treeOf.ts';
import { panelStateOf } from '../../../media/panel/state/panelState.ts';
import { emptyView, withToggled } from '../../../media/panel/state/view.ts';
import { documentUri, sampleState } from '../../page/panel/sampleState.ts';

const tree = treeOf(panelStateOf(sampleState()), {});
/** P0, BLOCK-001 with two locations and four steps, BLOCK-002 … */
const rows = rowsOf(tree, withToggled(emptyView, [`${documentUri}#BLOCK-001`], true));
const last = rows.length - 1;
const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const pressed = (key: string, at: number, modifiers: Partial<Key> = {}) =>
  keyCommand({ ...none, ...modifiers, key }, rows, at, 10);
const open = (index: number, toSide: boolean, preserveFocus = false) => ({
  type: 'open',
  index,
  toSide,
  preserveFocus,
});

describe('keyCommand', () => {
  const cases: readonly (readonly [what: string, actual: unknown, expected: unknown])[] = [
    ['Down goes on', pressed('ArrowDown', 0), { type: 'focus', index: 1 }],
    ['Down stays at the end', pressed('ArrowDown', last), { type: 'focus', index: last }],
    ['Up stays at the top', pressed('ArrowUp', 0), { type: 'focus', index: 0 }],
    ['Home', pressed('Home', 5), { type: 'focus', index: 0 }],
    ['End', pressed('End', 5), { type: 'focus', index: last }],
    ['Page Down', pressed('PageDown', 1), { type: 'focus', index: 11 }],
    ['Page Up', pressed('PageUp', 3), { type: 'focus', index: 0 }],
    ['Right opens what is closed', pressed('ArrowRight', 8), { type: 'toggle', indices: [8], open: true }],
    ['Right goes into what is open', pressed('ArrowRight', 1), { type: 'focus', index: 2 }],
    ['Right means nothing on a leaf', pressed('ArrowRight', 2), undefined],
    ['Left closes what is open', pressed('ArrowLeft', 1), { type: 'toggle', indices: [1], open: false }],
    ['Left goes up from a leaf', pressed('ArrowLeft', 5), { type: 'focus', index: 1 }],
    [
      'Left means nothing at the top',
      pressed('ArrowLeft', last),
      { type: 'focus', index: rows[last]?.parent },
    ],
    ['Enter opens a place', pressed('Enter', 2), open(2, false)],
    ['Alt+Enter opens it to the side', pressed('Enter', 2, { altKey: true }), open(2, true)],
    ["Enter opens a blocker's place in the document", pressed('Enter', 1), open(1, false)],
    ['Enter closes a group', pressed('Enter', 0), { type: 'toggle', indices: [0], open: false }],
    ['Space opens a place and stays', pressed(' ', 2), open(2, false, true)],
    ['Space opens and closes a blocker', pressed(' ', 1), { type: 'toggle', indices: [1], open: false }],
    ['Space ticks a step', pressed(' ', 5), { type: 'tick', index: 5 }],
    ['the menu key', pressed('ContextMenu', 3), { type: 'menu', index: 3 }],
    ['Shift+F10', pressed('F10', 3, { shiftKey: true }), { type: 'menu', index: 3 }],
    ['F10 alone is the window’s', pressed('F10', 3), undefined],
    ['a letter', pressed('b', 3), { type: 'type', letter: 'b' }],
    ['a letter with Ctrl is the window’s', pressed('b', 3, { ctrlKey: true }), undefined],
    ['Ctrl+F', pressed('f', 3, { ctrlKey: true }), { type: 'filter' }],
    ['* opens the closed siblings', pressed('*', 1), { type: 'toggle', indices: siblings(), open: true }],
    ['nothing is focused', pressed('ArrowDown', -1), undefined],
  ];
  for (const [what, actual, expected] of cases) it(what, () => assert.deepEqual(actual, expected));
});

function siblings(): number[] {
  return rows.flatMap(({ parent, expanded }, index) => (parent === 0 && expanded === false ? [index] : []));
}

describe('TypeAhead', () => {
  const type = (text: string, from = 0, pause = 100) => {
    const typeAhead = new TypeAhead();
    return [...text].reduce((at, letter, index) => {
      const found = typeAhead.find(letter, rows, at, index * pause);
      return found < 0 ? at : found;
    }, from);
  };

  it('finds a blocker by its id', () =>
    assert.equal(rows[type('block-003')]?.key, `${documentUri}#BLOCK-003`));
  it('finds a blocker by its name', () =>
    assert.equal(rows[type('sessions')]?.key, `${documentUri}#BLOCK-004`));
  it('goes on with the same letter', () => assert.equal(rows[type('bbb')]?.key, `${documentUri}#BLOCK-003`));
  it('begins anew after a pause', () =>
    assert.equal(rows[type('sa', 0, 5_000)]?.key, `${documentUri}#BLOCK-007`));
  it('comes back to the top', () => assert.equal(type('critical', last), 0));
});
