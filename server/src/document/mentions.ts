import type { Span } from './span.ts';

/** Everything that ids are made of, as long as it goes on: `BLOCK-001`, `US-021-001`, `P0.1`, `#3`. */
const token = /#\d+|[A-Za-z0-9][\w-]*(?:\.\d+)*/g;

/** A place where a text names an id. */
export interface Mention extends Span {
  readonly id: string;
}

/** Every place where a text names one of the ids, as a word of its own: `BLOCK-001` is not in `BLOCK-0011`. */
export function mentionsIn(text: string, isId: (word: string) => boolean): Mention[] {
  const found: Mention[] = [];
  for (const { 0: id, index } of text.matchAll(token)) {
    if (isId(id)) found.push({ id, start: index, end: index + id.length });
  }
  return found;
}

/** The id that a line names at an offset into it, from 0. */
export const mentionAt = (
  line: string,
  offset: number,
  isId: (word: string) => boolean,
): Mention | undefined => mentionsIn(line, isId).find(({ start, end }) => start <= offset && offset <= end);

/**
 * Whether an id says by itself that it is one, so that it can be told from other words in code. Ids that were
 * derived from a name can't, and `#3` is an issue's number to most.
 */
export const isTelling = (id: string): boolean => /^[A-Z][\w.-]*\d[a-z]?$/.test(id);
