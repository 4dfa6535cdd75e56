import { base62, crc32 } from '../../../server/src/analysis/secrets/crc32.ts';

/** A generator with a seed (mulberry32), so that each run makes the same tokens. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = seeded(20260117);
const lowers = 'abcdefghijklmnopqrstuvwxyz';
const capitals = lowers.toUpperCase();
const numbers = '0123456789';

/** Random characters of an alphabet. */
export const from = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(Math.floor(next() * alphabet.length))).join('');

export const digits = (length: number): string => from(numbers, length);
export const hex = (length: number): string => from('0123456789abcdef', length);
export const lower = (length: number): string => from(lowers + numbers, length);
export const upper = (length: number): string => from(capitals + numbers, length);
export const base32 = (length: number): string => from(`${capitals}234567`, length);
export const b62 = (length: number): string => from(lowers + capitals + numbers, length);
export const b64url = (length: number): string =>
  `${from(`${lowers + capitals + numbers}-_`, length - 1)}${b62(1)}`;
/** Base64 without padding; begins with a letter. */
export const b64 = (length: number): string =>
  `${from(lowers, 1)}${from(`${lowers}${capitals}${numbers}+/`, length - 1)}`;
export const uuid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;

/** A prefix, random base 62, and their checksum as GitHub and npm make it. */
export function checked(prefix: string, length = 30): string {
  const body = b62(length);
  return prefix + body + base62(crc32(body), 6);
}

/** Text in base64 or base64url. */
export const encode = (text: string): string => Buffer.from(text).toString('base64');
export const encodeUrl = (text: string): string => Buffer.from(text).toString('base64url');

/** A token with a header, this payload and a random signature. */
export const jwt = (payload: object, header: object = { alg: 'HS256', typ: 'JWT' }): string =>
  [encodeUrl(JSON.stringify(header)), encodeUrl(JSON.stringify(payload)), b64url(43)].join('.');

/** A PEM block of this kind with lines of random base64. */
export function pem(kind: string, body = `MII${from(`${lowers}${capitals}${numbers}+/`, 381)}`): string {
  const lines = body.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`].join('\n');
}
