import { isSecretName, nameWords } from '../../../analysis/secrets/naming.ts';

/** Names that builds write into what browsers load, with the name that stands behind the prefix. */
export const publicName =
  /\b(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC|VUE_APP|STORYBOOK|SNOWPACK_PUBLIC|PARCEL_PUBLIC|PLASMO_PUBLIC)_([A-Z][A-Z0-9_]{2,80})\b/g;

/** Services whose keys are for servers: whoever has one spends the owner's money. */
const paid =
  /^(?:OPENAI|ANTHROPIC|CLAUDE|GROQ|MISTRAL|COHERE|DEEPSEEK|REPLICATE|HUGGINGFACE|HF|PINECONE|ELEVENLABS|DEEPGRAM|PERPLEXITY|TOGETHER|OPENROUTER|SENDGRID|MAILGUN|RESEND|POSTMARK|TWILIO_AUTH|TWILIO|GITHUB|GITLAB|SLACK|DISCORD_BOT|TELEGRAM_BOT|NPM|VERCEL|CLOUDFLARE|SUPABASE_SERVICE)_(?:API_?)?(?:KEY|TOKEN|PAT|ACCESS_TOKEN)$/;
/** A key that is a secret one by what stands before it. */
const secretKeys = new Set(
  'secret private service role encryption signing master admin server encrypt hmac webhook'.split(' '),
);
const secretTokens = new Set(
  'auth admin service bearer secret bot refresh private master server deploy personal'.split(' '),
);
/** Passwords that visitors type or that are none. */
const shown =
  /^(?:DEMO|GUEST|SAMPLE|EXAMPLE|TEST|PUBLIC)_|(?:^|_)(?:MAPBOX|MAPS?|RECAPTCHA|TURNSTILE|SENTRY|CONTENTFUL|STORYBLOK|PUBLISHABLE|ANON|CLIENT_ID|CLIENT_TOKEN|SITE_KEY)(?:_|$)/;

/** Whether a variable that pages can read is called what only servers should know. */
export function isSecretBehindPrefix(rest: string): boolean {
  if (shown.test(rest)) return false;
  if (paid.test(rest)) return true;
  const words = nameWords(rest);
  const before = words.slice(0, -1);
  switch (isSecretName(rest)) {
    case 'password':
    case 'secret':
    case 'signing':
    case 'credential':
      return true;
    case 'connection':
      return !/(?:^|_)(?:BROKER|PROXY|CLOUDINARY)_/.test(rest);
    case 'key':
      return before.some((word) => secretKeys.has(word));
    case 'token':
      return before.some((word) => secretTokens.has(word));
    default:
      return /(?:^|_)SECRET_ACCESS_KEY$|(?:^|_)SERVICE_ROLE$|(?:^|_)SK_(?:LIVE|TEST)$/.test(rest);
  }
}
