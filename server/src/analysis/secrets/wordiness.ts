import { letterPairs } from './letterPairs.ts';
import { words } from './words.ts';

/** Splits at separators, digits, and where a capital begins a word: `getURLPath_v2` → get, url, path, v. */
export function letterRuns(text: string): string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((run) => run !== '');
}

const code = (text: string, index: number): number => text.charCodeAt(index) - 97;

/**
 * How much the letters of a text follow one another as in words: the mean over neighbours, about 6.5 for words
 * and 3.8 for random letters. Undefined when fewer than four pairs stand in it.
 */
export function pairScore(text: string): number | undefined {
  let sum = 0;
  let pairs = 0;
  for (const run of letterRuns(text)) {
    for (let i = 0; i + 1 < run.length; i++) {
      sum += Number(letterPairs[code(run, i)]?.charAt(code(run, i + 1)) ?? 0);
      pairs++;
    }
  }
  return pairs < 4 ? undefined : sum / pairs;
}

/** Whether the run is one known word, or two to four known words of three letters or more put together. */
export function isKnown(run: string, depth = 4): boolean {
  if (words.has(run) || (run.endsWith('s') && words.has(run.slice(0, -1)))) return true;
  if (depth === 1) return false;
  for (let cut = Math.min(run.length - 3, 14); cut >= 3; cut--) {
    if (words.has(run.slice(0, cut)) && isKnown(run.slice(cut), depth - 1)) return true;
  }
  return false;
}

/**
 * Whether a value is made of words: `refresh-token-cookie`, `user.settings.apiKey`, `mysupersecret2`. All its
 * longer letter runs are known, or most are and the rest can be spoken, and digits are few.
 */
export function isWordy(value: string): boolean {
  const runs = letterRuns(value);
  const letters = runs.join('').length;
  const digits = value.replace(/20[0-9]{2}-?[01][0-9]-?[0-3][0-9]/g, '').replace(/[^0-9]/g, '').length;
  if (letters < 3 || digits > Math.max(4, letters / 3)) return false;
  const known = runs.filter((run) => isKnown(run)).join('').length;
  const short = runs.filter((run) => run.length < 3 && !words.has(run)).join('').length;
  if (short > Math.max(2, letters / 6)) return false;
  if (known + short >= letters) return true;
  const score = pairScore(value);
  return score !== undefined && (known >= letters * 0.6 ? score >= 4.8 : letters >= 5 && score >= 5.6);
}

/**
 * How often the kind of character (small, capital, digit) changes from one letter or digit to the next, from 0 to
 * 1: about 0.6 for random base 62, 0.45 for random hexadecimal, below 0.2 for names.
 */
export function changeRate(value: string): number {
  const kinds = value
    .replace(/[^A-Za-z0-9]/g, '')
    .replace(/[a-z]/g, 'a')
    .replace(/[A-Z]/g, 'A')
    .replace(/[0-9]/g, '0');
  let changes = 0;
  for (let i = 1; i < kinds.length; i++) if (kinds.charAt(i) !== kinds.charAt(i - 1)) changes++;
  return kinds.length < 2 ? 0 : changes / (kinds.length - 1);
}

/** Fewer different characters than this is a pattern and not chance. */
const minVariety = 6;

/**
 * Whether a value looks made by a machine: varied, and neither words nor a number.
 * @param minLength the shortest value in which chance can be told from intent
 */
export function looksRandom(value: string, minLength = 16): boolean {
  if (value.length < minLength || /^[0-9.,:_-]+$/.test(value)) return false;
  if (new Set(value).size < minVariety || isWordy(value)) return false;
  const score = pairScore(value);
  const spoken = score !== undefined && score >= 5;
  if (!/[0-9]/.test(value)) return value.length >= minLength + 4 && score !== undefined && score < 4.8;
  const rate = changeRate(value);
  return value.length < 16 ? rate >= 0.3 : rate >= 0.25 || (!spoken && rate >= 0.12);
}
