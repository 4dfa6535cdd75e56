import type { SecretProvider } from '../types.ts';

/** Places where secrets are kept, and the keys to them. */
export const vaults: readonly SecretProvider[] = [
  {
    id: 'vault-token',
    name: 'HashiCorp Vault token',
    keywords: ['hvs.', 'hvb.', 'hvr.'],
    body: /[A-Za-z0-9_-]{24,300}/,
  },
  {
    id: 'doppler-token',
    name: 'Doppler token',
    keywords: ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.said.', 'dp.scim.', 'dp.audit.'],
    body: /(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}/,
  },
  {
    id: 'onepassword-service-token',
    name: '1Password service account token',
    keywords: ['ops_eyJ'],
    body: /[A-Za-z0-9+/_-]{200,2000}={0,2}/,
  },
  {
    id: 'onepassword-secret-key',
    name: '1Password secret key',
    keywords: ['A3-'],
    body: /[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}/,
  },
  {
    id: 'infisical-token',
    name: 'Infisical service token',
    keywords: ['st.'],
    body: /[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32}/,
  },
];
