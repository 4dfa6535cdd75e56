import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judgeKind, judgeValue } from '../../../server/src/analysis/secrets/plausibility.ts';
import { b62, b64, checked, encode, hex, uuid } from './generate.ts';

type Row = readonly [name: string, value: string];

const secrets: readonly Row[] = [
  ['apiKey', hex(32)],
  ['apiKey', b62(24)],
  ['API_KEY', b62(16)],
  ['secret', `${b64(43)}=`],
  ['clientSecret', uuid()],
  ['token', ['f3a9', 'c1d7', 'e5b2'].join('')],
  ['Authorization', `Bearer ${b62(40)}`],
  ['githubToken', checked('ghp_')],
  ['privateKey', hex(64)],
  ['password', `Sup3rS3cret${'!'}`],
  ['password', `Tr0ub4dor${'&3'}`],
  ['password', `Summer${'2024'}`],
  ['password', `admin${'123'}`],
  ['password', `P@ssw0rd`],
  ['password', `SuperSecret${'123!'}`],
  ['password', `password${'123'}`],
  ['dbPassword', 'postgres'],
  ['dbPassword', 'x7Kp92Lm'],
  ['ROOT_PASSWORD', 'hunter2'],
  ['password', encode(b62(20))],
  // A text that signs is in force whatever it says.
  ['JWT_SECRET', 'default-secret-key'],
  ['JWT_SECRET', 'secret'],
  ['sessionSecret', 'keyboard cat'],
  ['ENCRYPTION_KEY', '12345678901234567890123456789012'],
  ['jwtSecret', 'changeme-in-production'],
  ['JWT_SECRET', 'your-256-bit-secret'],
  ['sessionSecret', 'keyboardcat'],
  ['ENCRYPTION_KEY', '0123456789abcdef0123456789abcdef'],
  // Typed, and in force all the same.
  ['apiKey', '1234567890abcdef'],
  ['stripeKey', `sk_${'live'}_1234567890abcdefghij1234`],
  ['mnemonic', 'gravity trophy shrimp suspect sheriff avocado label trust dove tragic pitch title'],
  ['jwt.secret', 'mysecret'],
  ['Jwt.Key', 'ThisIsTheKeyOfMyShop'],
  ['jwtPrivateKey', `mySecureKey${'2023'}`],
  ['stripe.key', b62(32)],
  ['SECRET_KEY_BASE', hex(64)],
  ['DATABASE_URL', `postgres://app:${b62(16)}@db.acme-corp.io/app`],
  ['connectionString', `Server=sql.acme-corp.io;User Id=app;Password=${b62(16)};`],
];

const harmless: readonly Row[] = [
  ['mnemonic', `${'test '.repeat(11)}junk`],
  ['apiKey', 'example-key-1234567890abcdef'],
  ['apiKey', `sk_${'live'}_your1234567890abcdefghij`],
  ['storage.key', 'shop.settings.theme'],
  // Nothing, references, holes, masks
  ...['', 'none', 'null', 'not-set', 'not set', 'N/A', 'TODO', 'undefined', 'not-needed', 'required'].map(
    (value): Row => ['apiKey', value],
  ),
  ...[
    '${API_KEY}',
    '{{ apiKey }}',
    '%API_KEY%',
    '$API_KEY',
    '<api-key>',
    '#{token}',
    '<%= key %>',
    '$(cat key)',
  ].map((value): Row => ['apiKey', value]),
  ...[
    'process.env.API_KEY',
    'env:API_KEY',
    'vault:secret/data/shop#key',
    'op://vault/item/field',
    'ref+awssecrets://shop',
  ].map((value): Row => ['apiKey', value]),
  ...[
    'arn:aws:secretsmanager:eu-west-1:1:secret:shop',
    'ENC[AES256_GCM,data:abc]',
    '{cipher}abcdef',
    'secrets.API_KEY',
  ].map((value): Row => ['secret', value]),
  ...[
    'your-api-key',
    'YOUR_API_KEY_HERE',
    'my_api_key_123',
    'test-api-key',
    'dummy',
    'example',
    'changeme',
    'xxx',
    'xxxxxxxx',
    '****',
    '...',
    'sk-...',
  ].map((value): Row => ['apiKey', value]),
  ...[
    'password',
    'Password',
    'secret',
    'test',
    'test123',
    'changeme',
    'string',
    'text',
    'pass',
    '********',
  ].map((value): Row => ['password', value]),
  // Words, names, texts for people
  ...[
    'Enter your password',
    'Passwort eingeben',
    'auth.login.password',
    'current-password',
    'user.password',
    'passwordInput',
    '#password',
    '#input_4',
    'YourStrong!Passw0rd',
    'Example1!',
    'input[type=password]',
    'passwords-do-not-match',
    'sha256',
    'argon2',
    'bcrypt',
    'minLength8',
  ].map((value): Row => ['password', value]),
  ...[
    'x-api-key',
    'INVALID_TOKEN',
    'accessToken',
    'access_token',
    'refresh-token-cookie',
    'user.settings.apiKey',
    'next-auth.session-token',
    '__session',
    'token_abc',
    'bearer',
    'Bearer',
    '_csrf',
  ].map((value): Row => ['token', value]),
  ...[
    'gpt-4o-mini',
    'claude-3-5-sonnet-20241022',
    'text-embedding-3-small',
    'us-east-1',
    'col-md-6',
    '@azure/core-auth',
    'webpack5',
    'k8s-secret-name-1',
  ].map((value): Row => ['token', value]),
  // Things with a form of their own
  ...[
    '/var/run/secrets/token',
    './secrets.json',
    'server.key',
    '~/.ssh/id_ed25519',
    'https://auth.acme-corp.io/oauth/token',
    'application/json',
    '#ff00ff',
    '2024-01-01',
    '1.2.3',
    '42',
    'true',
    'dev@acme-corp.io',
    'data:text/plain;base64,aGk=',
    'id.acme-corp.io',
  ].map((value): Row => ['token', value]),
  ['password', '^(?=.*[A-Z]).{8,}$'],
  ['password', `$2b$10$${b62(53)}`],
  ['secret', 'sha512-abc'],
  ['token', '<Token value={1} />'],
  ['token', 'query Token { token }'],
  ['token', 'SELECT token FROM tokens WHERE id = 1'],
  ['apiKey', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'],
  ['secret', '00000000-0000-0000-0000-000000000000'],
  ['token', '0xdAC17F958D2ee523a2206206994597C13D831ec7'],
  ['token', 'abcdefghijklmnop'],
  ['token', 'abc123'],
  ['apiKey', `pk_${'live'}_${b62(24)}`],
  ['password', encode('not my real password')],
  // Signing secrets that are none
  ['JWT_SECRET', 'JWT_SECRET'],
  ['JWT_SECRET', 'jwtSecret'],
  ['JWT_SECRET', 'jwt-secret'],
  ['JWT_SECRET', 'config.jwt.secret'],
  ['JWT_SECRET', 'not-set'],
  ['JWT_SECRET', '<your secret>'],
  ['encryptionKey', 'aes-256-gcm'],
  ['signingKey', 'HS256'],
  ['signingKey', 'x-signature'],
  ['signingKey', 'shop-signing-key-id'],
  ['JWT_SECRET', 'Missing JWT secret'],
  ['DATABASE_URL', 'postgres://postgres:postgres@localhost:5432/app'],
  ['DATABASE_URL', 'file:./dev.db'],
  ['SENTRY_DSN', `https://${hex(32)}@o1.ingest.sentry.io/42`],
  ['NEXT_PUBLIC_API_URL', b62(32)],
];

describe('judgeValue', () => {
  for (const [name, value] of secrets) {
    it(`${name} = …${value.length}: a secret`, () => {
      const { secret, reason } = judgeValue(name, value);
      assert.ok(secret, reason);
    });
  }
  for (const [name, value] of harmless) {
    it(`${name} = ${value}: none`, () => {
      const { secret, reason } = judgeValue(name, value);
      assert.ok(!secret, reason);
    });
  }

  it('never throws, and never repeats the value in its reason', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('password', 'apiKey', 'JWT_SECRET', 'dsn'),
        fc.string({ unit: 'binary' }),
        (name, value) => {
          const { reason } = judgeValue(name, value);
          assert.ok(value.length < 8 || !reason.includes(value));
        },
      ),
    );
  });

  it('finds random tokens of every usual length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 64 }),
        fc.stringMatching(/^[A-Za-z0-9]{64}$/),
        (length, text) => {
          const value = text.slice(0, length);
          fc.pre(/[0-9].*[0-9]/.test(value) && new Set(value).size > 12);
          assert.ok(judgeKind('key', value).secret);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
