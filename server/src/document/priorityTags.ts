import type { Priority } from '../model/vocabulary.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import { isPriority, priorityFirst, prioritySign, readPriority } from './priority.ts';
import { type Span, slice } from './span.ts';

/** Where a heading can state a priority: in brackets, before a colon or dash, behind a dash, as a label, as a sign. */
const places: readonly RegExp[] = [
  /[[(]([^[\]()]{1,160})[\])]/g,
  /(?<=^|[\s*_\]):.])([\p{L}\d][\p{L}\d' -]{1,19}?)(?=\*{0,2}:\*{0,2}\s|\*{0,2}\s[-–—|]\s)/gu,
  /\s[-–—]\s([\p{L}\d()/ ]{2,48})$/gu,
  /^[^\p{L}\p{N}]{0,12}(critical|high|major|medium|minor|low)(?=\s\w{1,20}\s?#?\d)/giu,
  /(?<![\p{L}\p{N}._-])(P[0-4])(?![\p{L}\p{N}._-])/gu,
  /(\p{Extended_Pictographic}\uFE0F?|:[a-z_]{3,40}:)/gu,
];

/** The words and signs by which the heading, item or cell that names a blocker states its priority. */
export function priorityTags(text: string, { kind, heading, span }: BlockerEntry, stated: Priority): Span[] {
  const line = kind === 'item' ? firstLine(text, heading.content.start, span.end) : heading.content;
  const raw = slice(text, line);
  const tags: Span[] = [];
  for (const place of places) {
    for (const found of raw.matchAll(place)) {
      const said = found[1] ?? '';
      const start = line.start + found.index + found[0].indexOf(said);
      const end = start + said.length;
      const isTag = isPriority(said) || priorityFirst.test(said) || prioritySign(said) !== undefined;
      const isTaken = tags.some((tag) => start < tag.end && tag.start < end);
      if (isTag && !isTaken && readPriority(said) === stated) tags.push({ start, end });
    }
  }
  return tags.sort((a, b) => a.start - b.start);
}

function firstLine(text: string, start: number, end: number): Span {
  const raw = text.slice(start, end);
  return { start, end: start + (/\r\n|\n|\r/.exec(raw)?.index ?? raw.length) };
}
