import type { SecretProvider } from '../types.ts';
import { assigned, spellings } from './assigned.ts';

/** Databases and search as a service. */
export const databases: readonly SecretProvider[] = [
  {
    id: 'supabase-token',
    name: 'Supabase access token',
    keywords: ['sbp_'],
    body: /(?:v0_|oauth_)?[0-9a-f]{40}/,
  },
  {
    id: 'supabase-secret-key',
    name: 'Supabase secret key',
    keywords: ['sb_secret_'],
    body: /[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}/,
  },
  {
    id: 'planetscale-credential',
    name: 'PlanetScale credential',
    keywords: ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'],
    body: /[A-Za-z0-9_.=-]{32,64}/,
  },
  { id: 'neon-key', name: 'Neon API key', keywords: ['napi_'], body: /[A-Za-z0-9]{60,70}/ },
  { id: 'databricks-token', name: 'Databricks token', keywords: ['dapi'], body: /[0-9a-f]{32}(?:-[0-9])?/ },
  {
    id: 'airtable-token',
    name: 'Airtable personal access token',
    keywords: ['pat'],
    body: /[A-Za-z0-9]{14}\.[0-9a-f]{64}/,
  },
  { id: 'xata-key', name: 'Xata API key', keywords: ['xau_'], body: /[A-Za-z0-9]{30,50}/ },
  {
    id: 'algolia-admin-key',
    name: 'Algolia admin key',
    keywords: spellings(
      'algolia admin key',
      'algolia admin api key',
      'algolia write key',
      'algolia write api key',
    ),
    body: assigned('[0-9a-f]{32}'),
  },
  {
    id: 'upstash-token',
    name: 'Upstash Redis token',
    keywords: spellings('upstash redis rest token', 'upstash redis token'),
    body: assigned('[A-Za-z0-9_-]{40,160}={0,2}'),
  },
  {
    id: 'convex-deploy-key',
    name: 'Convex deploy key',
    keywords: ['prod:'],
    body: /[a-z]{3,12}-[a-z]{3,12}-[0-9]{1,4}\|(?<secret>[A-Za-z0-9+/=]{40,400})/,
  },
];
