import type { Confidence } from '../../model/vocabulary.ts';
import { isSecretName, nameWords } from './naming.ts';
import { placeholder } from './placeholders.ts';
import { judgeKind } from './plausibility.ts';
import { harmlessShape } from './shapes.ts';
import type { SecretKind } from './types.ts';

/** Services that issue their own secrets: with a made-up one they only say no. */
const services = new Set(
  `oauth oauth2 aws gcp azure google github gitlab facebook twitter discord slack stripe openai anthropic sendgrid mailgun
   twilio s3 minio cloudinary supabase firebase paypal smtp mail mailer email imap ftp sftp ssh npm docker registry
   linkedin apple microsoft keycloak auth0 okta spotify notion telegram bot whatsapp cognito`.split(/\s+/),
);
/** Words of names that mostly mean somebody else's service too. */
const issued = new Set('client consumer api app'.split(' '));
/** Words of names that the program itself checks what it is sent against. */
const own = new Set('admin internal service cron master root webhook superuser system bearer jwt'.split(' '));
/** Names that a program gives to the one secret that is its own. */
const ownNames = /^(?:app )?(?:secret|key|secret key)$/;
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
  const asIs = confidenceOf(judgeKind(kind, value));
  if (asIs) return asIs;
  const hole = placeholder(value);
  if (hole === 'absent' || hole === 'reference' || hole === 'masked') return undefined;
  if (kind === 'signing') return wordInForce(value);
  return isOwn(name, kind) && !forTests.test(value) ? wordInForce(value) : undefined;
}

/** Whether the program itself compares what it is sent with a secret of that name. */
function isOwn(name: string, kind: SecretKind): boolean {
  const words = nameWords(name);
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  if (ownNames.test(words.join(' ')) || words.includes('webhook')) return true;
  if (kind === 'connection' || has(services)) return false;
  return has(own) || ((kind === 'secret' || kind === 'password') && !has(issued));
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
