import {
  aboutWords,
  cryptoWords,
  denyWords,
  fusedWords,
  keyQualifiers,
  passwordWords,
  publicKeyServices,
  secretStems,
  signingWords,
  tokenDenyWords,
  trailingWords,
} from './nameWords.ts';
import type { SecretKind } from './types.ts';

/** The words of one name in small letters: `dbPassword2`, `DB_PASSWORD_2` and `db-password-2` give the same. */
export function nameWords(name: string): string[] {
  return name
    .replace(/(\p{Ll}|[0-9])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L}{5})([0-9]+)(?![\p{L}\p{N}])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (fusedWords.get(word) ?? word).split(' '))
    .filter((word) => word !== '');
}

/** Takes away what may follow the head without changing it, but never the whole name. */
function withoutTrailing(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && (/^[0-9]+$/.test(words[end - 1] ?? '') || trailingWords.has(words[end - 1] ?? ''))) end--;
  return words.slice(0, end);
}

/** `connectionString`, `DSN`, `DATABASE_URL`, `MONGO_URI`: an address that may hold a password. */
function isConnection(words: readonly string[]): boolean {
  const [before, head] = words.slice(-2);
  if (head === undefined) return before === 'dsn';
  if (head === 'string') return before === 'connection' || before === 'conn';
  if (head === 'dsn') return true;
  return (
    (head === 'url' || head === 'uri') &&
    /^(?:database|db|postgres|postgresql|pg|mysql|mariadb|mongo|mongodb|redis|amqp|rabbitmq|cloudamqp|broker|sql|jdbc|connection|smtp|mailer|cloudinary|elasticsearch|clickhouse|kafka|proxy|celery)$/.test(
      before ?? '',
    )
  );
}

function isSpokenAbout(before: readonly string[], more: ReadonlySet<string> = new Set()): boolean {
  return before.some((word) => denyWords.has(word) || more.has(word));
}

function judgeKeyName(qualifiers: readonly string[]): SecretKind | undefined {
  const last = qualifiers.at(-1) ?? '';
  if (!keyQualifiers.has(last) || isSpokenAbout(qualifiers)) return undefined;
  if ((last === 'api' || last === 'app') && qualifiers.some((word) => publicKeyServices.has(word)))
    return undefined;
  const signs =
    cryptoWords.has(last) ||
    (last === 'private' && qualifiers.includes('jwt')) ||
    (last === 'secret' && qualifiers.some((word) => signingWords.has(word)));
  return signs ? 'signing' : 'key';
}

function judgeSecretName(qualifiers: readonly string[]): SecretKind | undefined {
  if (isSpokenAbout(qualifiers)) return undefined;
  const signs = qualifiers.some((word) => signingWords.has(word)) || qualifiers.join() === 'auth';
  return signs ? 'signing' : 'secret';
}

/** How many words at the end are one word for a password: `password`, `pass_word`, `mot-de-passe`. */
function passwordLength(words: readonly string[]): number {
  return (
    [1, 2, 3].find((length) => length <= words.length && passwordWords.has(words.slice(-length).join(''))) ??
    0
  );
}

/** Judges one name by its last word, as English compounds have their head there: `passwordLabel` is a label. */
function judgeWords(all: readonly string[]): SecretKind | undefined {
  if (isConnection(all)) return 'connection';
  const words = withoutTrailing(all);
  const password = passwordLength(words);
  if (password > 0) return isSpokenAbout(words.slice(0, -password)) ? undefined : 'password';
  const head = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  switch (head) {
    case 'key':
      return judgeKeyName(before);
    case 'keys':
      return before.at(-1) === 'api' ? judgeKeyName(before) : undefined;
    case 'token':
      return isSpokenAbout(before, tokenDenyWords) ? undefined : 'token';
    case 'secret':
      return judgeSecretName(before);
    case 'secrets':
      return before.length > 0 ? judgeSecretName(before) : undefined;
    case 'pepper':
    case 'mnemonic':
      return 'secret';
    case 'credential':
    case 'credentials':
    case 'creds':
      return isSpokenAbout(before) ? undefined : 'credential';
    case 'authorization':
      return isSpokenAbout(before) ? undefined : 'token';
    default:
      return undefined;
  }
}

/** The working directory in shells: no password in capitals. */
const workingDirectory = /^(?:OLD_?)?PWD$/;

/**
 * What kind of secret a variable, property, header or setting of this name holds; undefined when none. A dotted
 * path is judged by its last part, with the part before as context. A password's hash, a key's id or ARN, and a
 * secret's name are not secrets.
 */
export function isSecretName(name: string): SecretKind | undefined {
  if (name === 'key' || !secretStems.test(name) || name.length > 200 || workingDirectory.test(name))
    return undefined;
  const parts = name.split(/[.[\]/:'"]+/).filter((part) => part !== '');
  const last = parts.at(-1);
  if (last === undefined) return undefined;
  const context = parts.slice(0, -1).map(nameWords);
  if (context.some((words) => aboutWords.has(words.at(-1) ?? ''))) return undefined;
  const own = nameWords(last);
  const kind = judgeWords(own);
  const around = context.at(-1);
  if (own.length !== 1 || !around) return kind;
  // `jwt.secret` signs, which `secret` alone does not say.
  if (kind === 'secret' && around.some((word) => signingWords.has(word))) return 'signing';
  if (own[0] === 'key' && around.includes('jwt')) return 'signing';
  return kind ?? judgeWords([...around, ...own]);
}

/**
 * The name by which a value is judged that stands under a name inside of something that has one: its own where that
 * is enough, or both (`jwt.secret`, `stripe.key`). Undefined where neither is a secret's.
 */
export function nameAmong(own: string, around: () => string | undefined): string | undefined {
  const kind = isSecretName(own);
  if (!/^(?:secret|key|token|pass)$/i.test(own)) return kind && own;
  const outer = around();
  const both = outer === undefined ? own : `${outer}.${own}`;
  const kindOfBoth = isSecretName(both);
  if (kind === undefined) return kindOfBoth && both;
  return kindOfBoth === 'signing' ? both : own;
}
