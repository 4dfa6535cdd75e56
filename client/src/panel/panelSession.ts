import type { Disposable, Event } from 'vscode';
import type { PanelMessage } from '../../../server/src/protocol/panel.ts';
import type { PanelHost } from './panelHost.ts';

/** A file that an editor shows. */
export interface ActiveFile {
  readonly folder: string;
  readonly file: string;
}

/** Which file the active editor shows. */
export interface ActiveFileSource {
  current(): ActiveFile | undefined;
  readonly onChange: Event<ActiveFile>;
}

/**
 * Keeps one page after another in step with the host. A page lives from its `ready` until it is hidden; what
 * changes while its first state is on the way waits, and nothing is posted to a page that isn't there.
 */
export class PanelSession {
  readonly #host: PanelHost;
  readonly #active: ActiveFileSource;
  readonly #post: (message: PanelMessage) => void;
  readonly #subscriptions: readonly Disposable[];
  #phase: 'absent' | 'loading' | 'live' = 'absent';
  #waiting: PanelMessage[] = [];
  /** Counts the loads, so that only the last one's answer is shown. */
  #load = 0;

  constructor(host: PanelHost, active: ActiveFileSource, post: (message: PanelMessage) => void) {
    this.#host = host;
    this.#active = active;
    this.#post = post;
    this.#subscriptions = [
      host.onChange((change) => this.send({ type: 'change', change })),
      host.onEnvironment((environment) => this.send({ type: 'environment', environment })),
      host.onReset(() => {
        if (this.#phase !== 'absent') void this.ready();
      }),
      active.onChange((file) => this.send({ type: 'active', ...file })),
    ];
  }

  /** A page is there and knows nothing yet. */
  async ready(): Promise<void> {
    const load = ++this.#load;
    this.#phase = 'loading';
    this.#waiting = [];
    const first = await this.#first();
    if (load !== this.#load) return;
    this.#phase = 'live';
    const active = this.#active.current();
    for (const message of [first, ...this.#waiting]) this.#post(message);
    if (active) this.#post({ type: 'active', ...active });
  }

  /** The page is gone. */
  hidden(): void {
    this.#load++;
    this.#phase = 'absent';
  }

  send(message: PanelMessage): void {
    if (this.#phase === 'loading') this.#waiting.push(message);
    else if (this.#phase === 'live') this.#post(message);
  }

  dispose(): void {
    this.hidden();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Without an answer the page learns at least that, and keeps what it may have. */
  async #first(): Promise<PanelMessage> {
    try {
      const state = await this.#host.state();
      return { type: 'state', state, environment: this.#host.environment() };
    } catch {
      return { type: 'environment', environment: this.#host.environment() };
    }
  }
}
