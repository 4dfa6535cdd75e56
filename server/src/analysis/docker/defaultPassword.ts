import { isSecretName } from '../secrets/naming.ts';
import { isWeakPassword } from '../secrets/passwords.ts';
import { placeholder } from '../secrets/placeholders.ts';
import { judgeValue } from '../secrets/plausibility.ts';

/** A password that anybody can guess, and how it gets into force. */
export interface DefaultPassword {
  /** `value`: it stands there; `fallback`: where the variable is not set; `none`: nobody is asked for one. */
  readonly kind: 'value' | 'fallback' | 'none';
}

/** Settings by which images let in everybody. */
const noPassword: Readonly<Record<string, RegExp>> = {
  POSTGRES_HOST_AUTH_METHOD: /^trust$/i,
  MYSQL_ALLOW_EMPTY_PASSWORD: /^(?:1|yes|true|on)$/i,
  MARIADB_ALLOW_EMPTY_ROOT_PASSWORD: /^(?:1|yes|true|on)$/i,
  MARIADB_ALLOW_EMPTY_PASSWORD: /^(?:1|yes|true|on)$/i,
  ALLOW_EMPTY_PASSWORD: /^(?:1|yes|true|on)$/i,
  NEO4J_AUTH: /^none$/i,
};

/** The password in `postgres://shop:postgres@db/shop`. */
const address = /^[a-z][a-z\d+.-]{1,30}:\/\/[^:@/\s]{0,80}:([^@/\s]{1,80})@/;

/** `${NAME:-value}` and `${NAME-value}`. */
const withFallback = /^\$\{\w+:?-([^${}]*)\}$/;

/**
 * What makes a container's variable a password that everybody knows; undefined where it is none. In force is
 * whatever stands there, `changeme` as well: a service does not know a placeholder from a password.
 */
export function defaultPassword(name: string, value: string): DefaultPassword | undefined {
  if (noPassword[name]?.test(value)) return { kind: 'none' };
  const inAddress = address.exec(value)?.[1];
  if (inAddress !== undefined) return isGuessed('PASSWORD', inAddress) ? { kind: 'value' } : undefined;
  if (!isPasswordName(name)) return undefined;
  const fallback = withFallback.exec(value)?.[1];
  if (fallback !== undefined) return isGuessed(name, fallback) ? { kind: 'fallback' } : undefined;
  return isGuessed(name, value) ? { kind: 'value' } : undefined;
}

/** Names of passwords and of secrets that programs are started with; a path to one is none. */
const isPasswordName = (name: string): boolean => {
  const kind = isSecretName(name);
  return (kind === 'password' || kind === 'signing' || kind === 'secret') && !/_FILE$/.test(name);
};

function isGuessed(name: string, literal: string): boolean {
  const value = literal.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (value === '' || /\s|^[/.]|:\/\//.test(value)) return false;
  if (isWeakPassword(value)) return true;
  const hole = placeholder(value);
  if (hole === 'reference' || hole === 'absent' || /^<.*>$/.test(value)) return false;
  if (hole) return true;
  // What is a word, or long and random, is another rule's or nobody's: only short words are guessed.
  return !judgeValue(name, value).secret && /^[A-Za-z][A-Za-z0-9_-]{2,15}$/.test(value);
}
