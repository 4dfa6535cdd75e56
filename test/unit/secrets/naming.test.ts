import assert from 'node:assert/strict';
import { fusedWords, passwordWords, secretStems } from '../../../server/src/analysis/secrets/nameWords.ts';
import { isSecretName } from '../../../server/src/analysis/secrets/naming.ts';
import type { SecretKind } from '../../../server/src/analysis/secrets/types.ts';

/** The names that each kind has, separated by spaces. */
const secret: Readonly<Record<SecretKind, string>> = {
  password: `password Password PASSWORD passwd pwd dbPwd pass passphrase db_password DB_PASSWD PASSWORD_PROD password2
    adminPassword userPassword pass_word smtp.auth.pass config.db.password contraseña senha motDePasse passwort 密码
    hasło MYSQL_ROOT_PASSWORD PGPASSWORD requirepass default-password`,
  token: `token accessToken ACCESS_TOKEN authToken authtoken refresh_token botToken githubToken bearerToken idToken
    SLACK_BOT_TOKEN tokenValue Authorization personal-access-token`,
  key: `apiKey API_KEY api-key apikey APIKEY X-Api-Key stripe.apiKey privateKey accessKey AWS_SECRET_ACCESS_KEY secretKey
    STRIPE_KEY OPENAI_API_KEY API_KEY_2 apiKeyValue masterKey serviceRoleKey accountKey sharedKey`,
  secret: 'secret clientSecret CLIENT_SECRET appSecret webhookSecret consumer_secret',
  signing: `jwtSecret JWT_SECRET JWT_SECRET_KEY sessionSecret cookieSecret NEXTAUTH_SECRET signingKey signing_secret
    encryptionKey ENCRYPTION_KEY hmacKey AUTH_SECRET DJANGO_SECRET_KEY`,
  credential: 'credentials credential awsCredentials creds',
  connection:
    'connectionString DATABASE_URL mongoUri REDIS_URL dsn SENTRY_DSN connection_string dbConnectionString',
};

const harmless = `
  passwordLabel passwordField passwordInput passwordPlaceholder passwordError passwordPolicy PASSWORD_REGEX passwordHash
  passwordStrength passwordRequired passwordMinLength showPassword hasPassword forgotPassword resetPasswordUrl
  changePassword confirmPassword hashedPassword labels.password messages.password bypass compass passenger passport PWD
  OLDPWD tokenType tokenizer tokenize maxTokens tokenCount tokens tokenUrl token_ttl tokenEndpoint tokenLifetime
  csrfTokenName csrfToken TOKEN_EXPIRED INVALID_TOKEN nextToken pageToken continuationToken designToken cancelToken
  eosToken idempotencyToken errors.token tokenKey ACCESS_TOKEN_KEY REFRESH_TOKEN_COOKIE secretName secretArn secretId
  secretRef secretsManager secretLength secretary apiKeyHeader apiKeyId apiKeyPrefix API_KEY_HEADER missingApiKey
  messages.apiKey key keys keyboard monkey hotkey keyCode keyName keyPath keyId publicKey primaryKey foreignKey cacheKey
  sortKey partitionKey storageKey queryKey objectKey siteKey anonKey publishableKey STRIPE_PUBLISHABLE_KEY
  NEXT_PUBLIC_FIREBASE_API_KEY accessKeyId AWS_ACCESS_KEY_ID clientId keyring keyframe url baseUrl homepageUrl
  credentialsProvider credentialsPath authenticate author constructor toString __proto__
`;

const split = (names: string): string[] => names.trim().split(/\s+/);

describe('isSecretName', () => {
  for (const [kind, names] of Object.entries(secret)) {
    for (const name of split(names)) it(`${name} is a ${kind}`, () => assert.equal(isSecretName(name), kind));
  }
  for (const name of split(harmless))
    it(`${name} is none`, () => assert.equal(isSecretName(name), undefined));
  it('looks closer at every word that may end the name of a secret', () => {
    const heads = ['key', 'keys', 'token', 'secret', 'pepper', 'mnemonic', 'creds', 'authorization', 'dsn'];
    for (const word of [...passwordWords, ...fusedWords.keys(), ...heads]) assert.match(word, secretStems);
  });
  it('takes an empty and a very long name', () => {
    assert.equal(isSecretName(''), undefined);
    assert.equal(isSecretName('password'.repeat(100)), undefined);
  });
});
