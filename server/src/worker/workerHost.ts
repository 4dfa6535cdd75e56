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
import { alive, checking, openRoot, type Scanned, scanned } from './requests.ts';

/** How long the thread may go without an answer before it is taken to hang: 10 s. */
const patience = 10_000;
/** How many times that long it may take to start. */
const startPatience = 6;

/** The worker's end: why, and whether by a rule that did not come to one. */
export interface WorkerEnd {
  readonly reason: string;
  /** The file that it hung on; it is left out from now on, so that starting again makes sense. */
  readonly hungOn: { readonly root: string; readonly path: string } | undefined;
}

/** What was asked of a worker that was told to end has no answer. */
export class WorkerStopped extends Error {
  constructor() {
    super('The analysis was stopped.');
  }
}

interface Running {
  readonly worker: Worker;
  readonly connection: MessageConnection;
  /** The file that was looked at last. */
  checking: { readonly root: string; readonly path: string } | undefined;
  watching: NodeJS.Timeout | undefined;
}

/**
 * The thread that thinks, seen from the one that must not. It is started when it is first asked, cancelling
 * reaches it even while it is busy, and when a rule does not end, it is ended and started again without that file.
 */
export class WorkerHost {
  readonly #script: URL;
  readonly #patience: number;
  readonly #scanned = new Emitter<Scanned>();
  readonly #ended = new Emitter<WorkerEnd>();
  readonly #leftOut = new Map<string, Set<string>>();
  #pending = 0;
  #stopped = false;
  #running: Running | undefined;

  /** `script` is the worker's own entry point; `hangsAfter` in milliseconds. */
  constructor(script: URL, hangsAfter = patience) {
    this.#script = script;
    this.#patience = hangsAfter;
  }

  /** Results of a running scan, as they come. */
  get onScanned(): Event<Scanned> {
    return this.#scanned.event;
  }

  /** The worker ended by itself or was ended; requests under way fail after this, and what it knew of roots is gone. */
  get onEnded(): Event<WorkerEnd> {
    return this.#ended.event;
  }

  /** Opens a folder, or opens it again after the worker's end. */
  openRoot(root: string, includeIgnored: boolean): Promise<null> {
    return this.ask(openRoot, { root, includeIgnored, leftOut: [...(this.#leftOut.get(root) ?? [])] });
  }

  /** Rejects when the worker ends, with a {@link WorkerStopped} where it was told to, and with a `ResponseError` when it was cancelled or failed. */
  async ask<Params, Result>(
    type: RequestType<Params, Result, void>,
    params: Params,
    token?: CancellationToken,
  ): Promise<Result> {
    if (this.#stopped) throw new WorkerStopped();
    const running = this.#start();
    this.#pending++;
    running.watching ??= this.#watch(running);
    try {
      return await running.connection.sendRequest<Result>(type.method, params, token);
    } catch (error) {
      throw this.#stopped ? new WorkerStopped() : error;
    } finally {
      if (--this.#pending === 0 && running.watching) {
        clearTimeout(running.watching);
        running.watching = undefined;
      }
    }
  }

  /** For good: it is not started again. */
  async end(): Promise<void> {
    this.#stopped = true;
    const running = this.#running;
    this.#running = undefined;
    clearTimeout(running?.watching);
    running?.connection.dispose();
    await running?.worker.terminate();
  }

  #start(): Running {
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
    const running: Running = { worker, connection, checking: undefined, watching: undefined };
    connection.onNotification(scanned, (progress) => this.#scanned.fire(progress));
    connection.onNotification(checking, (file) => {
      running.checking = file;
    });
    connection.listen();
    let reason = 'it stopped';
    worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => this.#ending(running, { reason, hungOn: undefined }));
    this.#running = running;
    return running;
  }

  /** Asks for a sign of life while answers are due; without one in time, the thread is ended. */
  #watch(running: Running): NodeJS.Timeout {
    let missed = 0;
    const ask = () => {
      // A thread that has looked at no file yet is still starting.
      if (missed > (running.checking ? 0 : startPatience)) return this.#hung(running);
      if (missed++ === 0) {
        running.connection.sendRequest(alive).then(
          () => {
            missed = 0;
          },
          () => {},
        );
      }
      running.watching = setTimeout(ask, this.#patience);
    };
    return setTimeout(ask, 0);
  }

  #hung(running: Running): void {
    const hungOn = running.checking;
    if (hungOn)
      this.#leftOut.set(hungOn.root, (this.#leftOut.get(hungOn.root) ?? new Set()).add(hungOn.path));
    this.#ending(running, { reason: `a rule did not come to an end on ${hungOn?.path ?? 'a file'}`, hungOn });
    void running.worker.terminate();
  }

  #ending(running: Running, end: WorkerEnd): void {
    if (this.#running !== running) return;
    this.#running = undefined;
    clearTimeout(running.watching);
    // First the reason, then the failure of what was asked.
    this.#ended.fire(end);
    running.connection.dispose();
  }
}
