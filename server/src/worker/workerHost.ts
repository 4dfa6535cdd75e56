import { Worker } from 'node:worker_threads';
import {
  CancellationReceiverStrategy,
  type CancellationToken,
  createMessageConnection,
  Emitter,
  type Event,
  type MessageConnection,
  PortMessageReader,
  PortMessageWriter,
  type RequestType,
  SharedArraySenderStrategy,
} from 'vscode-jsonrpc/node';
import { type Scanned, scanned } from './requests.ts';

/**
 * The thread that thinks, seen from the one that must not. It can be ended at any moment and is started again
 * when it is next asked; cancelling reaches it even while it is busy.
 */
export class WorkerHost {
  readonly #script: URL;
  readonly #scanned = new Emitter<Scanned>();
  readonly #ended = new Emitter<string>();
  #running: { readonly worker: Worker; readonly connection: MessageConnection } | undefined;

  /** `script` is the worker's own entry point. */
  constructor(script: URL) {
    this.#script = script;
  }

  /** Results of a running scan, as they come. */
  get onScanned(): Event<Scanned> {
    return this.#scanned.event;
  }

  /** The worker died by itself, and why; requests under way have failed, and what it knew of roots is gone. */
  get onEnded(): Event<string> {
    return this.#ended.event;
  }

  /** Rejects when the worker dies, and with a `ResponseError` when it was cancelled or failed. */
  async ask<Params, Result>(
    type: RequestType<Params, Result, void>,
    params: Params,
    token?: CancellationToken,
  ): Promise<Result> {
    const { connection } = this.#start();
    return connection.sendRequest<Result>(type.method, params, token);
  }

  async end(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.connection.dispose();
    await running?.worker.terminate();
  }

  #start() {
    if (this.#running) return this.#running;
    const worker = new Worker(this.#script);
    const connection = createMessageConnection(
      new PortMessageReader(worker),
      new PortMessageWriter(worker),
      undefined,
      {
        cancellationStrategy: {
          sender: new SharedArraySenderStrategy(),
          receiver: CancellationReceiverStrategy.Message,
        },
      },
    );
    const running = { worker, connection };
    connection.onNotification(scanned, (progress) => this.#scanned.fire(progress));
    connection.listen();
    let reason = 'it stopped';
    worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => {
      if (this.#running !== running) return;
      this.#running = undefined;
      // First the reason, then the failure of what was asked.
      this.#ended.fire(reason);
      connection.dispose();
    });
    this.#running = running;
    return running;
  }
}
