import type { Priority } from '../model/vocabulary.ts';
import { prioritySigns, priorityWords } from './vocabulary/priority.ts';
import { signFinder, wordFinder } from './words.ts';

const wordIn = wordFinder(priorityWords);
const signIn = signFinder(prioritySigns);

/** A label such as `P1` anywhere in the text; `P1/P2` gives the first. */
function labelIn(text: string): Priority | undefined {
  const label = /(?<![\p{L}\p{N}.])P([0-4])(?!\.?[\p{L}\p{N}])/u.exec(text)?.[1];
  return label === undefined ? undefined : (`P${Math.min(Number(label), 3)}` as Priority);
}

/** The priority that a field's value or a tag states: `P0 - CRITICAL`, `🔴 High`, `Critical/High`. */
export const readPriority = (text: string): Priority | undefined =>
  labelIn(text) ?? wordIn(text)?.meaning ?? signIn(text)?.meaning;

/** The priority of a colour sign. */
export const prioritySign = (text: string): Priority | undefined => signIn(text)?.meaning;

/** Whether the text is no more than words for a priority: `P0 - CRITICAL`, `High Priority`, `Sev 1`. */
const onlyPriority =
  /^\W*(?:(?:P[0-4]|S[0-5]|sev(?:erity)?[- ]?[0-5]|critical|blocker|blocking|high|highest|major|medium|moderate|low|lowest|minor|trivial|cosmetic|urgent|important|normal|severe|show-?stopper|must(?:[- ](?:fix|have))?|can wait|ship[- ](?:stopper|blocker)s?|should(?:[- ](?:fix|have))?|could|nice[- ]to[- ]have|info|informational|optional|priority|severity|launch|release|issue|risk)\W*)+$/i;
export const isPriority = (text: string): boolean =>
  onlyPriority.test(text.replace(/\(\s*\d{1,3}[^()]{0,20}\)/, '')) && readPriority(text) !== undefined;

/** A priority with more behind it: `(P0, 2 days)`, `[HIGH - 4h]`. */
export const priorityFirst = /^\W*(?:P[0-4]|critical|high|medium|low)\s*(?:[,;/·|]|[-–—]\s)/i;

/** Words before the one that counts: `Known Critical Issues`, `3 Critical Blockers`. */
const before =
  /^\W*(?:(?:known|remaining|open|current|active|new|outstanding|other|all|additional|security|production|pre-launch|prelaunch|top|unresolved|resolved|fixed|the|our|still|recently|section|level|severity|priority|\d{1,3}|[a-z](?=[.)]\s))\b[\s:.,/)-]*)+/i;

/**
 * The priority that a section's heading gives what stands below it: `Critical Blockers (P0) - Must Fix`,
 * `HIGH (Development Code)`, `Known Issues (High)`. "Blocker" alone says nothing in a document of blockers.
 */
export function sectionPriority(heading: string): Priority | undefined {
  const label = labelIn(heading);
  if (label) return label;
  const parts = heading.split(/\s[-–—|]\s|[():：[\]]/).filter((part) => part.trim() !== '');
  for (const part of parts.length > 1 ? [heading, ...parts] : [heading]) {
    const said = stated(part) ?? stated(part.replace(before, ''));
    if (said) return said;
  }
  return signIn(heading)?.meaning;
}

function stated(text: string): Priority | undefined {
  const word = wordIn(text);
  if (!word) return undefined;
  const plain = text.slice(word.start, word.end);
  // "High availability" and "Low latency" praise what they name.
  if (
    /^(?:high|low)$/i.test(plain) &&
    /^[- ](?:availability|latency|load|traffic|level)/i.test(text.slice(word.end))
  ) {
    return undefined;
  }
  return /^(?:block|launch|release|go[- ]live)/i.test(plain) ? undefined : word.meaning;
}
