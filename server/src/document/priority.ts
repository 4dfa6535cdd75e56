import type { Priority } from '../model/vocabulary.ts';
import { prioritySigns, priorityWords } from './vocabulary.ts';
import { signFinder, wordFinder } from './words.ts';

const wordIn = wordFinder(priorityWords);
const signIn = signFinder(prioritySigns);

/** A label such as `P1` anywhere in the text; `P1/P2` gives the first. */
function labelIn(text: string): Priority | undefined {
  const label = /(?<![\p{L}\p{N}.])P([0-4])(?![\p{L}\p{N}.])/u.exec(text)?.[1];
  return label === undefined ? undefined : (`P${Math.min(Number(label), 3)}` as Priority);
}

/** The priority that a field's value or a tag states: `P0 - CRITICAL`, `🔴 High`, `Critical/High`. */
export const readPriority = (text: string): Priority | undefined =>
  labelIn(text) ?? wordIn(text)?.meaning ?? signIn(text)?.meaning;

/** The priority of a colour sign. */
export const prioritySign = (text: string): Priority | undefined => signIn(text)?.meaning;

/**
 * The priority that a section's heading gives what stands below it: `Critical Blockers (P0) - Must Fix`,
 * `HIGH (Development Code)`. "Blocker" alone says nothing in a document of blockers.
 */
export function sectionPriority(heading: string): Priority | undefined {
  const label = labelIn(heading);
  if (label) return label;
  const word = wordIn(heading);
  if (word && !/^block/i.test(heading.slice(word.start, word.end))) return word.meaning;
  return signIn(heading)?.meaning;
}
