import { hasTypedRun } from './madeUp.ts';
import { isWordy, letterRuns } from './wordiness.ts';

/** A test for what a value is when it is no secret, and the words that say it after "it is". */
interface Shape {
  readonly reason: string;
  readonly test: (value: string) => boolean;
}

const by =
  (pattern: RegExp): Shape['test'] =>
  (value) =>
    pattern.test(value);

/** What strings in programs usually are. In this order: the first that fits gives the reason. */
const shapes: readonly Shape[] = [
  { reason: 'text for people', test: (value) => /\s/.test(value) && !/^-----BEGIN/.test(value) },
  { reason: 'text for people', test: by(/[^\p{ASCII}]/u) },
  { reason: 'markup or structured data', test: by(/^<[a-z!/?]|^\{.*[:}]|^\[.*\]$|<\/[a-z]/is) },
  { reason: 'a pattern', test: (value) => value.length > 1 && value.startsWith('^') && value.endsWith('$') },
  { reason: 'a pattern', test: by(/\\[dwsbDWS]|\(\?[:=!<]|\[[^\][]{1,40}\][+*{?]/) },
  {
    reason: 'a date or a time',
    test: by(
      /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?$|^[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$/,
    ),
  },
  {
    reason: 'a number',
    test: by(
      /^[+-]?(?:[0-9][0-9_]*(?:\.[0-9]+)?|\.[0-9]+)(?:e[+-]?[0-9]+)?(?:%|px|em|rem|ms|s|m|h|d|kb|mb|gb)?$/i,
    ),
  },
  { reason: 'a version', test: by(/^[\^~v<>=]*[0-9]+\.[0-9]+(?:\.[0-9]+)?(?:[-+][0-9A-Za-z.-]+)?$/) },
  { reason: 'an e-mail address', test: by(/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/) },
  { reason: 'an address', test: by(/^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|data:|blob:|urn:|tel:|www\.)/i) },
  {
    reason: 'a domain',
    test: by(
      /^(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|co|ai|cloud|local|internal|gov|edu)(?::[0-9]+)?(?:\/.*)?$/,
    ),
  },
  {
    reason: 'a path',
    test: by(
      /^(?:\.{1,2}\/|~\/|[A-Za-z]:\\|\/(?:etc|var|usr|home|run|tmp|opt|api|app|auth|v[0-9]|src|data|mnt|root|secrets?)\b)/,
    ),
  },
  {
    reason: 'a path',
    test: (value) =>
      /\//.test(value) &&
      !/[+=]/.test(value) &&
      value.split('/').every((part) => part === '' || isWordy(part) || part.length < 4),
  },
  {
    reason: 'a file name',
    test: by(
      /^[\w@.-]+\.(?:json|ya?ml|toml|pem|key|crt|cer|pfx|p12|jks|txt|log|js|mjs|cjs|ts|tsx|jsx|py|go|rb|java|php|env|ini|conf|cfg|properties|sh|sql|md|html?|css|scss|svg|png|jpe?g|gif|ico|vue|xml|csv)$/i,
    ),
  },
  { reason: 'a media type', test: by(/^(?:application|text|image|audio|video|font|multipart)\/[\w.+*-]+/) },
  { reason: 'a color or a style', test: by(/^#[0-9a-f]{3,8}$|^(?:rgba?|hsla?|var|calc|url)\(/i) },
  {
    reason: 'an alphabet',
    test: (value) => value.length >= 20 && hasTypedRun(value) && new Set(value).size >= value.length - 2,
  },
  { reason: 'a selector', test: by(/^[.#][A-Za-z][A-Za-z0-9_-]*$/) },
  { reason: 'the address of a wallet or contract', test: by(/^0x[0-9a-fA-F]{40}$/) },
  {
    reason: 'a hash of a password',
    test: by(
      /^\$(?:2[abxy]?|5|6|1|apr1|argon2[a-z]*|pbkdf2[a-z0-9-]*|scrypt|y)\$|^\{S?SHA[0-9]*\}|^(?:pbkdf2|bcrypt|argon2|scrypt)[:_$]/i,
    ),
  },
  { reason: 'a checksum', test: by(/^(?:sha(?:1|224|256|384|512)|md5)[-:]/i) },
  { reason: 'a namespace or a class', test: by(/^(?:[A-Za-z_][\w]*)(?:(?:\\|::|\.)[A-Za-z_]\w*)+$/) },
  {
    reason: 'a constant',
    test: (value) =>
      /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value) &&
      letterRuns(value).some((run) => run.length > 3 && isWordy(run)),
  },
];

/** What a value is when it is plainly something else than a secret, or undefined. */
export function harmlessShape(value: string): string | undefined {
  return shapes.find(({ test }) => test(value))?.reason;
}

/** A uuid of version 4, which is random; other versions hold a time or a name. */
export const isRandomUuid = (value: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(value);

/** Any uuid, the ones that are all zeros or all the same among them. */
export const isUuid = (value: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
