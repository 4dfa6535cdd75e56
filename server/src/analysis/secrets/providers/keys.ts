import type { SecretProvider } from '../types.ts';
import { assigned, spellings } from './assigned.ts';
import { judgeEncodedPem, judgeJwk, judgeJwt, judgePem, judgePutty } from './judges.ts';

/** Key material and signed tokens that belong to no one provider. */
export const keys: readonly SecretProvider[] = [
  {
    // The body is read by the judge. What is found is the whole block, to the end of its last line.
    id: 'private-key',
    name: 'private key',
    keywords: ['-----BEGIN '],
    body: /(?:[A-Z0-9]{2,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----[^-]{40,20000}(?:-[^-]{1,5000}){0,40}-----END [A-Z ]{5,50}-----/,
    judge: judgePem,
    ownJudgement: true,
  },
  {
    id: 'private-key-base64',
    name: 'private key (base64)',
    keywords: ['LS0tLS1CRUdJTi'],
    body: /[A-Za-z0-9+/]{100,12000}={0,2}/,
    judge: judgeEncodedPem,
    ownJudgement: true,
  },
  {
    id: 'putty-private-key',
    name: 'PuTTY private key',
    keywords: ['PuTTY-User-Key-File-'],
    body: /[23]: [a-z0-9@.-]{4,40}/,
    judge: judgePutty,
    ownJudgement: true,
  },
  {
    id: 'age-secret-key',
    name: 'age secret key',
    keywords: ['AGE-SECRET-KEY-1'],
    body: /[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}/,
  },
  {
    id: 'wireguard-key',
    name: 'WireGuard private key',
    keywords: ['PrivateKey = ', 'PresharedKey = '],
    body: /(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)/,
  },
  {
    id: 'extended-private-key',
    name: 'extended private key of a wallet',
    keywords: ['xprv', 'yprv', 'zprv'],
    body: /[1-9A-HJ-NP-Za-km-z]{107,108}/,
  },
  {
    id: 'jwk-private-key',
    name: 'private JSON web key',
    keywords: ['"d":', '"d" :'],
    body: /\s{0,3}"(?<secret>[A-Za-z0-9_-]{22,1400})"/,
    judge: judgeJwk,
  },
  {
    id: 'ethereum-private-key',
    name: 'private key of a wallet',
    keywords: spellings('private key', 'deployer private key', 'wallet private key'),
    body: assigned('0x[0-9a-fA-F]{64}'),
  },
  {
    id: 'jwt',
    name: 'JSON web token',
    keywords: ['eyJ'],
    body: /[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{5,8000}\.[A-Za-z0-9_-]{20,1500}/,
    judge: judgeJwt,
    ownJudgement: true,
  },
];
