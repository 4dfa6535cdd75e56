import type { PanelEnvironment, PanelMessage } from '../../../server/src/protocol/panel.ts';
import { chainTo } from '../rows/chainTo.ts';
import { countEntries, filtered } from '../rows/filtered.ts';
import type { Item } from '../rows/item.ts';
import { placeOf } from '../rows/placeOf.ts';
import type { Row } from '../rows/row.ts';
import { rowsOf } from '../rows/rowsOf.ts';
import type { TreeNode } from '../rows/treeNode.ts';
import { treeOf } from '../rows/treeOf.ts';
import { type PanelState, panelStateOf, withChange } from '../state/panelState.ts';
import { isFiltering, type View, withToggled } from '../state/view.ts';
import { memo } from './memo.ts';
import { nearestRow } from './nearestRow.ts';
import { type Summary, summaryOf } from './summaryOf.ts';

const noTitles = {};

/** All that the page knows, and what follows from it. No DOM: the app draws it and tells it what people do. */
export class PanelModel {
  view: View;
  state: PanelState | undefined;
  environment: PanelEnvironment = { trusted: true };
  /** The active editor's file. */
  active: { readonly folder: string; readonly file: string } | undefined;

  readonly #tree = memo(treeOf);
  readonly #rows = memo(
    (tree: readonly TreeNode[], toggled: View['toggled'], filter: string, filterToggled: View['toggled']) =>
      rowsOf(tree, { toggled, filter, filterToggled }),
  );
  readonly #indices = memo((rows: readonly Row[]) => new Map(rows.map(({ key }, index) => [key, index])));
  readonly #matches = memo((tree: readonly TreeNode[], filter: string) =>
    countEntries(filtered(tree, filter)),
  );
  readonly #entries = memo(countEntries);
  readonly #summary = memo(summaryOf);
  #before: readonly Row[] = [];

  constructor(view: View) {
    this.view = view;
  }

  receive(message: PanelMessage): void {
    switch (message.type) {
      case 'state':
        this.state = panelStateOf(message.state);
        this.environment = message.environment;
        break;
      case 'change':
        if (this.state) this.state = withChange(this.state, message.change);
        break;
      case 'environment':
        this.environment = message.environment;
        break;
      case 'active':
        this.active = { folder: message.folder, file: message.file };
        break;
      case 'collapseAll':
        this.view = withToggled(this.view, expandable(this.tree), false);
    }
  }

  get tree(): readonly TreeNode[] {
    return this.state ? this.#tree(this.state, this.environment.rules ?? noTitles) : [];
  }

  get summary(): Summary | undefined {
    return this.state && this.#summary(this.state);
  }

  /** The rows as they are now. A focused row that is gone hands its focus to the nearest one. */
  get rows(): readonly Row[] {
    const { toggled, filter, filterToggled } = this.view;
    const rows = this.#rows(this.tree, toggled, filter, filterToggled);
    if (rows !== this.#before && rows.length > 0) {
      const { focused } = this.view;
      if (focused !== undefined && !this.#indices(rows).has(focused)) {
        this.view = { ...this.view, focused: nearestRow(this.#before, rows, focused)?.key };
      }
      this.#before = rows;
    }
    return rows;
  }

  /** @returns the row's index, -1 where there is no such row */
  indexOf(key: string | undefined): number {
    return key === undefined ? -1 : (this.#indices(this.rows).get(key) ?? -1);
  }

  /** How many blockers and findings the filter leaves over, of how many. */
  get matches(): { readonly matching: number; readonly all: number } | undefined {
    if (!isFiltering(this.view)) return undefined;
    return { matching: this.#matches(this.tree, this.view.filter), all: this.#entries(this.tree) };
  }

  /**
   * Chooses the first row of the active editor's file and opens the way to it, unless such a row is chosen already.
   * @returns whether there is something to scroll to
   */
  follow(): boolean {
    const { active } = this;
    if (!active) return false;
    const fits = (item: Item) => isOf(item, active);
    const selected = this.rows[this.indexOf(this.view.selected)];
    if (selected && fits(selected.item)) return false;
    const tree = isFiltering(this.view) ? filtered(this.tree, this.view.filter) : this.tree;
    const chain = chainTo(tree, fits);
    const found = chain.at(-1);
    if (!found) return false;
    const closed = chain.slice(0, -1).map(({ key }) => key);
    this.view = { ...withToggled(this.view, closed, true), selected: found.key, focused: found.key };
    return true;
  }
}

const expandable = (tree: readonly TreeNode[]): string[] =>
  tree.flatMap(({ key, children }) => (children.length > 0 ? [key, ...expandable(children)] : []));

/** Whether a row stands for a place in a file. */
export function isOf(
  item: Item,
  { folder, file }: { readonly folder: string; readonly file: string },
): boolean {
  if (item.kind !== 'location' && item.kind !== 'finding') return false;
  return item.folder === folder && placeOf(item)?.file === file;
}
