import { stripVTControlCharacters } from 'node:util';
import { countsMark, lineMark } from './host/marks.ts';
import { withSourcePlaces } from './sourcePlaces.ts';
import type { SuiteRunOptions, TestCounts } from './suiteGroup.ts';

/** What every run of the server build logs: modules that are not built, services that are not there. */
const harmless = [
  'Could not locate the bindings file',
  'build/Release/watchdog',
  '[lifecycle] Long running',
  'builtin extensions',
  'connection token',
  'Creating a socket',
  '[AccountPolicyGate]',
  '[AgentHost',
  '[Service Worker] registration',
  'Canceled: Canceled',
];

/** Sorts what an editor logs into mocha's report, the counts, and the rest. */
export class HostReport {
  /** What is not mocha's: kept for the message when something goes wrong. */
  readonly other: string[] = [];
  #counts: TestCounts | undefined;
  readonly #options: SuiteRunOptions;

  constructor(options: SuiteRunOptions) {
    this.#options = options;
  }

  /** The counts, once mocha has ended. */
  get counts(): TestCounts | undefined {
    return this.#counts;
  }

  /** Takes in one line of the log. */
  add(logged: string): void {
    const line = withSourcePlaces(stripVTControlCharacters(logged));
    if (line.startsWith(countsMark)) this.#counts = JSON.parse(line.slice(countsMark.length));
    else if (line.startsWith(lineMark)) this.#options.report(line.slice(lineMark.length));
    else this.other.push(line);
  }

  /** The last of what else was logged, without what is known to be harmless. */
  tail(lines = 40): string {
    return this.other
      .filter((line) => !harmless.some((words) => line.includes(words)))
      .slice(-lines)
      .join('\n');
  }
}
