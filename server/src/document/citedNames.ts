import type { Blocker } from '../model/index.ts';

const identifier = /[A-Za-z_$][\w$]*(?:\(\))?/g;

/** The names of things in code that a blocker's words speak of: `checkToken`, `login()`. */
export function citedNames({ name, title, description, impact, locations }: Blocker): readonly string[] {
  const texts = [name, title, description, impact, ...locations.map(({ note }) => note)];
  const words = texts.flatMap((text) => text?.match(identifier) ?? []);
  const names = words.filter((word) => word.endsWith(')') || /[a-z\d][A-Z]|[a-z]_[a-z]/.test(word));
  return [...new Set(names.map((word) => word.replace('()', '')))];
}

/** A file that is to be looked through for what a blocker speaks of. */
export interface Citation {
  readonly file: string;
  readonly names: readonly string[];
}

/** Names one citation among others. */
export const citationKey = ({ file, names }: Citation): string => JSON.stringify([file, ...names]);

/** Each file that blockers name with lines, where they speak of something in it by name. */
export function citationsIn(blockers: readonly Blocker[]): Citation[] {
  const citations = new Map<string, Citation>();
  for (const blocker of blockers) {
    const files = blocker.locations.filter(({ startLine }) => startLine !== undefined);
    const names = files.length > 0 ? citedNames(blocker) : [];
    if (names.length === 0) continue;
    for (const { file } of files) citations.set(citationKey({ file, names }), { file, names });
  }
  return [...citations.values()];
}

/** Verbs that come and go while a function stays what it is. */
const verbs =
  /^(?:is|are|has|can|should|must|check|get|validate|verify|ensure|assert|test|do|handle|fetch|load|make|create|compute|calculate|use)$/;

/**
 * Whether two names are those of one thing: the same words in the same order, whatever verb they begin with and
 * however they end: `checkExtensionCompatibility` is by now `isExtensionCompatible`. Of one word alone nothing can
 * be told.
 */
export function isCloseName(a: string, b: string): boolean {
  const [as, bs] = [wordsOf(a), wordsOf(b)];
  return as.length >= 2 && as.length === bs.length && as.every((word, at) => isCloseWord(word, bs[at] ?? ''));
}

function wordsOf(name: string): string[] {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  return verbs.test(words[0] ?? '') ? words.slice(1) : words;
}

function isCloseWord(a: string, b: string): boolean {
  if (a === b) return true;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  return same >= 5 && same >= 0.6 * Math.max(a.length, b.length);
}
