import type { Row } from '../rows/row.ts';

/** What a key asks for. Indices are of rows. */
export type KeyCommand =
  | { readonly type: 'focus'; readonly index: number }
  | { readonly type: 'toggle'; readonly indices: readonly number[]; readonly open: boolean }
  | {
      readonly type: 'open';
      readonly index: number;
      readonly toSide: boolean;
      readonly preserveFocus: boolean;
    }
  | { readonly type: 'tick'; readonly index: number }
  | { readonly type: 'menu'; readonly index: number }
  | { readonly type: 'type'; readonly letter: string }
  | { readonly type: 'filter' };

export type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * The keyboard of the WAI-ARIA tree pattern (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/), and as in
 * VS Code's own trees: Alt+Enter opens to the side, Space opens and stays, Ctrl+F goes to the filter.
 * @param page how many rows fit into the view
 * @returns undefined where the key means nothing here
 */
export function keyCommand(
  key: Key,
  rows: readonly Row[],
  focused: number,
  page: number,
): KeyCommand | undefined {
  const row = rows[focused];
  const focus = (index: number): KeyCommand => ({
    type: 'focus',
    index: Math.max(0, Math.min(rows.length - 1, index)),
  });
  if ((key.ctrlKey || key.metaKey) && key.key.toLowerCase() === 'f') return { type: 'filter' };
  if (!row) return undefined;
  if (key.key === 'Enter' && !key.metaKey) return entered(row, focused, key);
  if (key.key === 'ContextMenu' || (key.key === 'F10' && key.shiftKey))
    return { type: 'menu', index: focused };
  if (key.ctrlKey || key.metaKey || key.altKey) return undefined;
  switch (key.key) {
    case 'ArrowDown':
      return focus(focused + 1);
    case 'ArrowUp':
      return focus(focused - 1);
    case 'Home':
      return focus(0);
    case 'End':
      return focus(rows.length - 1);
    case 'PageDown':
      return focus(focused + page);
    case 'PageUp':
      return focus(focused - page);
    case 'ArrowRight':
      return row.expanded === false ? toggle([focused], true) : row.expanded ? focus(focused + 1) : undefined;
    case 'ArrowLeft':
      return row.expanded ? toggle([focused], false) : row.parent >= 0 ? focus(row.parent) : undefined;
    case '*':
      return toggle(closedSiblings(rows, row), true);
    case ' ':
      return spaced(row, focused);
    default:
      return key.key.length === 1 ? { type: 'type', letter: key.key } : undefined;
  }
}

const toggle = (indices: readonly number[], open: boolean): KeyCommand => ({ type: 'toggle', indices, open });

/** Enter does what the row is for: a blocker's is its place in the document; the arrow keys open it. */
function entered(row: Row, index: number, key: Key): KeyCommand {
  const { kind } = row.item;
  if (row.expanded !== undefined && kind !== 'blocker') return toggle([index], !row.expanded);
  return { type: 'open', index, toSide: key.altKey || key.ctrlKey, preserveFocus: false };
}

function spaced(row: Row, index: number): KeyCommand {
  if (row.item.kind === 'step') return { type: 'tick', index };
  if (row.expanded !== undefined) return toggle([index], !row.expanded);
  return { type: 'open', index, toSide: false, preserveFocus: true };
}

const closedSiblings = (rows: readonly Row[], row: Row): number[] =>
  rows.flatMap(({ parent, expanded }, index) => (parent === row.parent && expanded === false ? [index] : []));
