import { decodeBase64 } from './base64.ts';
import { looksMadeUp, saysSo } from './madeUp.ts';
import { isSecretName, nameWords } from './naming.ts';
import { isWeakPassword, judgePassword } from './passwords.ts';
import { placeholder } from './placeholders.ts';
import { findProviderSecrets } from './providers.ts';
import { publicByDesign } from './publicByDesign.ts';
import { harmlessShape, isRandomUuid, isUuid } from './shapes.ts';
import type { Judgement, SecretKind } from './types.ts';
import { isWordy, letterRuns, looksRandom } from './wordiness.ts';

const no = (reason: string): Judgement => ({ secret: false, confidence: 'high', reason });
const yes = (confidence: Judgement['confidence'], reason: string): Judgement => ({
  secret: true,
  confidence,
  reason,
});

/** Longer literals are documents and not secrets, and are not worth the time. */
const maxLength = 20_000;

/** The shortest token that is worth a finding: below, a random text can't be told from a word. */
const minToken = 12;

const placeholderReasons = {
  absent: 'it says that there is none',
  reference: 'it refers to where the secret is kept',
  'fill-in': 'it is a placeholder',
  masked: 'it is masked',
} as const;

function judgeToken(value: string): Judgement {
  if (value.length < minToken) return no('it is too short');
  if (isUuid(value)) {
    return isRandomUuid(value) && !looksMadeUp(value)
      ? yes('medium', 'it is a random uuid')
      : no('it is an id');
  }
  if (isWordy(value)) return no('it is made of words');
  if (value.length >= 12 && looksMadeUp(value)) {
    return value.length >= 16 && !saysSo(value) && /[0-9]/.test(value) && /[A-Za-z]/.test(value)
      ? yes('medium', 'it was typed, and is in force')
      : no('it looks made up');
  }
  if (looksRandom(value, 16)) return yes(value.length >= 24 ? 'high' : 'medium', 'it looks random');
  if (looksRandom(value, minToken)) return yes('low', 'it looks random but is short');
  return no('it does not look random');
}

function judgePasswordValue(value: string): Judgement {
  const confidence = judgePassword(value);
  return confidence === undefined
    ? no('it is no password that anyone would have')
    : yes(confidence, 'it looks like a password');
}

/** Values that look like signing secrets and name an algorithm, a header or where the secret is kept. */
const namesOnly =
  /^(?:aes|sha|hs|rs|es|ps|hmac|rsa|ecdsa|ed|chacha|xchacha)[-_]?[0-9]*(?:[-_][a-z0-9]{2,10}){0,3}$|^x-|[-_.:](?:id|name|path|file|ref|arn|alias|version|label|header|field|type|env|var)$/i;

/** What tables of settings and columns say of a name: `session_secret: 'string'`. */
const typeNames =
  /^(?:string|number|boolean|integer|object|array|varchar|binary|buffer|hidden|required|optional)$/i;

/**
 * A text that signs or encrypts is in force whatever it says, so words, digits and `change-me` count. What does
 * not: the name of a setting, an address, a text for people.
 */
function judgeSigning(value: string): Judgement {
  if (looksRandom(value, 16)) return yes('high', 'it looks random');
  if (
    /^(?!.*[0-9]{3}$)[a-z]+(?:[A-Z][a-z0-9]*)+$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$|^[a-z][a-zA-Z]*(?:[.:][a-z][a-zA-Z]*)+$/.test(
      value,
    )
  ) {
    return no('it is an identifier');
  }
  if (typeNames.test(value)) return no('it is the name of a type');
  if (namesOnly.test(value)) return no('it is a name');
  if (value.length < 6 || (letterRuns(value).length === 0 && value.length < 16)) return no('it is too short');
  return yes('medium', 'a text that signs or encrypts is in force whatever it says');
}

/** Digits alone, or a few words in small letters: a shape that only a signing secret may have. */
const isSigningPhrase = (value: string): boolean =>
  /^(?:[0-9]{16,64}|[a-z0-9]{2,20}(?: [a-z0-9]{2,20}){1,5})$/.test(value);

/** Twelve to 24 words that a wallet's keys are made of; those of every test chain repeat one. */
const isMnemonic = (value: string): boolean =>
  /^[a-z]{3,8}(?: [a-z]{3,8}){11}(?:(?: [a-z]{3,8}){3}){0,4}$/.test(value) &&
  new Set(value.split(' ')).size > 8;

/** What stands in base64, where that is readable text: Kubernetes keeps even placeholders so. */
function decodeText(value: string): string | undefined {
  if (value.length < 8 || value.length % 4 !== 0) return undefined;
  const text = decodeBase64(value)?.trim();
  return text !== undefined && /^[\x20-\x7e]{3,}$/.test(text) ? text : undefined;
}

/** Whether the value only repeats the name it is given to: `API_KEY = 'api-key'`. */
export function repeatsName(name: string, value: string): boolean {
  const words = nameWords(value);
  return words.length > 0 && words.join('') === nameWords(name).join('');
}

/** The same where a position in the code, and not a name, says what the value is, such as a signing call's argument. */
export function judgeKind(kind: SecretKind, literal: string): Judgement {
  if (literal.length > maxLength) return no('it is too long');
  const value = literal.trim().replace(/^(?:Bearer|Basic|Token|token|Bot|ApiKey|SSWS)\s+(?=\S)/, '');
  const open = publicByDesign(value);
  if (open !== undefined) return no(`it is ${open}`);
  const [known] = findProviderSecrets(value, true);
  if (known) return yes(known.confidence, `it has the form of a known credential: ${known.name}`);
  if (kind === 'connection') return no('it holds no password');
  if (kind === 'password' && isWeakPassword(value))
    return yes('medium', 'it is a weak password that is in use');
  const hole = placeholder(value) ?? placeholder(decodeText(value) ?? value);
  const counts =
    kind === 'signing' && (hole === 'fill-in' ? !/^[<[({]/.test(value) : /^[0-9]{16,64}$/.test(value));
  if (hole !== undefined && !counts) return no(placeholderReasons[hole]);
  if (kind === 'secret' && isMnemonic(value)) return yes('high', 'it has the form of the words of a wallet');
  if (kind === 'password' && /^[a-z]{4}(?: [a-z]{4}){3}$/.test(value) && !isWordy(value))
    return yes('high', "it has the form of Google's passwords for applications");
  const shape = harmlessShape(value);
  if (shape !== undefined && !(kind === 'signing' && isSigningPhrase(value))) return no(`it is ${shape}`);
  if (kind === 'signing') return judgeSigning(value);
  if (kind === 'secret' && value.length < minToken && judgePassword(value) === 'high')
    return yes('medium', 'it looks like a password');
  return kind === 'password' ? judgePasswordValue(value) : judgeToken(value);
}

/**
 * Whether `value`, a literal that is given to a thing called `name`, is a real secret. Precision comes first: what
 * could be a label, a name or a placeholder is taken for one.
 */
export function judgeValue(name: string, value: string): Judgement {
  const kind = isSecretName(name);
  if (kind === undefined) return no('its name speaks of no secret');
  return repeatsName(name, value) ? no('it repeats its name') : judgeKind(kind, value);
}
