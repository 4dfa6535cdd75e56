import type { BlockerEntry } from './blockerEntry.ts';
import { slice } from './span.ts';

/** Letters and a number before a name, which alone could be a part of it: `M1 builds fail`, `S3 is public`. */
const lead = /^([A-Z]{1,3})(\d{1,3})[.:)]?\s+(?=\S)/;

/**
 * Reads `M1 Crash in share sheet` beside `M2 Wrong deep links` as ids: one letter with several numbers counts,
 * where nothing else sets it off from the name.
 */
export function withSiblingIds(text: string, entries: readonly BlockerEntry[]): readonly BlockerEntry[] {
  const numbers = new Map<string, Set<string>>();
  const taken = new Set<string>();
  const found = entries.map(({ heading: { id, number, name } }) => {
    if (id !== undefined) taken.add(id);
    const match = id === undefined && number === undefined ? lead.exec(name) : null;
    if (match?.[1] && match[2]) {
      const ofLetter = numbers.get(match[1]) ?? new Set();
      numbers.set(match[1], ofLetter.add(match[2]));
    }
    return match;
  });
  if (numbers.size === 0) return entries;
  return entries.map((entry, index) => {
    const match = found[index];
    const [whole, letters, number] = match ?? [];
    if (whole === undefined || letters === undefined || (numbers.get(letters)?.size ?? 0) < 2) return entry;
    const id = `${letters}${number}`;
    const { heading } = entry;
    const at = slice(text, heading.content).indexOf(id);
    if (at < 0 || taken.has(id)) return entry;
    taken.add(id);
    const start = heading.content.start + at;
    return {
      ...entry,
      heading: {
        ...heading,
        id,
        idSpan: { start, end: start + id.length },
        name: heading.name.slice(whole.length),
      },
    };
  });
}
