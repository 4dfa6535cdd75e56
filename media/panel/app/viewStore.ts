import { savedView, type View } from '../state/view.ts';
import type { VscodeApi } from '../vscodeApi.ts';

/** Views change with every key and every pixel scrolled: they are kept once it is quiet, in milliseconds. */
const quiet = 150;

/** Keeps the view for the page's next life. */
export class ViewStore {
  readonly #vscode: VscodeApi;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: View | undefined;

  constructor(vscode: VscodeApi) {
    this.#vscode = vscode;
    addEventListener('pagehide', () => this.flush());
  }

  keep(view: View): void {
    this.#pending = view;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), quiet);
  }

  flush(): void {
    if (this.#pending) this.#vscode.setState(savedView(this.#pending));
    this.#pending = undefined;
  }
}
