import { hasMixedClasses } from '../madeUp.ts';
import type { SecretProvider } from '../types.ts';
import { assigned, spellings } from './assigned.ts';
import { judgeGoogleKey } from './judges.ts';

/** Clouds, hosting and infrastructure. */
export const cloud: readonly SecretProvider[] = [
  {
    // IAM identifiers: the prefix and 16 characters of base 32. Other prefixes (AIDA, AROA …) name users and roles.
    id: 'aws-access-key',
    name: 'AWS access key',
    keywords: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    body: /[A-Z2-7]{16}/,
  },
  {
    id: 'aws-secret-key',
    name: 'AWS secret access key',
    keywords: spellings('aws secret access key', 'secret access key', 'aws secret key', 'aws secret'),
    body: assigned('[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])'),
    judge: ({ secret }) => (hasMixedClasses(secret) ? 'high' : undefined),
  },
  {
    // "ABSK" and the base64 of "BedrockAPIKey-".
    id: 'aws-bedrock-key',
    name: 'Amazon Bedrock API key',
    keywords: ['ABSKQmVkcm9ja0FQSUtleS'],
    body: /[A-Za-z0-9+/]{80,200}={0,2}/,
  },
  {
    id: 'aws-mws-token',
    name: 'Amazon MWS token',
    keywords: ['amzn.mws.'],
    body: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
  },
  {
    id: 'google-api-key',
    name: 'Google API key',
    keywords: ['AIza'],
    body: /[A-Za-z0-9_-]{35}/,
    judge: judgeGoogleKey,
  },
  {
    id: 'google-oauth-client-secret',
    name: 'Google OAuth client secret',
    keywords: ['GOCSPX-'],
    body: /[A-Za-z0-9_-]{28}/,
  },
  {
    id: 'google-oauth-access-token',
    name: 'Google OAuth access token',
    keywords: ['ya29.'],
    body: /[A-Za-z0-9_-]{40,400}/,
    confidence: 'medium',
  },
  {
    id: 'google-oauth-refresh-token',
    name: 'Google OAuth refresh token',
    keywords: ['1//0'],
    body: /[A-Za-z0-9_-]{60,180}/,
  },
  {
    id: 'firebase-server-key',
    name: 'Firebase Cloud Messaging server key',
    keywords: [':APA91b'],
    before: { class: /[A-Za-z0-9_-]/, min: 11, max: 11 },
    body: /[A-Za-z0-9_-]{134}/,
  },
  {
    id: 'alibaba-access-key',
    name: 'Alibaba Cloud access key',
    keywords: ['LTAI'],
    body: /[A-Za-z0-9]{16,20}/,
  },
  { id: 'tencent-secret-id', name: 'Tencent Cloud secret id', keywords: ['AKID'], body: /[A-Za-z0-9]{32}/ },
  { id: 'yandex-api-key', name: 'Yandex Cloud API key', keywords: ['AQVN'], body: /[A-Za-z0-9_-]{35,38}/ },
  {
    id: 'ibm-api-key',
    name: 'IBM Cloud API key',
    keywords: spellings('ibm cloud api key', 'ibmcloud api key'),
    body: assigned('[A-Za-z0-9_-]{44}'),
  },
  {
    id: 'digitalocean-token',
    name: 'DigitalOcean token',
    keywords: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
    body: /[0-9a-f]{64}/,
  },
  {
    // 41 characters with a uuid before April 2025, 65 since (devcenter.heroku.com, changelog item 3175).
    id: 'heroku-api-key',
    name: 'Heroku API key',
    keywords: ['HRKU-'],
    body: /[A-Za-z0-9_-]{36,60}/,
  },
  {
    id: 'heroku-api-key-uuid',
    name: 'Heroku API key',
    keywords: spellings('heroku api key', 'heroku api token'),
    body: assigned('[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
  },
  {
    id: 'netlify-token',
    name: 'Netlify access token',
    keywords: ['nfp_', 'nfc_', 'nfo_', 'nfu_'],
    body: /[A-Za-z0-9_]{36}/,
  },
  {
    // Prefixes from vercel.com/changelog/new-token-formats-and-secret-scanning, which states no length.
    id: 'vercel-token',
    name: 'Vercel token',
    keywords: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'],
    body: /[A-Za-z0-9]{24,80}/,
  },
  {
    id: 'vercel-blob-token',
    name: 'Vercel Blob token',
    keywords: ['vercel_blob_rw_'],
    body: /[A-Za-z0-9]{10,20}_[A-Za-z0-9]{24,40}/,
  },
  {
    // 40 characters and a checksum (developers.cloudflare.com, token formats).
    id: 'cloudflare-token',
    name: 'Cloudflare API credential',
    keywords: ['cfk_', 'cfut_', 'cfat_'],
    body: /[A-Za-z0-9_-]{44,56}/,
  },
  {
    id: 'cloudflare-token-unprefixed',
    name: 'Cloudflare API token',
    keywords: spellings('cloudflare api token', 'cf api token', 'cloudflare token'),
    body: assigned('[A-Za-z0-9_-]{40}(?![A-Za-z0-9_-])'),
  },
  {
    id: 'cloudflare-global-key',
    name: 'Cloudflare global API key',
    keywords: spellings('cloudflare api key', 'cf api key', 'cloudflare global api key'),
    body: assigned('[0-9a-f]{37,45}'),
  },
  {
    id: 'cloudflare-origin-ca-key',
    name: 'Cloudflare origin CA key',
    keywords: ['v1.0-'],
    body: /[0-9a-f]{24}-[0-9a-f]{146}/,
  },
  {
    id: 'fly-token',
    name: 'Fly.io token',
    keywords: ['fm2_', 'fm1r_', 'fo1_'],
    body: /[A-Za-z0-9+/_-]{40,1500}={0,3}/,
  },
  { id: 'render-api-key', name: 'Render API key', keywords: ['rnd_'], body: /[A-Za-z0-9]{28,32}/ },
  {
    id: 'linode-token',
    name: 'Linode token',
    keywords: spellings('linode token', 'linode api token', 'linode api key'),
    body: assigned('[0-9a-f]{64}'),
  },
  {
    id: 'hetzner-token',
    name: 'Hetzner Cloud token',
    keywords: spellings('hcloud token', 'hetzner api token'),
    body: assigned('[A-Za-z0-9]{64}'),
  },
  {
    id: 'fastly-token',
    name: 'Fastly API token',
    keywords: spellings('fastly api key', 'fastly api token', 'fastly token'),
    body: assigned('[A-Za-z0-9_-]{32}'),
  },
  { id: 'pulumi-token', name: 'Pulumi access token', keywords: ['pul-'], body: /[0-9a-f]{40}/ },
  {
    id: 'terraform-cloud-token',
    name: 'Terraform Cloud token',
    keywords: ['.atlasv1.'],
    before: { class: /[A-Za-z0-9]/, min: 14, max: 14 },
    body: /[A-Za-z0-9_-]{60,70}/,
  },
  {
    id: 'tailscale-key',
    name: 'Tailscale key',
    keywords: ['tskey-auth-', 'tskey-api-', 'tskey-client-', 'tskey-scim-', 'tskey-webhook-'],
    body: /[A-Za-z0-9]{8,24}-[A-Za-z0-9]{20,40}/,
  },
];
