import { type BlockerTimes, isOpen, type Status } from '../../model/index.ts';
import type { StatedDates } from './dates.ts';
import type { DocumentVersion } from './version.ts';

/** When something was seen: as ISO 8601, with the hour where it is known. */
export type Moment = string;

export const dayOf = (moment: Moment): string => moment.slice(0, 10);

type VersionBlocker = DocumentVersion['blockers'] extends ReadonlyMap<string, infer Seen> ? Seen : never;

const isFixed = (status: Status): boolean => status === 'fixed' || status === 'verified';
const isReopened = (status: Status): boolean => isOpen(status) && status !== 'fixed';

const millisecondsOfDay = 86_400_000;

/** Days between two moments: whole ones where only days are known, else with one decimal. */
export function daysBetween(from: Moment, to: Moment): number {
  const [start, end] = from.length > 10 && to.length > 10 ? [from, to] : [dayOf(from), dayOf(to)];
  const days = (Date.parse(end) - Date.parse(start)) / millisecondsOfDay;
  return Math.max(Math.round(days * 10) / 10, 0);
}

/** Follows one blocker from version to version. */
export class BlockerLife {
  #last: VersionBlocker;
  #seen: Moment | undefined;
  #fixed: Moment | undefined;
  #verified: Moment | undefined;
  #removed: Moment | undefined;
  #reopened = 0;

  /** `at` is undefined where it is not known since when the document names the blocker. */
  constructor(first: VersionBlocker, at: Moment | undefined) {
    this.#last = first;
    // One that was fixed before anybody saw it was opened and fixed at unknown times.
    if (!isFixed(first.status)) this.#seen = at;
  }

  see(now: VersionBlocker, at: Moment): void {
    const before = this.#last.status;
    if (isFixed(now.status)) {
      if (!isFixed(before)) this.#fixed = at;
      if (now.status === 'verified' && before !== 'verified') this.#verified = at;
      if (now.status === 'fixed') this.#verified = undefined;
    } else {
      if (isFixed(before) && isReopened(now.status)) this.#reopened += 1;
      this.#fixed = undefined;
      this.#verified = undefined;
    }
    this.#removed = undefined;
    this.#last = now;
  }

  /** The document does not name it any more. */
  miss(at: Moment): void {
    this.#removed ??= at;
  }

  get isFixed(): boolean {
    return isFixed(this.#last.status);
  }

  times(): BlockerTimes {
    const { id, name, priority, status, stated } = this.#last;
    const opened = earlier(stated, this.#seen);
    const fixed = this.isFixed ? (this.#fixed ?? stated.fixed ?? stated.verified) : undefined;
    const verified = status === 'verified' ? (this.#verified ?? stated.verified) : undefined;
    return {
      id,
      name,
      priority,
      status,
      ...(opened && { opened: dayOf(opened) }),
      ...(fixed && { fixed: dayOf(fixed) }),
      ...(verified && { verified: dayOf(verified) }),
      ...(this.#removed && { removed: dayOf(this.#removed) }),
      reopened: this.#reopened,
      ...(opened && fixed && { daysToFix: daysBetween(opened, fixed) }),
    };
  }
}

/** The document knows of earlier days than its own first version. */
function earlier({ opened }: StatedDates, seen: Moment | undefined): Moment | undefined {
  if (opened === undefined || seen === undefined) return opened ?? seen;
  return opened < dayOf(seen) ? opened : seen;
}
