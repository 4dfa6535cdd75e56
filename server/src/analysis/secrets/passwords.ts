import type { Confidence } from '../../model/vocabulary.ts';
import { hasTypedRun } from './madeUp.ts';
import { placeholder } from './placeholders.ts';
import { isWordy } from './wordiness.ts';

/**
 * Weak, but chosen for a real account, as public lists of leaked passwords show. What only says "a password goes
 * here" (`password`, `secret`, `test`) is not among them: see placeholders.
 */
const weak = new Set(
  `admin administrator root toor postgres mysql mariadb mongo redis rabbitmq oracle sysadmin superuser letmein
   monkey dragon iloveyou sunshine princess football baseball shadow batman superman trustno1 hunter2 qwerty
   qwertyuiop qwerty123 qazwsx 1q2w3e4r 1qaz2wsx zaq12wsx asdfgh asdfghjkl zxcvbnm abc123 admin1 p@ssw0rd p@ssword
   passw0rd pa55word pa$$word p@55w0rd welcome1 changeit minioadmin 1234 12345 123456 1234567 12345678 123456789
   1234567890 111111 000000 123123 654321 666666 121212
   password1 password12 password123 password1234 pass123 pass1234 secret123 admin123 admin1234 root123`.split(
    /\s+/,
  ),
);

/** Names of algorithms, encodings and errors that end in digits, as passwords do. */
const technical =
  /^(?:sha|aes|rsa|rs|hs|es|ps|ed|x|md|base|utf|crc|int|uint|float|http|https|status|error|err|code|port|win|x509|argon|bcrypt|pbkdf|oauth|log|iso|rfc|level|step|line|row|col|id|version|v)[-_]?[0-9]+$/i;

/** The signs that people put into passwords; the others separate words in names. */
const strongSign = /[!@#$%^&*?+=~;]/;

/** A word as it reads when the digits and signs in it stand for letters. */
const spoken = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[@4]/g, 'a')
    .replace(/0/g, 'o')
    .replace(/[1!]/g, 'i')
    .replace(/3/g, 'e')
    .replace(/[$5]/g, 's');

/** Whether a literal is one of the passwords that many people choose. */
export const isWeakPassword = (value: string): boolean => weak.has(value.trim().toLowerCase());

/**
 * How sure it is that a literal is somebody's password; undefined when it is not. Words alone are no password
 * here: where one stands it is nearly always a label, a type or a placeholder.
 */
export function judgePassword(value: string): Confidence | undefined {
  const text = value.trim();
  if (isWeakPassword(text)) return 'medium';
  if (text.length < 5 || text.length > 128 || /\s/.test(text) || technical.test(text)) return undefined;
  if (placeholder(text) !== undefined) return undefined;
  if (!/[A-Za-z]/.test(text)) return /^[0-9]{6,}$/.test(text) ? 'low' : undefined;
  const digits = text.replace(/[^0-9]/g, '').length;
  if (strongSign.test(text)) {
    if (digits > 0) return isWordy(spoken(text)) || hasTypedRun(text) ? 'medium' : 'high';
    return isWordy(text) || text.length < 8 || isWordy(spoken(text)) ? undefined : 'medium';
  }
  if (digits === 0)
    return text.length >= 8 && !isWordy(text) && !/[._:/\\-]/.test(text) ? 'medium' : undefined;
  if (/^(?:[A-Za-z]+[0-9]{3,8}|[A-Za-z]{6,}[0-9]{2})$/.test(text)) return 'medium';
  return !isWordy(text) && text.length >= 6 ? 'medium' : undefined;
}
