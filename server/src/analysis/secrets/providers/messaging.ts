import { hasMixedClasses } from '../madeUp.ts';
import type { SecretProvider } from '../types.ts';
import { assigned, spellings } from './assigned.ts';
import { judgeDiscordToken } from './judges.ts';

/** How base64 texts of numbers begin: three characters for the first digits. */
const digitsInBase64 = ['MD', 'MT', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT'].flatMap((pair) =>
  [...'AEIMQUYcgk'].map((third) => pair + third),
);

/** Chat, e-mail and text messages. */
export const messaging: readonly SecretProvider[] = [
  {
    id: 'slack-bot-token',
    name: 'Slack bot token',
    keywords: ['xoxb-'],
    body: /[0-9]{8,14}-(?:[0-9]{8,14}-)?[A-Za-z0-9]{16,34}/,
  },
  {
    id: 'slack-user-token',
    name: 'Slack user token',
    keywords: ['xoxp-', 'xoxo-', 'xoxs-', 'xoxa-2-', 'xoxa-', 'xoxr-'],
    body: /(?:[0-9]{8,14}-){2,3}[A-Za-z0-9]{16,64}/,
  },
  {
    id: 'slack-config-token',
    name: 'Slack configuration token',
    keywords: ['xoxe.xoxp-', 'xoxe.xoxb-', 'xoxe-'],
    body: /[0-9]-[A-Za-z0-9]{100,260}/,
  },
  {
    id: 'slack-app-token',
    name: 'Slack app-level token',
    keywords: ['xapp-'],
    body: /[0-9]-[A-Z0-9]{9,12}-[0-9]{10,14}-[0-9a-f]{64}/,
  },
  {
    id: 'slack-webhook',
    name: 'Slack webhook address',
    keywords: ['hooks.slack.com/'],
    body: /(?:services|workflows|triggers)\/(?<secret>T[A-Z0-9]{8,12}\/[A-Z0-9]{9,20}\/[A-Za-z0-9]{20,48}(?:\/[A-Za-z0-9]{16,32})?)/,
  },
  {
    id: 'discord-webhook',
    name: 'Discord webhook address',
    keywords: ['discord.com/api/webhooks/', 'discordapp.com/api/webhooks/'],
    body: /(?<secret>[0-9]{17,20}\/[A-Za-z0-9_-]{60,80})/,
  },
  {
    // Three parts: the account's number in base64, a time, a signature. The keyword is what base64 makes of the
    // number's first digits.
    id: 'discord-bot-token',
    name: 'Discord bot token',
    keywords: digitsInBase64,
    body: /[A-Za-z0-9]{20,25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}/,
    judge: judgeDiscordToken,
  },
  {
    id: 'teams-webhook',
    name: 'Microsoft Teams webhook address',
    keywords: ['webhook.office.com/webhookb2/'],
    body: /(?<secret>[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-f]{32}\/[0-9a-f-]{36}[A-Za-z0-9/_-]{0,60})/,
  },
  {
    id: 'telegram-bot-token',
    name: 'Telegram bot token',
    keywords: [':AA'],
    before: { class: /[0-9]/, min: 8, max: 10 },
    body: /[A-Za-z0-9_-]{33}/,
  },
  {
    id: 'twilio-auth-token',
    name: 'Twilio auth token',
    keywords: spellings('twilio auth token', 'twilio token'),
    body: assigned('[0-9a-f]{32}'),
  },
  {
    id: 'twilio-api-secret',
    name: 'Twilio API key secret',
    keywords: spellings('twilio api secret', 'twilio api key secret', 'twilio secret'),
    body: assigned('[A-Za-z0-9]{32}'),
  },
  {
    // The id of the key, without its secret: worth a look, not an alarm.
    id: 'twilio-api-key',
    name: 'Twilio API key',
    keywords: spellings('twilio api key', 'twilio api key sid', 'twilio key'),
    body: assigned('SK[0-9a-f]{32}'),
    confidence: 'medium',
  },
  {
    id: 'sendgrid-key',
    name: 'SendGrid API key',
    keywords: ['SG.'],
    body: /[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/,
  },
  { id: 'mailgun-key', name: 'Mailgun API key', keywords: ['key-'], body: /[0-9a-f]{32}/ },
  {
    id: 'mailgun-key-new',
    name: 'Mailgun API key',
    keywords: spellings('mailgun api key', 'mailgun private key', 'mailgun key'),
    body: assigned('[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}'),
  },
  {
    id: 'mailchimp-key',
    name: 'Mailchimp API key',
    keywords: ['-us'],
    before: { class: /[0-9a-f]/, min: 32, max: 32 },
    body: /[0-9]{1,2}/,
  },
  {
    id: 'brevo-key',
    name: 'Brevo key',
    keywords: ['xkeysib-', 'xsmtpsib-'],
    body: /[0-9a-f]{64}-[A-Za-z0-9]{16}/,
  },
  {
    id: 'resend-key',
    name: 'Resend API key',
    keywords: ['re_'],
    body: /(?=[A-Za-z_]{0,33}[0-9])[A-Za-z0-9]{8}_[A-Za-z0-9]{20,26}/,
  },
  {
    id: 'postmark-token',
    name: 'Postmark server token',
    keywords: spellings('postmark api token', 'postmark server token', 'postmark api key', 'postmark token'),
    body: assigned('[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
  },
  {
    id: 'facebook-token',
    name: 'Facebook access token',
    keywords: ['EAACEdEose0cBA', 'EAAG', 'EAAB', 'EAAC', 'EAAD', 'EAAJ'],
    body: /[A-Za-z0-9]{90,300}/,
    confidence: 'medium',
  },
  {
    id: 'twitter-bearer-token',
    name: 'X (Twitter) bearer token',
    keywords: ['AAAAAAAAAAAAAAAAAAAAA'],
    body: /[A-Za-z0-9%]{60,120}/,
    judge: ({ secret }) => (hasMixedClasses(secret) ? 'high' : undefined),
  },
];
