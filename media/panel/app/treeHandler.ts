import type { PanelRequest } from '../../../server/src/protocol/panel.ts';
import { type KeyCommand, keyCommand } from '../keyboard/keyCommand.ts';
import { TypeAhead } from '../keyboard/typeAhead.ts';
import type { RowAction } from '../render/rowActions.ts';
import type { Item } from '../rows/item.ts';
import type { Row } from '../rows/row.ts';
import { openRequest, statusRequest, tickRequest } from './requests.ts';

/** What the tree's events come to. */
export interface TreePort {
  readonly rows: readonly Row[];
  /** Index of the focused row, -1 for none. */
  readonly focused: number;
  /** How many rows are in sight. */
  readonly page: number;
  focus(row: Row): void;
  select(row: Row): void;
  toggle(rows: readonly Row[], open: boolean): void;
  post(request: PanelRequest): void;
  openMenu(row: Row): void;
  goToFilter(): void;
}

/** Mouse and keyboard on the rows, as VS Code's own trees have them. */
export class TreeHandler {
  readonly #port: TreePort;
  readonly #typeAhead = new TypeAhead();

  constructor(port: TreePort) {
    this.#port = port;
  }

  /** The tree keeps the focus, whatever is clicked in it. */
  readonly mousedown = (event: MouseEvent): void => {
    if (!(event.currentTarget instanceof HTMLElement) || !this.#rowOf(event)) return;
    event.preventDefault();
    event.currentTarget.focus({ preventScroll: true });
  };

  readonly contextmenu = (event: MouseEvent): void => {
    const row = this.#rowOf(event);
    if (row) this.#port.focus(row);
  };

  /** A single click looks at a place and stays; what can be opened, opens. */
  readonly click = (event: MouseEvent): void => {
    const row = this.#rowOf(event);
    if (!row) return;
    this.#port.focus(row);
    const action = closest(event, '[data-action]')?.dataset.action;
    const toSide = event.altKey || event.ctrlKey || event.metaKey;
    const toggles = closest(event, '.twistie') !== undefined || !toSide;
    if (action) this.#act(action as RowAction, row);
    else if (row.expanded !== undefined && toggles) this.#port.toggle([row], !row.expanded);
    else this.#open(row, toSide, true);
  };

  readonly dblclick = (event: MouseEvent): void => {
    const row = this.#rowOf(event);
    if (row && !closest(event, '[data-action], .twistie')) this.#open(row, false, false);
  };

  readonly keydown = (event: KeyboardEvent): void => {
    const { rows, focused, page } = this.#port;
    const typing = event.key === ' ' && this.#typeAhead.takesSpace(rows, event.timeStamp);
    const command = typing
      ? ({ type: 'type', letter: event.key } as const)
      : keyCommand(event, rows, focused, page);
    if (!command) return;
    event.preventDefault();
    this.#run(command, event.timeStamp);
  };

  /** Windows asks for the menu when its key comes up: it has been opened by then. */
  readonly keyup = (event: KeyboardEvent): void => {
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) event.preventDefault();
  };

  #run(command: KeyCommand, now: number): void {
    const { rows, focused } = this.#port;
    if (command.type === 'filter') {
      this.#port.goToFilter();
      return;
    }
    if (command.type === 'toggle') {
      const toggled = command.indices.flatMap((index) => rows[index] ?? []);
      this.#port.toggle(toggled, command.open);
      return;
    }
    const index =
      command.type === 'type' ? this.#typeAhead.find(command.letter, rows, focused, now) : command.index;
    const row = rows[index];
    if (!row) return;
    if (command.type === 'focus' || command.type === 'type') this.#port.focus(row);
    else if (command.type === 'menu') this.#port.openMenu(row);
    else if (command.type === 'tick') this.#post(row, tickRequest);
    else this.#open(row, command.toSide, command.preserveFocus);
  }

  #act(action: RowAction, row: Row): void {
    if (action === 'status') this.#post(row, statusRequest);
    else if (action === 'tick') this.#post(row, tickRequest);
    else this.#open(row, action === 'side', action === 'open');
  }

  #open(row: Row, toSide: boolean, preserveFocus: boolean): void {
    const request = openRequest(row.item, toSide, preserveFocus);
    if (!request) return;
    this.#port.select(row);
    this.#port.post(request);
  }

  #post(row: Row, make: (item: Item) => PanelRequest | undefined): void {
    const request = make(row.item);
    if (request) this.#port.post(request);
  }

  #rowOf(event: Event): Row | undefined {
    const index = closest(event, '[data-index]')?.dataset.index;
    return index === undefined ? undefined : this.#port.rows[Number(index)];
  }
}

const closest = (event: Event, selector: string): HTMLElement | undefined =>
  (event.target instanceof Element && event.target.closest<HTMLElement>(selector)) || undefined;
