import assert from 'node:assert/strict';
import { findProviderSecrets } from '../../../server/src/analysis/secrets/providers.ts';
import { publicByDesign } from '../../../server/src/analysis/secrets/publicByDesign.ts';
import { b62, b64, checked, digits, encode, hex, jwt, pem, upper } from './generate.ts';

const sure = (text: string): string => findProviderSecrets(text)[0]?.confidence ?? 'nothing';

/** What it is about, the text, and the confidence it is found with. */
const cases: readonly (readonly [string, string, 'high' | 'medium' | 'low' | 'nothing'])[] = [
  ['a GitHub token with its checksum', checked('ghp_'), 'high'],
  ['a GitHub token whose checksum is wrong', `ghp_${b62(36)}`, 'low'],
  ['a GitHub App token that is a JWT', `ghs_${jwt({ iss: 'github' })}`, 'high'],
  ['an npm token whose checksum is wrong', `npm_${b62(36)}`, 'low'],
  ['a Grafana token whose checksum is wrong', `glsa_${b62(32)}_00c0ffee`, 'low'],
  ['the access key of the AWS documents', `AKIAIOSFODNN7${'EXAMPLE'}`, 'nothing'],
  [
    'the secret key of the AWS documents',
    `aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLEKEY'}`,
    'nothing',
  ],
  ['a git hash where an AWS secret could be', `aws_secret_access_key=${hex(40)}`, 'nothing'],
  ['a Stripe key of the test mode', `sk_${'test'}_${b62(24)}`, 'medium'],
  ["Stripe's documented test key", `sk_${'test'}_4eC39HqLyjWDarjt${'T1zdp7dc'}`, 'nothing'],
  ['a publishable key', `pk_${'live'}_${b62(24)}`, 'nothing'],
  ['a Stripe key with words in it', `sk_${'live'}_YourSecretKeyHere123`, 'nothing'],
  ['a Google key', `key: 'AIza${b62(35)}'`, 'medium'],
  [
    'a Google key in a Firebase web configuration',
    `{ apiKey: 'AIza${b62(35)}', authDomain: 'shop.firebaseapp.com' }`,
    'nothing',
  ],
  [
    'a Google key in the address of the Maps script',
    `https://maps.googleapis.com/maps/api/js?key=AIza${b62(35)}`,
    'nothing',
  ],
  ["the storage emulator's key", `AccountKey=Eby8vdM02x${b64(76)}==`, 'nothing'],
  ['three parts that are no Discord token', `MTA${b62(21)}.${b62(6)}.${b62(27)}`, 'nothing'],
  ['a Google API key inside base64', `${b62(60)}+/AIza${b62(35)}/${b62(30)}`, 'nothing'],
  // JSON web tokens
  ['a service role key', jwt({ role: 'service_role', iss: 'supabase', exp: 4_000_000_000 }), 'high'],
  ['an anon key', jwt({ role: 'anon', iss: 'supabase', exp: 4_000_000_000 }), 'nothing'],
  ['the example of jwt.io', jwt({ sub: '1234567890', name: 'John Doe', iat: 1516239022 }), 'nothing'],
  ['an expired token', jwt({ sub: 'u-1', exp: 1_500_000_000 }), 'nothing'],
  ['an unsigned token', jwt({ sub: 'u-1' }, { alg: 'none' }), 'nothing'],
  ['a token that does not expire', jwt({ sub: 'u-1' }), 'medium'],
  ['two JSON texts in base64 without an algorithm', jwt({ a: 1 }, { v: 1 }), 'nothing'],
  // Key blocks
  ['a header without a key', `-----BEGIN RSA ${'PRIVATE'} KEY-----`, 'nothing'],
  [
    'a key block with dots for a body',
    `-----BEGIN ${'PRIVATE'} KEY-----\n...\n-----END ${'PRIVATE'} KEY-----`,
    'nothing',
  ],
  [
    'a key block with words for a body',
    `-----BEGIN ${'PRIVATE'} KEY-----\n${'your private key here '.repeat(5)}\n-----END ${'PRIVATE'} KEY-----`,
    'nothing',
  ],
  ['an encrypted key', pem(`ENCRYPTED ${'PRIVATE'} KEY`), 'medium'],
  ['a public key', pem('PUBLIC KEY'), 'nothing'],
  ['a certificate', pem('CERTIFICATE'), 'nothing'],
  ['a key joined from lines in code', pem(`RSA ${'PRIVATE'} KEY`).replaceAll('\n', "\\n' +\n  '"), 'high'],
  ['a certificate in base64', encode(pem('CERTIFICATE')), 'nothing'],
  ['a public JSON web key', `{"kty":"EC","x":"${b62(43)}","y":"${b62(43)}"}`, 'nothing'],
  ['"d" in JSON that is no key', `{"d":"${b62(43)}"}`, 'nothing'],
  // Addresses with a password
  ['the development database', 'postgres://postgres:postgres@localhost:5432/app', 'nothing'],
  ['a random password at home', `postgres://app:${b62(20)}@localhost:5432/app`, 'medium'],
  ['the database of a compose file', 'postgres://postgres:postgres@db:5432/app', 'nothing'],
  ['a random password in a compose file', `postgres://app:${b62(20)}@db:5432/app`, 'medium'],
  ['a random password at a real host', `postgres://app:${b62(20)}@db.acme-corp.io/app`, 'high'],
  ['a weak password at a real host', `mysql://root:${'admin'}123@db.acme-corp.io/app`, 'medium'],
  ['a counted password at a real host', `mongodb://admin:${'password'}123@c0.mongodb.net/app`, 'medium'],
  ['a password of words at a real host', `redis://:${'bluewhale'}@cache.acme-corp.io:6379`, 'medium'],
  ['a placeholder at a real host', 'mongodb://user:password@cluster0.mongodb.net', 'nothing'],
  ['a template', 'postgres://${USER}:${PASSWORD}@db.acme-corp.io/app', 'nothing'],
  ['a hole to fill', 'postgres://<user>:<password>@db.acme-corp.io/app', 'nothing'],
  ['an example host', `https://user:${b62(16)}@www.example.com/`, 'nothing'],
  ['an address with a port', 'https://acme-corp.io:8443/@scope/package', 'nothing'],
  ['an address without a password', 'ssh://git@github.com:22/acme/shop.git', 'nothing'],
  ['a masked password', 'amqp://user:****@mq.acme-corp.io', 'nothing'],
  ['a percent sign that encodes nothing', `redis://:${'%zz-%E0%A4%A'}@cache.acme-corp.io`, 'high'],
  ['a netrc of the documents', 'machine example.com login me password qwerty', 'nothing'],
  ['a template on a command line', 'curl -u admin:$PASSWORD https://acme-corp.io', 'nothing'],
  ['the words of a manual', 'curl --user username:password https://acme-corp.io', 'nothing'],
  ['another program with -u', `docker run -u node:${b62(16)} image`, 'nothing'],
  // Headers
  ['a Basic header for a placeholder', `Authorization: Basic ${encode('user:password')}`, 'nothing'],
  ["the standard's Basic header", `Authorization: Basic ${encode('Aladdin:open sesame')}`, 'nothing'],
  ['a Basic header with a password', `Authorization: Basic ${encode('svc:Zx8!kk29')}`, 'high'],
  ['the word Basic in a sentence', 'Basic authentication/authorization is supported', 'nothing'],
  ['a template behind Bearer', 'Authorization: Bearer ${accessToken}', 'nothing'],
  ['words behind Bearer', 'Bearer your-access-token-goes-here', 'nothing'],
  ['a random token behind Bearer', `Bearer ${b62(40)}`, 'medium'],
  ['a known token behind Bearer', `Authorization: Bearer ${checked('ghp_')}`, 'high'],
  // Names that look like prefixes
  ['an identifier with a prefix of Hugging Face', 'hf_transformers_model_configuration_map', 'nothing'],
  ['an identifier with a prefix of Resend', 're_compiled_patterns_for_tokenizer', 'nothing'],
  ['an identifier with a prefix of Notion', 'secret_manager_client_configuration_provider_name', 'nothing'],
  ['a uuid behind sdk- of another version', `sdk-${'6ba7b810-9dad-11d1-80b4-00c04fd430c8'}`, 'nothing'],
  ['a run on the keyboard', `xoxb-123456789012-123456789012-${'abcdefghijklmnopqrstuvwx'}`, 'nothing'],
  ['the id of a Telegram bot without its token', `${digits(10)}:AAA`, 'nothing'],
  ['a capital constant', `AKIA${'_'}${upper(15)}`, 'nothing'],
];

describe('what providers judge closer', () => {
  for (const [what, text, expected] of cases) {
    it(`${what}: ${expected}`, () => assert.equal(sure(text), expected));
  }

  it('finds the known token and not the header or the address around it', () => {
    const token = checked('ghp_');
    for (const text of [
      `Authorization: Bearer ${token}`,
      `https://x-access-token:${token}@github.com/acme/shop.git`,
    ]) {
      assert.deepEqual(
        findProviderSecrets(text).map(({ provider, start, end }) => [provider, text.slice(start, end)]),
        [['github-token', token]],
      );
    }
  });
});

describe('publicByDesign', () => {
  const open = [
    `pk_${'live'}_${b62(24)}`,
    `sb_publishable_${b62(30)}`,
    `phc_${b62(43)}`,
    'G-ABC123DEF4',
    `https://${hex(32)}@o1.ingest.sentry.io/42`,
    jwt({ role: 'anon' }),
  ];
  for (const value of open) it(value.slice(0, 8), () => assert.ok(publicByDesign(value)));

  const closed = [`sk_${'live'}_${b62(24)}`, jwt({ role: 'service_role' }), b62(32), ''];
  for (const value of closed)
    it(`not ${value.slice(0, 8)}`, () => assert.equal(publicByDesign(value), undefined));
});
