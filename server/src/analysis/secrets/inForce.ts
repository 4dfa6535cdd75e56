import type { Confidence } from '../../model/vocabulary.ts';
import { isSecretName, nameWords } from './naming.ts';
import { placeholder } from './placeholders.ts';
import { judgeKind } from './plausibility.ts';
import { harmlessShape } from './shapes.ts';

/** Words of names under which somebody else's service knows the secret: with a made-up one it only says no. */
const issued = new Set(
  `client oauth oauth2 consumer api app aws gcp azure google github gitlab facebook twitter discord slack stripe openai
   anthropic sendgrid mailgun twilio s3 minio cloudinary supabase firebase paypal smtp mail mailer email imap ftp sftp
   ssh npm docker registry linkedin apple microsoft keycloak auth0 okta spotify notion telegram bot whatsapp`.split(
    /\s+/,
  ),
);
/** Words of names that the program itself checks what it is sent against. */
const own = new Set('admin internal service cron master root webhook superuser system bearer'.split(' '));
/** A fallback that says it is for tests: nobody signs in with it. */
const forTests = /^(?:test|tests|testing|dummy|fake|mock|mocked|foo|bar|example|x+)$/i;

/**
 * How sure it is that a text which a variable of that name falls back to opens something: it signs or encrypts, or
 * is compared with what people send. There a word in small letters is as bad as any, since everybody can read it
 * here. Undefined where it opens nothing.
 */
export function inForce(name: string, value: string): Confidence | undefined {
  const kind = isSecretName(name);
  if (kind === undefined) return undefined;
  const hole = placeholder(value);
  if (hole === 'absent' || hole === 'reference' || hole === 'masked') return undefined;
  if (kind === 'signing') return confidenceOf(judgeKind('signing', value)) ?? wordInForce(value);
  const words = nameWords(name);
  const asIs = confidenceOf(judgeKind(kind, value));
  if (asIs || kind === 'connection' || forTests.test(value)) return asIs;
  const theirs = words.some((word) => issued.has(word)) && !words.includes('webhook');
  const ours = kind === 'secret' || kind === 'password' || words.some((word) => own.has(word));
  if (theirs || !ours) return undefined;
  return wordInForce(value);
}

const confidenceOf = ({ secret, confidence }: ReturnType<typeof judgeKind>): Confidence | undefined =>
  secret && confidence !== 'low' ? confidence : undefined;

/** A word or two where a secret belongs; not what tells people something, or where the secret is. */
function wordInForce(value: string): Confidence | undefined {
  if (judgeKind('signing', value).secret) return 'medium';
  const shape = harmlessShape(value);
  return value.length >= 3 &&
    /^[\w.@!$%&*+=~-]+$/.test(value) &&
    (shape === undefined || shape === 'a number')
    ? 'medium'
    : undefined;
}
