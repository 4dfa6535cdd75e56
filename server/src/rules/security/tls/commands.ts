import { isPublicHost, readUrl } from '../../../analysis/hosts.ts';

/** Words of a command, setting or URL that turn the check of certificates off. Offsets count from 0. */
export interface TlsOff {
  readonly start: number;
  readonly end: number;
  /** As people write it. */
  readonly what: string;
  /** What may stand there instead; undefined where only a person can tell. */
  readonly instead?: string;
}

interface Pattern {
  readonly find: RegExp;
  readonly what: string;
  /** Judges the rest of the command. */
  readonly when?: (line: string) => boolean;
}

/** Lower-case words, one of which stands in every text that has a match. */
export const commandWords: readonly string[] = [
  ...['node_tls_reject_unauthorized', 'curl', 'no-check-certificate', 'sslverify', 'git_ssl_no_verify'],
  ...['strict-ssl', 'strict_ssl', 'enablestrictssl', 'sslmode=no-verify', 'tlsallowinvalid', 'tlsinsecure='],
  ...['trustservercertificate', 'insecure-skip-tls-verify', 'rejectunauthorized', 'insecureskipverify'],
  ...['ignore-certificate-errors'],
];

const patterns: readonly Pattern[] = [
  {
    find: /\bNODE_TLS_REJECT_UNAUTHORIZED["']?[ \t]{0,4}[=: ][ \t]{0,4}["']?0\b["']?/g,
    what: 'NODE_TLS_REJECT_UNAUTHORIZED=0',
  },
  {
    find: /\bcurl\b(?=[^\n|;&]{0,400}?[ \t](?:--insecure|-[sSfLvigGN#]{0,6}k[sSfLvigGN#]{0,6})(?=[\s"'`]|$))/g,
    what: 'curl -k',
    when: leadsOut,
  },
  {
    find: /\bwget\b(?=[^\n|;&]{0,400}?[ \t]--no-check-certificate\b)/g,
    what: 'wget --no-check-certificate',
    when: leadsOut,
  },
  { find: /\bhttp\.sslVerify["']?[ \t=]{1,4}["']?false\b/gi, what: 'http.sslVerify=false' },
  {
    find: /\bGIT_SSL_NO_VERIFY["']?[ \t]{0,4}[=:][ \t]{0,4}["']?(?:1|true)\b["']?/g,
    what: 'GIT_SSL_NO_VERIFY',
  },
  {
    find: /\b(?:strict-ssl|npm_config_strict_ssl|enableStrictSsl)["']?[ \t]{0,4}[=: ][ \t]{0,4}["']?false\b["']?/gi,
    what: 'strict-ssl=false',
  },
  { find: /--insecure-skip-tls-verify(?:=true)?(?![\w=-])/g, what: '--insecure-skip-tls-verify' },
  { find: /\bsslmode=no-verify\b/g, what: 'sslmode=no-verify', when: leadsOut },
  {
    find: /\b(?:tlsAllowInvalid(?:Certificates|Hostnames)|tlsInsecure)=true\b/g,
    what: 'tlsAllowInvalidCertificates=true',
    when: leadsOut,
  },
  {
    find: /\btrustServerCertificate[ \t]{0,2}=[ \t]{0,2}(?:true|yes)\b/gi,
    what: 'trustServerCertificate=true',
    when: isNoLocalServer,
  },
  { find: /["']rejectUnauthorized["']:[ \t]{0,2}false\b/g, what: '"rejectUnauthorized":false' },
];

/** Whether a command or URL speaks to the public network, as far as what is written down tells. */
function leadsOut(line: string): boolean {
  const urls = line.match(/[a-z][a-z\d+.-]{1,20}:\/\/[^\s"'`]{1,300}/gi) ?? [];
  const hosts = urls.map((url) => readUrl(url)?.host ?? '');
  return hosts.some(isPublicHost);
}

function isNoLocalServer(line: string): boolean {
  return !/(?:localhost|127\.0\.0\.1|host\.docker\.internal|\(local\)|server=(?:tcp:)?\w{1,60}[,;])/i.test(
    line,
  );
}

/** All that turns the check off in a text, whose lines each stand for themselves; `\` at their end joins them. */
export function tlsOffIn(text: string, isComment: (line: string) => boolean = () => false): TlsOff[] {
  const lower = text.toLowerCase();
  if (!commandWords.some((word) => lower.includes(word))) return [];
  const joined = text.replace(/\\(\r?\n)/g, (_, newline: string) => ` ${' '.repeat(newline.length)}`);
  const found: TlsOff[] = [];
  let start = 0;
  for (const line of joined.split('\n')) {
    if (!isComment(line) && line.length < 20_000) found.push(...inLine(line, start));
    start += line.length + 1;
  }
  return found;
}

function inLine(line: string, offset: number): TlsOff[] {
  const found: TlsOff[] = [];
  for (const { find, what, when } of patterns) {
    for (const match of line.matchAll(find)) {
      // Of several commands on a line, this one's own words.
      const command = line.slice(match.index).split(/&&|;|\|\|?/)[0] ?? '';
      if (when && !when(what.startsWith('curl') || what.startsWith('wget') ? command : line)) continue;
      found.push({ start: offset + match.index, end: offset + match.index + match[0].length, what });
    }
  }
  return found;
}
