import { crc32 } from '../crc32.ts';
import type { SecretProvider } from '../types.ts';
import { assigned, spellings } from './assigned.ts';
import { judgeGrafanaCloud, judgeSentryOrganization } from './judges.ts';

/** The four bytes of the CRC-32 in hexadecimal, lowest first, as Grafana's `satokengen` writes them. */
const littleEndianHex = (value: number): string =>
  [0, 8, 16, 24].map((shift) => ((value >>> shift) & 255).toString(16).padStart(2, '0')).join('');

/** Monitoring, logs, feature flags and analytics. */
export const monitoring: readonly SecretProvider[] = [
  {
    id: 'datadog-api-key',
    name: 'Datadog API key',
    keywords: spellings('dd api key', 'datadog api key'),
    body: assigned('[0-9a-f]{32}'),
  },
  {
    id: 'datadog-app-key',
    name: 'Datadog application key',
    keywords: spellings('dd app key', 'datadog app key', 'dd application key', 'datadog application key'),
    body: assigned('[0-9a-f]{40}'),
  },
  {
    id: 'newrelic-key',
    name: 'New Relic key',
    keywords: ['NRAK-', 'NRII-', 'NRAA-', 'NRRA-'],
    body: /[A-Za-z0-9_-]{27,42}/,
  },
  {
    id: 'newrelic-license-key',
    name: 'New Relic license key',
    keywords: ['NRAL'],
    before: { class: /[0-9a-zA-Z]/, min: 36, max: 36 },
    body: /(?![0-9A-Za-z])/,
  },
  {
    id: 'sentry-org-token',
    name: 'Sentry organization token',
    keywords: ['sntrys_'],
    body: /(?<payload>eyJ[A-Za-z0-9+/=_-]{40,1000})_[A-Za-z0-9+/=_-]{43}/,
    judge: judgeSentryOrganization,
  },
  { id: 'sentry-user-token', name: 'Sentry user token', keywords: ['sntryu_'], body: /[0-9a-f]{64}/ },
  {
    id: 'grafana-service-token',
    name: 'Grafana service account token',
    keywords: ['glsa_'],
    body: /(?<random>[A-Za-z0-9]{32})_(?<checksum>[0-9a-f]{8})/,
    judge: ({ groups }) =>
      littleEndianHex(crc32(`glsa_${groups.random ?? ''}`)) === groups.checksum ? 'high' : 'low',
  },
  {
    id: 'grafana-cloud-token',
    name: 'Grafana Cloud token',
    keywords: ['glc_'],
    body: /eyJ[A-Za-z0-9+/_-]{30,400}={0,2}/,
    judge: judgeGrafanaCloud,
  },
  {
    id: 'dynatrace-token',
    name: 'Dynatrace token',
    keywords: ['dt0c01.', 'dt0s16.', 'dt0s08.'],
    body: /[A-Z0-9]{24}\.[A-Z0-9]{64}/,
  },
  { id: 'honeycomb-key', name: 'Honeycomb key', keywords: ['hcaik_', 'hcamk_'], body: /[A-Za-z0-9]{40,70}/ },
  {
    id: 'axiom-token',
    name: 'Axiom token',
    keywords: ['xaat-', 'xapt-'],
    body: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
  },
  {
    id: 'posthog-personal-key',
    name: 'PostHog personal API key',
    keywords: ['phx_'],
    body: /[A-Za-z0-9]{43,60}/,
  },
  {
    id: 'launchdarkly-key',
    name: 'LaunchDarkly server key',
    keywords: ['sdk-', 'api-'],
    body: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/,
  },
  {
    id: 'pagerduty-key',
    name: 'PagerDuty API key',
    keywords: spellings('pagerduty api key', 'pagerduty token', 'pagerduty api token'),
    body: assigned('[A-Za-z0-9+_-]{20}'),
  },
  {
    id: 'elastic-api-key',
    name: 'Elastic API key',
    keywords: spellings('elastic api key', 'elasticsearch api key'),
    body: assigned('[A-Za-z0-9+/_-]{54,62}={1,2}'),
  },
];
