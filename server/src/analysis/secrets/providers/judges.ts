import type { Confidence } from '../../../model/vocabulary.ts';
import { decodeBase64, decodeJson } from '../base64.ts';
import { hasCrc32Tail } from '../crc32.ts';
import { entropy, hasMixedClasses, isRepetition, looksMadeUp } from '../madeUp.ts';
import type { Candidate } from '../types.ts';

type Judge = (candidate: Candidate) => Confidence | undefined;

/** The text around a candidate, `reach` characters to each side. */
const around = ({ text, start, end }: Candidate, reach: number): string =>
  text.slice(Math.max(0, start - reach), end + reach);

/** The length of the prefixes `ghp_`, `gho_`, `ghu_`, `ghr_` and `ghs_`. */
const githubPrefix = 4;

export const judgeGithubToken: Judge = ({ secret }) =>
  hasCrc32Tail(secret.slice(githubPrefix)) ? 'high' : 'low';

export const judgeGithubApp: Judge = (candidate) => {
  const { secret } = candidate;
  if (!secret.includes('.')) return secret.includes('-') ? undefined : judgeGithubToken(candidate);
  const header = secret.slice(secret.indexOf('eyJ'), secret.indexOf('.'));
  return typeof decodeJson(header)?.alg === 'string' ? 'high' : undefined;
};

/** Firebase and Maps need their key in the page and restrict it by site instead, as what stands around it shows. */
const isGoogleKeyForPages = (around: string): boolean =>
  /firebaseapp\.com|authDomain|messagingSenderId|auth_domain|AUTH_DOMAIN|maps\/api\/(?:js|staticmap|embed)/.test(
    around,
  );

export const judgeGoogleKey: Judge = (candidate) =>
  isGoogleKeyForPages(around(candidate, 600)) ? undefined : 'medium';

/** Whether a text at a place is a key of Google's that pages need. */
export const isForPages = (value: string, text: string, start: number): boolean =>
  /^AIza[A-Za-z0-9_-]{35}$/.test(value) &&
  isGoogleKeyForPages(text.slice(Math.max(0, start - 600), start + 640));

/** The keys that Microsoft's local emulators of Storage and Cosmos DB have, the same for everyone. */
const emulatorKeys = ['Eby8vdM02x', 'C2y6yDjf5/'];

export const judgeAzureKey: Judge = ({ secret }) =>
  hasMixedClasses(secret) && !emulatorKeys.some((key) => secret.startsWith(key)) ? 'high' : undefined;

/** The first part is the account's number, 17 to 20 digits, in base64. */
export const judgeDiscordToken: Judge = ({ secret }) =>
  /^[0-9]{17,20}$/.test(decodeBase64(secret.slice(0, secret.indexOf('.'))) ?? '') ? 'high' : undefined;

export const judgeSentryOrganization: Judge = ({ groups }) => {
  const payload = decodeJson(groups.payload ?? '');
  return payload && 'org' in payload ? 'high' : undefined;
};

export const judgeGrafanaCloud: Judge = ({ secret }) => {
  const payload = decodeJson(secret.slice('glc_'.length));
  return payload && 'k' in payload ? 'high' : undefined;
};

/** The base64 characters of the shortest key, Ed25519 in PKCS #8, less a few. */
const shortestKey = 60;

/** The base64 of a PEM block without line breaks, escapes, quotes, string joins and header lines. */
function pemBody(block: string): string {
  return block
    .replace(/-{5}[^-]{5,60}-{5}/g, '')
    .replace(/\\[rnt]/g, '\n')
    .split('\n')
    .filter((line) => !line.includes(': '))
    .join('')
    .replace(/[^A-Za-z0-9+/=]/g, '')
    .replace(/^\++/, '');
}

/** Judges a whole PEM block, with its lines in any language's way of writing a long string. */
export const judgePem: Judge = ({ secret }) => {
  if (/\.\.\.|…|\*\*\*|x{6}|\$\{|\{\{|EXAMPLE|REDACTED|<[a-z]/i.test(secret)) return undefined;
  const body = pemBody(secret);
  if (body.length < shortestKey || isRepetition(body.slice(0, 60)) || entropy(body) < 4) return undefined;
  const kind = /^-{5}BEGIN ([A-Z0-9 ]*)-{5}/.exec(secret)?.[1] ?? '';
  const begins = kind.startsWith('PGP') || /^(?:M|b3BlbnNzaC1rZXkt)/.test(body);
  return begins && !/ENCRYPTED/.test(secret) ? 'high' : 'medium';
};

export const judgeEncodedPem: Judge = (candidate) => {
  const block = decodeBase64(candidate.secret);
  return block && /^-{5}BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(block)
    ? judgePem({ ...candidate, secret: block })
    : undefined;
};

export const judgePutty: Judge = ({ text, end }) =>
  /Private-Lines: [0-9]+\s+[A-Za-z0-9+/]{40}/.test(text.slice(end, end + 8000)) ? 'high' : undefined;

/** `d` is the private part of a JSON web key; the key type stands beside it. */
export const judgeJwk: Judge = (candidate) =>
  /"kty"\s*:/.test(around(candidate, 3000)) ? 'high' : undefined;

/** A token whose time ended before this was written opens nothing. Seconds since 1970. */
const longAgo = Date.UTC(2026, 0, 1) / 1000;

/**
 * Judges a JSON web token by what it says. Supabase's `service_role` key passes by every rule of the database,
 * its `anon` key is meant for browsers; what is expired, unsigned or the example of jwt.io opens nothing.
 */
export const judgeJwt: Judge = ({ secret }) => {
  const [head = '', body = '', signature = ''] = secret.split('.');
  const header = decodeJson(head);
  const payload = decodeJson(body);
  if (typeof header?.alg !== 'string' || header.alg.toLowerCase() === 'none' || !payload) return undefined;
  if (typeof payload.exp === 'number' && payload.exp < longAgo) return undefined;
  if (payload.role === 'anon' || payload.sub === '1234567890' || payload.name === 'John Doe')
    return undefined;
  if (looksMadeUp(signature)) return undefined;
  return payload.role === 'service_role' ? 'high' : 'medium';
};
