import { isKnownExample } from './knownExamples.ts';

/** Words that people put into a token to say that it is none. */
const refusals =
  /example|sample|placeholder|dummy|fake|your|insert|replace|redact|change-?me|foobar|test_?key|xxxx|notreal|invalid/i;
/** What people type when a token needs words. */
const fillers = /secret|token|deadbeef|abcdef|qwerty/i;

/** The runs that people type when a token needs characters. */
const runs = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zyxwvutsrqponmlkjihgfedcba',
  '9876543210',
];
const runLength = 6;

/** Shannon entropy in bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Whether six or more neighbours on the keyboard, in the alphabet or among the digits stand in a row. */
export function hasTypedRun(text: string): boolean {
  const lower = text.toLowerCase();
  for (let i = 0; i + runLength <= lower.length; i++) {
    const piece = lower.slice(i, i + runLength);
    if (runs.some((run) => run.includes(piece)) || piece === '567890' || piece === '678901') return true;
  }
  return false;
}

/** Whether a short piece is only repeated: `aaaa…`, `abcabcabc…`, `0f0f0f…`. */
export function isRepetition(text: string): boolean {
  for (let period = 1; period <= 10 && period * 3 <= text.length; period++) {
    if (
      text ===
      text
        .slice(0, period)
        .repeat(Math.ceil(text.length / period))
        .slice(0, text.length)
    )
      return true;
  }
  return false;
}

/** Whether a token-shaped text tells whoever reads it that it is none. */
export const saysSo = (text: string): boolean =>
  refusals.test(text) || isRepetition(text) || isKnownExample(text) || /(.)\1{5}|\.\.\.|…|\*\*\*/.test(text);

/**
 * Whether a token-shaped text was typed by someone to show a form, and not made by a machine: filler words, one
 * character many times over, runs on the keyboard, little variety. Random tokens practically never look so:
 * each test was chosen to be wrong for fewer than one random 20-character token in a thousand.
 */
export function looksMadeUp(text: string): boolean {
  if (saysSo(text) || fillers.test(text) || hasTypedRun(text)) return true;
  const letters = text.replace(/[^A-Za-z0-9]/g, '');
  const hex = /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(letters);
  const enough = letters.length < 12 ? 1.5 : letters.length < 20 ? 2.2 : hex ? 2.6 : 3;
  return entropy(letters) < enough;
}

/** Whether capitals, small letters and digits all occur, as in nearly every long random base-62 or base-64 text. */
export function hasMixedClasses(text: string): boolean {
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /[0-9]/.test(text);
}
