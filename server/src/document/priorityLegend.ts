import type { Priority } from '../model/vocabulary.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import { isPriority, prioritySign, readPriority } from './priority.ts';
import { slice } from './span.ts';

const meaning =
  /(\p{Extended_Pictographic})\uFE0F?\s?\*{0,2}\s?(?:[=:–—-]\s?)?([A-Za-z][A-Za-z -]{2,24}?)\*{0,2}(?=\s*(?:$|[·|•,;/()]|\p{Extended_Pictographic}))/gmu;
const line = /^.*(?:legend|key|priorit|severit).*$/gimu;

/** The priorities that a line such as `Legend: 🔥 must fix · 🧊 can wait` gives to signs of the author's own. */
function legendOf(text: string): ReadonlyMap<string, Priority> {
  const meanings = new Map<string, Priority>();
  for (const [legend] of text.matchAll(line)) {
    const pairs = [...legend.slice(0, 400).matchAll(meaning)].filter(([, , said = '']) => isPriority(said));
    if (pairs.length < 2) continue;
    for (const [, sign = '', said = ''] of pairs) {
      const priority = readPriority(said);
      if (priority && prioritySign(sign) !== priority) meanings.set(sign, priority);
    }
  }
  return meanings;
}

/** Reads signs before names as the document's legend explains them, where no word says the priority. */
export function withPriorityLegend(text: string, entries: readonly BlockerEntry[]): readonly BlockerEntry[] {
  const legend = legendOf(text);
  if (legend.size === 0) return entries;
  return entries.map((entry) => {
    const { heading, span } = entry;
    if (heading.priority !== undefined && heading.priority !== heading.sign) return entry;
    const sign = /^[^\p{L}\p{N}]*?(\p{Extended_Pictographic})/u.exec(slice(text, span).slice(0, 20))?.[1];
    const priority = sign === undefined ? undefined : legend.get(sign);
    return priority ? { ...entry, heading: { ...heading, priority } } : entry;
  });
}
