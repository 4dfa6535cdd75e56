/** Reading a tracking document of 1,000 blockers: first in a process that has read none, then again. */
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { blockersOf } from '../blockersOf.ts';
import { median } from '../median.ts';

/** Milliseconds; `again` is the median of the readings after the first. */
export interface DocumentTimes {
  readonly first: number;
  readonly again: number;
}

const count = 1_000;
const times = Array.from({ length: 22 }, (_, run) => {
  // Another text each time, as after an edit.
  const text = `${blockersOf({ count })}\nRead for the ${run}th time.\n`;
  const started = performance.now();
  const { blockers } = readTrackingDocument(text);
  if (blockers.length !== count) throw new Error(`${blockers.length} blockers were read.`);
  return performance.now() - started;
});
const [first = 0, ...others] = times;
const result: DocumentTimes = { first, again: median(others) };
console.log(JSON.stringify(result));
