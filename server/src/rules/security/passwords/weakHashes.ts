import type * as tsMorph from 'ts-morph';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { numberOf } from '../../../analysis/numbers.ts';
import { heldValue, objectOf, optionOf } from '../../../analysis/options.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { functionAround, holdsPassword, isNamedForPasswords, isParameterOf } from './passwordValues.ts';

type Call = tsMorph.ts.CallExpression;

/** A password that is hashed too fast. */
export interface WeakHash {
  readonly node: ScriptNode;
  readonly kind: 'fast' | 'cost';
  /** What makes it weak, as it is written. */
  readonly what: string;
  /** The number that decides; with what it should be. */
  readonly cost?: { readonly node: ScriptNode; readonly atLeast: number } | undefined;
  /** Stored hashes stay good when the number changes. */
  readonly compatible?: boolean;
}

const fast =
  /^(?:md[245]|sha-?[0-3](?:[-_/]?\d{3})?(?:[-_/]\d{3})?|sha-?\d{3}|ripemd-?160|blake[23][bs]?\d{0,3}|whirlpool|xxhash\w*|crc32|murmur\w*|keccak\d*)$/i;

export function weakHashAt(call: Call): WeakHash | undefined {
  const name = lastName(call.expression) ?? '';
  if (name === 'update') return ofUpdate(call);
  if (name === 'digest') return ofSubtle(call);
  if (/^(?:hash|hashSync|genSalt|genSaltSync)$/.test(name))
    return ofBcrypt(call, name) ?? ofNodeHash(call) ?? ofArgon2(call) ?? ofFunction(call, name);
  if (/^pbkdf2(?:Sync|Async)?$/i.test(name)) return ofPbkdf2(call);
  if (/^scrypt(?:Sync|Async)?$/i.test(name)) return ofScrypt(call);
  return ofFunction(call, name);
}

/** `createHash('sha256').update(password)`, also through a variable, with a salt or as an HMAC. */
function ofUpdate(call: Call): WeakHash | undefined {
  const [data] = call.arguments;
  if (!data || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  const made = creationOf(call.expression.expression);
  if (!made) return undefined;
  return isHashedPassword(call, data) ? { node: call, kind: 'fast', what: made } : undefined;
}

/** The algorithm of `createHash('md5')`, `md5.create()`, `new CryptoHasher('sha256')`. */
function creationOf(expression: ScriptNode, depth = 4): string | undefined {
  const node = heldValue(expression);
  if (depth === 0) return undefined;
  if (ts.isNewExpression(node))
    return lastName(node.expression) === 'CryptoHasher' ? algorithmOf(node.arguments?.[0]) : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const name = lastName(node.expression) ?? '';
  if (name === 'createHash' || name === 'createHmac') return algorithmOf(node.arguments[0]) ?? 'a fast hash';
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression: receiver } = node.expression;
  if (name === 'create') return fast.test(lastName(receiver) ?? '') ? lastName(receiver) : undefined;
  return name === 'update' ? creationOf(receiver, depth - 1) : undefined;
}

function algorithmOf(node: ScriptNode | undefined): string | undefined {
  const value = node && heldValue(node);
  return value && ts.isStringLiteralLike(value) ? value.text : undefined;
}

/** `crypto.subtle.digest('SHA-256', encoder.encode(password))` */
function ofSubtle(call: Call): WeakHash | undefined {
  const [algorithm, data] = call.arguments;
  const what = algorithmOf(algorithm);
  return what !== undefined && fast.test(what) && data && isHashedPassword(call, data)
    ? { node: call, kind: 'fast', what }
    : undefined;
}

/** `crypto.hash('sha256', password)` */
function ofNodeHash(call: Call): WeakHash | undefined {
  const [algorithm, data] = call.arguments;
  const what = algorithmOf(algorithm);
  return what !== undefined && fast.test(what) && data && holdsPassword(data) && !isOtherUse(call)
    ? { node: call, kind: 'fast', what }
    : undefined;
}

/** `md5(password)`, `CryptoJS.SHA256(password)`, `Md5.hashStr(password)` */
function ofFunction(call: Call, name: string): WeakHash | undefined {
  const [data] = call.arguments;
  if (!data) return undefined;
  const receiver = ts.isPropertyAccessExpression(call.expression)
    ? (lastName(call.expression.expression) ?? '')
    : '';
  const own = /^(?:Hmac)?(?:MD5|SHA(?:1|224|256|384|512|3)|RIPEMD160)$/i.test(name) ? name : undefined;
  const ofModule =
    fast.test(receiver) && /^(?:hashStr|hashAsciiStr|hex|array|digest|hash|b64|base64)$/.test(name)
      ? receiver
      : undefined;
  const imported =
    own || ofModule || ts.isPropertyAccessExpression(call.expression)
      ? undefined
      : importedFrom(call.expression)?.module;
  const ofBun = name === 'hash' && receiver === 'Bun' ? 'Bun.hash' : undefined;
  const what =
    own ??
    ofModule ??
    ofBun ??
    (imported && /^(?:md5|sha1|sha256|sha512|js-md5|js-sha\d+|blueimp-md5|object-hash)$/.test(imported)
      ? imported
      : undefined);
  return what !== undefined && isHashedPassword(call, data) ? { node: call, kind: 'fast', what } : undefined;
}

/** `bcrypt.hash(password, 8)`, `bcrypt.genSalt(5)` */
function ofBcrypt(call: Call, name: string): WeakHash | undefined {
  const imported = importedFrom(call.expression)?.module;
  const receiver = ts.isPropertyAccessExpression(call.expression)
    ? (lastName(call.expression.expression) ?? '')
    : '';
  if (imported ? !/bcrypt/i.test(imported) : !/bcrypt/i.test(receiver)) return undefined;
  const cost = name.startsWith('gen') ? call.arguments[0] : call.arguments[1];
  return ofCost(call, cost, 10, 12, 'bcrypt rounds', true);
}

function ofCost(
  call: Call,
  node: ScriptNode | undefined,
  least: number,
  atLeast: number,
  what: string,
  compatible: boolean,
): WeakHash | undefined {
  const cost = node && numberOf(node);
  if (!node || cost === undefined || cost >= least) return undefined;
  return { node: call, kind: 'cost', what: `${cost} ${what}`, cost: { node, atLeast }, compatible };
}

/** `pbkdf2Sync(password, salt, 1000, 64, 'sha512')`, CryptoJS's with `{ iterations }` */
function ofPbkdf2(call: Call): WeakHash | undefined {
  const [password, , third] = call.arguments;
  if (!password || !third || !isHashedPassword(call, password)) return undefined;
  const options = objectOf(third);
  const iterations = options ? optionOf(options, 'iterations') : undefined;
  const node = iterations ? (iterations.kind === 'is' ? iterations.value : undefined) : third;
  return ofCost(call, node, 100_000, 600_000, 'iterations of PBKDF2', false);
}

/** `scryptSync(password, salt, 64, { N: 1024 })` */
function ofScrypt(call: Call): WeakHash | undefined {
  const [password] = call.arguments;
  const options = call.arguments
    .slice(2)
    .map((each) => objectOf(each))
    .find((each) => each !== undefined);
  const cost = options && optionOf(options, 'N', 'cost');
  if (!password || cost?.kind !== 'is' || !isHashedPassword(call, password)) return undefined;
  return ofCost(call, cost.value, 2 ** 14, 2 ** 17, 'as the cost of scrypt', false);
}

/** `argon2.hash(password, { memoryCost: 1024 })` */
function ofArgon2(call: Call): WeakHash | undefined {
  const receiver = ts.isPropertyAccessExpression(call.expression)
    ? (lastName(call.expression.expression) ?? '')
    : '';
  const [, second] = call.arguments;
  const options = /argon2/i.test(receiver) ? objectOf(second) : undefined;
  const memory = options && optionOf(options, 'memoryCost');
  if (memory?.kind !== 'is') return undefined;
  return ofCost(call, memory.value, 7_168, 19_456, 'KiB of memory for Argon2', true);
}

/** `{ name: 'PBKDF2', salt, iterations: 1000 }` of the Web Crypto API. */
export function weakKeyDerivation(object: tsMorph.ts.ObjectLiteralExpression): WeakHash | undefined {
  const name = optionOf(object, 'name');
  const iterations = optionOf(object, 'iterations');
  if (name.kind !== 'is' || iterations.kind !== 'is' || algorithmOf(name.value)?.toUpperCase() !== 'PBKDF2')
    return undefined;
  const count = numberOf(iterations.value);
  if (count === undefined || count >= 100_000) return undefined;
  return /passw(?:or)?d|passphrase/i.test(functionAround(object).getText().slice(0, 3_000))
    ? { node: iterations.property, kind: 'cost', what: `${count} iterations of PBKDF2` }
    : undefined;
}

function isHashedPassword(call: Call, data: ScriptNode): boolean {
  const holds =
    holdsPassword(data) || (isNamedForPasswords(call) && (isParameterOf(data) || isGivenToPassword(data)));
  return holds && !isOtherUse(call);
}

/** In `hashPassword(value)`, a text that is made of what it was given. */
const isGivenToPassword = (data: ScriptNode): boolean =>
  (ts.isBinaryExpression(data) && (isParameterOf(data.left) || isParameterOf(data.right))) ||
  (ts.isTemplateExpression(data) && data.templateSpans.some((span) => isParameterOf(span.expression)));

/** Words of protocols that prescribe the hash, of looking a password up in a list of leaks, and of a real hash around it. */
const otherUses =
  /pwned|hibp|breach|leaked|compromised|\bha1\b|\brealm\b|digest_?auth|scramble|challenge|\bseed\b|mysql_native|scram|ntlm|nt_?hash|utf-?16le|wsse|password_?digest|nonce|createCipheriv|createDecipheriv|bcrypt|argon2|\bscrypt|pbkdf2|cache_?key|gravatar|etag|\.(?:slice|substring|substr)\(0, ?5\)|\b(?:fingerprint|checksum)\b/i;

function isOtherUse(call: Call): boolean {
  const scope = functionAround(call);
  const text = scope.getText();
  const name = lastName(call.expression) ?? '';
  const own = /^(?:pbkdf2|scrypt)/i.test(name);
  const rest = own ? text.replace(/pbkdf2|scrypt/gi, '') : text;
  if (otherUses.test(rest.slice(0, 5_000))) return true;
  // Two texts of the same length, so that they can be compared in constant time.
  return /timingSafeEqual/.test(text) && text.split(/createH(?:ash|mac)\(/).length > 2;
}
