import type { SecretProvider } from '../types.ts';
import { judgeAzureKey } from './judges.ts';

/** Microsoft's cloud. */
export const azure: readonly SecretProvider[] = [
  {
    id: 'azure-storage-key',
    name: 'Azure account key',
    keywords: ['AccountKey=', 'SharedAccessKey='],
    body: /(?<secret>[A-Za-z0-9+/]{42,86}={0,2})/,
    judge: judgeAzureKey,
  },
  {
    // Microsoft's identifiable keys: a fixed signature stands before the checksum at the end.
    id: 'azure-identifiable-key',
    name: 'Azure service key',
    keywords: ['+ASt', '+ASb', '+AEh', '+ARm', 'ACDb', '+AMl', '+ABa', 'APIM'],
    before: { class: /[A-Za-z0-9+/]/, min: 76, max: 76 },
    body: /[A-Za-z0-9+/]{4,5}[AQgw]?==/,
  },
  {
    id: 'azure-function-key',
    name: 'Azure Functions key',
    keywords: ['AzFu'],
    before: { class: /[A-Za-z0-9_-]/, min: 44, max: 44 },
    body: /[A-Za-z0-9_-]{5}[AQgw]==/,
  },
  {
    id: 'azure-search-key',
    name: 'Azure AI Search admin key',
    keywords: ['AzSe'],
    before: { class: /[A-Za-z0-9]/, min: 42, max: 42 },
    body: /[A-D][A-Za-z0-9]{5}/,
  },
  {
    id: 'azure-cache-key',
    name: 'Azure Cache for Redis key',
    keywords: ['AzCa'],
    before: { class: /[A-Za-z0-9]/, min: 33, max: 33 },
    body: /[A-P][A-Za-z0-9]{5}=/,
  },
  {
    id: 'azure-ai-key',
    name: 'Azure AI services key',
    keywords: ['JQQJ99'],
    before: { class: /[A-Za-z0-9]/, min: 52, max: 52 },
    body: /[A-Za-z0-9]{26}/,
  },
  {
    // Three characters, a digit, "Q~" and 31 to 34 more.
    id: 'azure-client-secret',
    name: 'Microsoft Entra client secret',
    keywords: ['0Q~', '1Q~', '2Q~', '3Q~', '4Q~', '5Q~', '6Q~', '7Q~', '8Q~', '9Q~'],
    before: { class: /[A-Za-z0-9_~.-]/, min: 3, max: 3 },
    body: /[A-Za-z0-9_~.-]{31,34}/,
  },
  {
    id: 'azure-sas-signature',
    name: 'Azure shared access signature',
    keywords: ['&sig=', '?sig='],
    body: /(?<secret>[A-Za-z0-9%]{43,63}%3[Dd])/,
    judge: ({ text, start }) =>
      /[?&]s[vre]=/.test(text.slice(Math.max(0, start - 300), start)) ? 'medium' : undefined,
  },
];
