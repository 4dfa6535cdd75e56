import type { SecretProvider } from '../types.ts';
import { assigned, spellings } from './assigned.ts';

/** Everything else that people sign up for. */
export const services: readonly SecretProvider[] = [
  { id: 'postman-key', name: 'Postman API key', keywords: ['PMAK-'], body: /[0-9a-f]{24}-[0-9a-f]{34}/ },
  {
    id: 'linear-key',
    name: 'Linear API key',
    keywords: ['lin_api_', 'lin_oauth_'],
    body: /[A-Za-z0-9]{40,64}/,
  },
  { id: 'notion-token', name: 'Notion token', keywords: ['ntn_'], body: /[A-Za-z0-9]{46}/ },
  { id: 'notion-token-old', name: 'Notion token', keywords: ['secret_'], body: /[A-Za-z0-9]{43}/ },
  { id: 'figma-token', name: 'Figma token', keywords: ['figd_', 'figo_'], body: /[A-Za-z0-9_-]{40}/ },
  {
    id: 'hubspot-token',
    name: 'HubSpot private app token',
    keywords: ['pat-na1-', 'pat-na2-', 'pat-na3-', 'pat-eu1-', 'pat-ap1-'],
    body: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
  },
  {
    id: 'contentful-token',
    name: 'Contentful management token',
    keywords: ['CFPAT-'],
    body: /[A-Za-z0-9_-]{43}/,
  },
  { id: 'clickup-token', name: 'ClickUp token', keywords: ['pk_'], body: /[0-9]{5,10}_[A-Z0-9]{32}/ },
  { id: 'typeform-token', name: 'Typeform token', keywords: ['tfp_'], body: /[A-Za-z0-9_.=-]{44,59}/ },
  {
    id: 'mapbox-secret-token',
    name: 'Mapbox secret token',
    keywords: ['sk.eyJ'],
    body: /[A-Za-z0-9_-]{40,200}\.[A-Za-z0-9_-]{22}/,
  },
  {
    id: 'dropbox-token',
    name: 'Dropbox access token',
    keywords: ['sl.'],
    body: /(?:u\.)?[A-Za-z0-9_-]{120,1500}/,
  },
  {
    id: 'asana-token',
    name: 'Asana token',
    keywords: spellings('asana token', 'asana access token', 'asana pat'),
    body: assigned('[0-9]/[0-9]{16}(?:/[0-9]{16})?:[0-9a-f]{32}'),
  },
  { id: 'okta-token', name: 'Okta API token', keywords: ['SSWS '], body: /(?<secret>00[A-Za-z0-9_-]{40})/ },
  {
    id: 'auth0-client-secret',
    name: 'Auth0 client secret',
    keywords: spellings('auth0 client secret', 'auth0 secret'),
    body: assigned('[A-Za-z0-9_-]{64}'),
  },
  { id: 'adafruit-key', name: 'Adafruit IO key', keywords: ['aio_'], body: /[A-Za-z0-9]{28}/ },
  { id: 'readme-key', name: 'ReadMe API key', keywords: ['rdme_'], body: /[a-z0-9]{70}/ },
  { id: 'prefect-key', name: 'Prefect API key', keywords: ['pnu_', 'pnb_'], body: /[A-Za-z0-9]{36}/ },
  { id: 'infracost-key', name: 'Infracost API key', keywords: ['ico-'], body: /[A-Za-z0-9]{32}/ },
  {
    id: 'browserstack-key',
    name: 'BrowserStack access key',
    keywords: spellings('browserstack access key', 'browserstack key'),
    body: assigned('[A-Za-z0-9]{20}'),
  },
  {
    id: 'zapier-webhook',
    name: 'Zapier webhook address',
    keywords: ['hooks.zapier.com/hooks/catch/'],
    body: /(?<secret>[0-9]{5,12}\/[a-z0-9]{5,12})/,
    confidence: 'medium',
  },
];
