import { hasMixedClasses } from '../madeUp.ts';
import type { SecretProvider } from '../types.ts';

/** Platforms that build, deploy and run other people's programs. */
export const platforms: readonly SecretProvider[] = [
  {
    id: 'harness-token',
    name: 'Harness token',
    keywords: ['pat.', 'sat.'],
    body: /[A-Za-z0-9_-]{22}\.[0-9a-f]{24}\.[A-Za-z0-9]{20}/,
  },
  {
    id: 'octopus-key',
    name: 'Octopus Deploy API key',
    keywords: ['API-'],
    body: /[A-Z0-9]{26,29}/,
    judge: ({ secret }) => (/[0-9]/.test(secret.slice(4)) ? 'medium' : undefined),
  },
  { id: 'openshift-token', name: 'OpenShift token', keywords: ['sha256~'], body: /[A-Za-z0-9_-]{43}/ },
  {
    id: 'scaleway-key',
    name: 'Scaleway access key',
    keywords: ['SCW'],
    body: /[A-Z0-9]{17}/,
    confidence: 'medium',
  },
  { id: 'scalingo-token', name: 'Scalingo token', keywords: ['tk-us-'], body: /[A-Za-z0-9_-]{48}/ },
  { id: 'runpod-key', name: 'RunPod API key', keywords: ['rpa_'], body: /[A-Z0-9]{40,46}/ },
  { id: 'e2b-key', name: 'E2B API key', keywords: ['e2b_'], body: /[0-9a-f]{40}/ },
  { id: 'together-key', name: 'Together AI key', keywords: ['tgp_v1_'], body: /[A-Za-z0-9_-]{43}/ },
  {
    id: 'settlemint-token',
    name: 'SettleMint token',
    keywords: ['sm_aat_', 'sm_pat_', 'sm_sat_'],
    body: /[A-Za-z0-9]{16}/,
  },
  {
    id: 'defined-token',
    name: 'Defined Networking token',
    keywords: ['dnkey-'],
    body: /[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52}/,
  },
  { id: 'frameio-token', name: 'Frame.io token', keywords: ['fio-u-'], body: /[A-Za-z0-9_=-]{64}/ },
  {
    id: 'intra42-secret',
    name: '42 client secret',
    keywords: ['s-s4t2ud-', 's-s4t2af-'],
    body: /[0-9a-f]{64}/,
  },
  {
    id: 'maxmind-key',
    name: 'MaxMind license key',
    keywords: ['_mmk'],
    before: { class: /[A-Za-z0-9_]/, min: 36, max: 36 },
    body: /(?![0-9A-Za-z])/,
    judge: ({ secret }) => (hasMixedClasses(secret) ? 'high' : undefined),
  },
  {
    id: 'asana-personal-token',
    name: 'Asana token',
    keywords: ['1/1', '2/1', '0/1'],
    body: /[0-9]{15}(?:\/[0-9]{16})?:[0-9a-f]{32}/,
  },
];
