import type { Row } from '../rows/row.ts';

/** How long a row that is gone takes to fade, in milliseconds; the style sheet knows it too. */
const duration = 250;

/** Lets rows in sight that are gone from the state fade before the others close up. */
export class Fade {
  #leaving: ReadonlySet<string> = new Set();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onEnd: () => void;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  get leaving(): ReadonlySet<string> {
    return this.#leaving;
  }

  get isRunning(): boolean {
    return this.#timer !== undefined;
  }

  /** @param inSight the rows that a person can see go */
  start(inSight: readonly Row[], isLeft: (key: string) => boolean): void {
    if (prefersStillness()) return;
    const gone = inSight.map(({ key }) => key).filter((key) => !isLeft(key));
    if (gone.length === 0) return;
    this.#leaving = new Set([...this.#leaving, ...gone]);
    this.#timer ??= setTimeout(() => {
      this.stop();
      this.#onEnd();
    }, duration);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#leaving = new Set();
  }
}

/** The system's wish, or VS Code's own setting, which it tells by a class. */
const prefersStillness = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.body.classList.contains('vscode-reduce-motion');
