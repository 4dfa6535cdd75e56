import { setTimeout as delay } from 'node:timers/promises';

/** How long to wait for something, and what to say when it does not come. */
export interface PollOptions {
  /** In milliseconds; 20 seconds unless given. */
  readonly timeout?: number;
  /** What was waited for, for the message; a function where it should tell what was seen last. */
  readonly what: string | (() => string);
}

/** Asks again and again until the answer is neither `undefined` nor `false`; rejects when time is up. */
export async function poll<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  options: PollOptions,
): Promise<T> {
  const { timeout = 20_000, what } = options;
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) {
      throw new Error(`After ${timeout / 1000} s still not: ${typeof what === 'string' ? what : what()}`);
    }
    await delay(50);
  }
}
