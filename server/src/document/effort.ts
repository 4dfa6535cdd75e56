import type { Effort } from '../model/blocker.ts';
import type { EffortUnit } from '../model/vocabulary.ts';
import type { Span } from './span.ts';
import { effortWords } from './vocabulary/effort.ts';

const units = new Map(
  (Object.entries(effortWords) as [EffortUnit, readonly string[]][]).flatMap(([unit, words]) =>
    words.map((word) => [word, unit] as const),
  ),
);

const number = '\\d{1,4}(?:\\.\\d{1,2})?';
const pattern = new RegExp(
  `(?<![\\d.])(${number})(?:\\s*(?:-|–|—|to)\\s*(${number}))?\\s*(${[...units.keys()].join('|')})(?![A-Za-z0-9])`,
  'i',
);

/** Reads `2-3 days`, `2-4h`, `30 min`, `~1 hour`, `1 to 2 weeks`; undefined for `TBD`, `-` and anything else. */
export function readEffort(text: string): Effort | undefined {
  return findEffort(text)?.effort;
}

/** The first effort in a text, and where it stands. */
export function findEffort(text: string): (Span & { readonly effort: Effort }) | undefined {
  if (text === '') return undefined;
  const match = pattern.exec(text);
  const unit = match?.[3] && units.get(match[3].toLowerCase());
  if (!match || !unit) return undefined;
  const first = Number(match[1]);
  const second = Number(match[2] ?? first);
  const effort = { min: Math.min(first, second), max: Math.max(first, second), unit };
  return { effort, start: match.index, end: match.index + match[0].length };
}
