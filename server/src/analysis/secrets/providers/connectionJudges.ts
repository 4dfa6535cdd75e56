import type { Confidence } from '../../../model/vocabulary.ts';
import { decodeBase64 } from '../base64.ts';
import { isKnownExample } from '../knownExamples.ts';
import { looksMadeUp } from '../madeUp.ts';
import { isWeakPassword, judgePassword } from '../passwords.ts';
import { placeholder } from '../placeholders.ts';
import type { Candidate } from '../types.ts';
import { isWordy, looksRandom } from '../wordiness.ts';

type Judge = (candidate: Candidate) => Confidence | undefined;

/** Where nobody's data is: reserved names (RFC 2606) and holes to fill. */
const exampleHost =
  /(?:^|\.)(?:example(?:\.(?:com|org|net|io|dev))?|test|invalid|foo\.com|bar\.com|domain\.(?:com|tld)|yourdomain\.com|my-?domain\.com|(?:your|my)-?(?:host|server)[a-z.-]{0,40}|host(?:name)?|server|domain|proxy|site\.com|acme\.com)$/i;
const ownMachine =
  /^(?:localhost|127\.[0-9.]+|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|[a-z0-9-]+\.local(?:host|domain)?)$/i;

/** Undoes percent encoding; leaves the text as it is where that is not well formed. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How sure a password for a service at `host` is real. At one's own machine and in compose files more is forgiven. */
function judgeServicePassword(password: string, user: string, host: string): Confidence | undefined {
  const name = host.split(':$', 1)[0]?.replace(/:[0-9]*$/, '') ?? '';
  if (placeholder(name) === 'reference' || placeholder(name) === 'masked' || exampleHost.test(name))
    return undefined;
  if (isWeakPassword(password)) {
    if (name.includes('.') && !ownMachine.test(name)) return 'medium';
    return /[0-9]/.test(password) ? 'low' : undefined;
  }
  const kind = placeholder(password);
  if (kind !== undefined || password.length < 3 || (looksMadeUp(password) && password.length > 16))
    return undefined;
  const sure = looksRandom(password, 10) ? 'high' : judgePassword(password);
  if (ownMachine.test(name)) return sure === 'high' ? 'medium' : sure && 'low';
  if (!name.includes('.'))
    return password === user || sure === undefined ? undefined : isWordy(password) ? 'low' : 'medium';
  return sure ?? (password.length >= 6 && !/^[0-9]+$/.test(password) ? 'medium' : undefined);
}

/** `scheme://user:password@host`: the place leaves no doubt that it is a password, so words count at a real host. */
export const judgeConnectionUrl: Judge = ({ secret, groups }) =>
  judgeServicePassword(decodePercent(secret), groups.user ?? '', groups.host ?? '');

/** `Server=…;User Id=…;Password=…` and `jdbc:…?user=…&password=…`. */
export const judgeKeyValueString: Judge = ({ secret, text, start }) => {
  const line =
    text
      .slice(Math.max(0, start - 400), start)
      .split(/[\n"'`]/)
      .at(-1) ?? '';
  const host =
    /(?:server|data source|host|address|addr)\s?=\s?(?:tcp:)?([^;,&\s]+)/i.exec(line)?.[1] ??
    /jdbc:[a-z:]{1,30}\/\/([^/?:]{1,200})/i.exec(line)?.[1];
  return host === undefined ? undefined : judgeServicePassword(secret, '', host);
};

/** `user:password` in base64. */
export const judgeBasic: Judge = ({ secret }) => {
  const decoded = isKnownExample(secret) ? undefined : decodeBase64(secret);
  const parts =
    decoded === undefined ? undefined : /^([\x21-\x39\x3b-\x7e]{0,200}):([\x20-\x7e]{0,300})$/.exec(decoded);
  if (!parts) return undefined;
  const [, user = '', password = ''] = parts;
  if (password === '') return looksRandom(user, 20) && !looksMadeUp(user) ? 'medium' : undefined;
  if (password.includes(' ') || looksMadeUp(password))
    return looksMadeUp(password) ? undefined : judgePassword(password);
  return judgePassword(password) ?? (looksRandom(password, 12) ? 'high' : undefined);
};

/** A literal token behind `Bearer`. A JSON web token has a provider of its own. */
export const judgeBearer: Judge = ({ secret }) => {
  if (secret.startsWith('eyJ') || placeholder(secret) !== undefined || looksMadeUp(secret) || isWordy(secret))
    return undefined;
  return looksRandom(secret, 20) ? 'medium' : undefined;
};

export const judgeNetrc: Judge = ({ secret, groups }) =>
  exampleHost.test(groups.host ?? '') || secret.includes('\\')
    ? undefined
    : (judgePassword(secret) ?? (looksRandom(secret, 12) ? 'medium' : undefined));

/** `curl -u user:password`, with the program on the same line or a line continued before it. */
export const judgeCommandLine: Judge = (candidate) => {
  const { text, start } = candidate;
  const line =
    text
      .slice(Math.max(0, start - 400), start)
      .replaceAll('\\\n', ' ')
      .split('\n')
      .at(-1) ?? '';
  return /(?:curl|wget|https?|xh) /.test(line) ? judgeTyped(candidate) : undefined;
};

/** What is typed where only a password can stand. */
export const judgeTyped: Judge = ({ secret }) =>
  (isWeakPassword(secret) && !/[0-9]/.test(secret) ? undefined : judgePassword(secret)) ??
  (looksRandom(secret, 12) && !looksMadeUp(secret) ? 'medium' : undefined);
