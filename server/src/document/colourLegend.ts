import type { Status } from '../model/vocabulary.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import { prioritySign } from './priority.ts';
import { slice } from './span.ts';
import { readStatus } from './status.ts';

const colour = /(🔴|🟠|🟡|🟢|🔵|⚪)\uFE0F?\s?\*{0,2}\s?(?:[=:–—-]\s?)?([A-Za-z][A-Za-z -]{2,20})/gu;
const namesPriority = /[🔴🟠🟡]\uFE0F?\s?\*{0,2}\s?(?:critical|high|medium|P\d)/iu;

/** What a line such as `🔴 open · 🟡 in progress · 🟢 done` says that the colours mean. */
function legendOf(text: string): ReadonlyMap<string, Status> | undefined {
  if (!text.includes('🟢') || namesPriority.test(text)) return undefined;
  for (const legend of text.split('\n')) {
    if (!legend.includes('🟢')) continue;
    const pairs = [...legend.matchAll(colour)];
    if (pairs.length < 2) continue;
    const meanings = new Map<string, Status>();
    for (const [, sign = '', word = ''] of pairs) {
      const status = readStatus(word, { start: 0, end: word.length }, 'heading')?.status;
      if (status) meanings.set(sign, status);
    }
    if (meanings.get('🟢') === 'fixed') return meanings;
  }
  return undefined;
}

/** Reads colours before names as the document's legend explains them, where that speaks of statuses. */
export function withLegend(text: string, entries: readonly BlockerEntry[]): readonly BlockerEntry[] {
  const legend = legendOf(text);
  if (!legend) return entries;
  return entries.map((entry) => {
    const { heading, inherited } = entry;
    if (!heading.sign || heading.status) return entry;
    const sign = /[🔴🟠🟡🟢🔵⚪]/u.exec(slice(text, entry.span))?.[0] ?? '';
    const status = prioritySign(sign) === heading.sign ? legend.get(sign) : undefined;
    if (!status) return entry;
    const { priority, ...rest } = heading;
    return {
      ...entry,
      heading: priority && priority !== heading.sign ? heading : rest,
      inherited: { ...inherited, status },
    };
  });
}
