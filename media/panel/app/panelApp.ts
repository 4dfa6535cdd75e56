import { render } from 'lit';
import type { PanelMessage } from '../../../server/src/protocol/panel.ts';
import type { Ask } from '../model/ask.ts';
import { PanelModel } from '../model/panelModel.ts';
import { rowId } from '../render/rowTemplate.ts';
import { RowWindow, rowHeight } from '../render/rowWindow.ts';
import type { Row } from '../rows/row.ts';
import { type View, viewOf, withFilter, withToggled } from '../state/view.ts';
import type { VscodeApi } from '../vscodeApi.ts';
import { Fade } from './fade.ts';
import { pageTemplate } from './pageTemplate.ts';
import { sameTop } from './sameTop.ts';
import { TreeHandler, type TreePort } from './treeHandler.ts';
import { ViewStore } from './viewStore.ts';

/** The page: takes messages and events to the model, and draws it at most once a frame. */
export class PanelApp {
  readonly #root: HTMLElement;
  readonly #vscode: VscodeApi;
  readonly #model: PanelModel;
  readonly #store: ViewStore;
  readonly #fade = new Fade(() => this.#schedule());
  readonly #handler: TreeHandler;
  readonly #window: RowWindow;
  #shown: readonly Row[] = [];
  #frame: number | undefined;
  #dataChanged = false;
  /** What is done to the scroll position once the rows are drawn. */
  #scrollAfter: (() => void) | undefined;

  constructor(root: HTMLElement, vscode: VscodeApi) {
    this.#root = root;
    this.#vscode = vscode;
    this.#model = new PanelModel(viewOf(vscode.getState()));
    this.#store = new ViewStore(vscode);
    this.#handler = new TreeHandler(this.#treePort());
    const { scroll } = this.#model.view;
    this.#scrollAfter = () => this.#window.scrollTo(scroll);
    this.#render(undefined);
    this.#window = new RowWindow(this.#element('tree'), () => this.#schedule());
    this.#element('tree').addEventListener('focus', () => this.#focusSomething());
  }

  readonly receive = (message: PanelMessage): void => {
    this.#model.receive(message);
    if (message.type === 'state' || message.type === 'change') this.#dataChanged = true;
    if (message.type === 'collapseAll') this.#viewIs(this.#model.view);
    if ((message.type === 'state' || message.type === 'active') && this.#model.follow()) {
      this.#viewIs(this.#model.view);
      this.#scrollAfter = () => this.#window.reveal(this.#model.indexOf(this.#model.view.selected), true);
    }
    this.#schedule();
  };

  #schedule(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#draw();
    });
  }

  #draw(): void {
    const { rows } = this.#model;
    if (this.#dataChanged) this.#fade.start(this.#inSight(), (key) => this.#model.indexOf(key) >= 0);
    const before = this.#shown;
    if (!this.#fade.isRunning) this.#shown = rows;
    const top = this.#dataChanged ? sameTop(before, this.#shown, this.#window.top / rowHeight) : undefined;
    this.#dataChanged = false;
    this.#window.update(this.#shown.length, this.#focused());
    this.#render(this.#window);
    if (top !== undefined) this.#window.scrollTo(top * rowHeight);
    if (this.#shown.length > 0) {
      this.#scrollAfter?.();
      this.#scrollAfter = undefined;
    }
  }

  #render(window: RowWindow | undefined): void {
    const page = pageTemplate({
      model: this.#model,
      rows: this.#shown,
      leaving: this.#fade.leaving,
      window,
      handler: this.#handler,
      onAsk: (ask) => this.#ask(ask),
      onFilter: (text) => this.#viewIs(withFilter(this.#model.view, text)),
      onLeave: () => this.#element('tree').focus(),
      onScroll: () => this.#store.keep({ ...this.#model.view, scroll: this.#window.top }),
    });
    render(page, this.#root);
  }

  #inSight(): Row[] {
    return this.#window.items.flatMap(({ index }) => this.#shown[index] ?? []);
  }

  #focused(): number {
    return this.#shown.findIndex(({ key }) => key === this.#model.view.focused);
  }

  /** A person changed the view: what fades is let go, so that they see what they asked for at once. */
  #viewIs(view: View): void {
    this.#fade.stop();
    this.#model.view = view;
    this.#store.keep({ ...view, scroll: this.#window.top });
    this.#schedule();
  }

  #focus({ key }: Row): void {
    this.#viewIs({ ...this.#model.view, focused: key });
    this.#scrollAfter = () => this.#window.reveal(this.#model.indexOf(key));
  }

  /** A tree that is tabbed into has its focus on a row. */
  #focusSomething(): void {
    if (this.#focused() >= 0) return;
    const { selected } = this.#model.view;
    const row = this.#shown.find(({ key }) => key === selected) ?? this.#shown[0];
    if (row) this.#focus(row);
  }

  #ask({ request }: Ask): void {
    if (request.type === 'clearFilter') {
      this.#viewIs(withFilter(this.#model.view, ''));
      this.#element('filter').focus();
    } else this.#vscode.postMessage(request);
  }

  #treePort(): TreePort {
    const app = this;
    return {
      get rows() {
        return app.#shown;
      },
      get focused() {
        return app.#focused();
      },
      get page() {
        return app.#window.page;
      },
      focus: (row) => this.#focus(row),
      select: ({ key }) => this.#viewIs({ ...this.#model.view, selected: key }),
      toggle: (rows, open) =>
        this.#viewIs(
          withToggled(
            this.#model.view,
            rows.map(({ key }) => key),
            open,
          ),
        ),
      post: (request) => this.#vscode.postMessage(request),
      openMenu: (row) => this.#openMenu(row),
      goToFilter: () => this.#element('filter').focus(),
    };
  }

  /** VS Code opens a webview's menu where a contextmenu event says, with the context of the element it is at. */
  #openMenu({ key }: Row): void {
    const row = document.getElementById(rowId(key));
    if (!row) return;
    const { left, bottom } = row.getBoundingClientRect();
    row.dispatchEvent(
      new MouseEvent('contextmenu', {
        bubbles: true,
        cancelable: true,
        clientX: left + 40,
        clientY: bottom - 2,
      }),
    );
  }

  #element(id: string): HTMLElement {
    const element = this.#root.querySelector<HTMLElement>(`#${id}`);
    if (!element) throw new Error(`The page has no element ${id}`);
    return element;
  }
}
