/** Set of the words in a text, for tables that are easier to read as prose. */
const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that mean a password by themselves, in several languages. */
export const passwordWords = wordSet(`
  password passwords passwd pwd passphrase passcode pass pw psw pswd userpass
  passwort kennwort contraseña contrasena contrasenia senha motdepasse mdp wachtwoord parola parool lösenord losenord
  hasło haslo heslo jelszó jelszo salasana şifre sifre пароль 密码 密碼 口令 パスワード 비밀번호 mima
`);

/** Words that are written together, taken apart. */
export const fusedWords: ReadonlyMap<string, string> = new Map([
  ['apikey', 'api key'],
  ['apikeys', 'api keys'],
  ['apitoken', 'api token'],
  ['apisecret', 'api secret'],
  ['appkey', 'app key'],
  ['appsecret', 'app secret'],
  ['authkey', 'auth key'],
  ['authtoken', 'auth token'],
  ['accesskey', 'access key'],
  ['accesstoken', 'access token'],
  ['refreshtoken', 'refresh token'],
  ['bottoken', 'bot token'],
  ['clientsecret', 'client secret'],
  ['connectionstring', 'connection string'],
  ['connstr', 'connection string'],
  ['connstring', 'connection string'],
  ['cookiesecret', 'cookie secret'],
  ['databaseurl', 'database url'],
  ['encryptionkey', 'encryption key'],
  ['jwtsecret', 'jwt secret'],
  ['jwtkey', 'jwt key'],
  ['masterkey', 'master key'],
  ['privatekey', 'private key'],
  ['secretkey', 'secret key'],
  ['servicekey', 'service key'],
  ['sessionsecret', 'session secret'],
  ['signingkey', 'signing key'],
  ['signingsecret', 'signing secret'],
  ['sharedsecret', 'shared secret'],
  ['webhooksecret', 'webhook secret'],
  ['dbpass', 'db pass'],
  ['dbpasswd', 'db passwd'],
  ['dbpassword', 'db password'],
  ['dbpwd', 'db pwd'],
  ['rootpw', 'root pw'],
  ['adminpw', 'admin pw'],
  ['bindpw', 'bind pw'],
  ['mypassword', 'my password'],
  ['userpassword', 'user password'],
  ['smtppass', 'smtp pass'],
  ['requirepass', 'redis password'],
  ['masterauth', 'redis password'],
  ['pgpassword', 'pg password'],
]);

/**
 * What every name of a secret has in it, in its own spelling: most names in a program have none of it, and need no
 * closer look.
 */
export const secretStems =
  /key|token|secret|pass|pw|psw|cred|authoriz|dsn|conn_?str|connection|(?:db|base|sql|pg|postgres|mongo|redis|mq|amqp|broker|jdbc|smtp|mailer|cloudinary|search|house|kafka|proxy|celery)[\W_]{0,3}ur[il]|pepper|mnemonic|mdp|masterauth|contrase|senha|kennwort|wachtwoord|paroo?l|losenord|hasl|hesl|jelsz|salasana|sifre|mima|[\u0080-\uffff]/i;

/** What may stand before "key" to make it a secret one. Any other word leaves it an ordinary key. */
export const keyQualifiers = wordSet(`
  api apis private secret access auth authentication authorization signing sign signature encryption encrypt decryption
  decrypt cipher crypto aes hmac rsa des rc4 master admin service role subscription shared account deploy deployment
  server ssh sftp webhook integration ingestion ingest write license jwt session cookie app ssl tls pgp gpg pem
  stripe openai anthropic sendgrid mailgun mailchimp twilio aws gcp azure datadog algolia cloudflare segment
  intercom github gitlab slack gemini claude mistral cohere groq deepseek huggingface replicate pinecone supabase
  clerk resend postmark airtable notion linear plaid paypal braintree square razorpay shopify elevenlabs deepgram
  cosmos merchant geocoding rapidapi omdb tmdb nasa newsapi alchemy infura etherscan moralis
`);

/** Services whose keys of this name are meant for browsers. */
export const publicKeyServices = wordSet('pusher firebase posthog');

/** Such a "key" signs or encrypts: it works whatever its text is. */
export const cryptoWords = wordSet(
  'signing sign signature hmac encryption encrypt decryption decrypt cipher aes',
);

/** Such a "secret" signs or encrypts. */
export const signingWords = wordSet(`
  jwt jws session cookie cookies signing sign signature hmac encryption encrypt cipher aes nextauth betterauth django
  flask rails
`);

/** Words right before or after which a password, token or secret is spoken about and not given. */
export const denyWords = wordSet(`
  is has had have no not without with needs need require requires required allow allows disable enable enabled show
  hide toggle use uses using check checks validate validates verify verifies validator valid invalid wrong incorrect
  bad weak missing mismatch mismatched expired expire expires revoked forgot forgotten forget reset resets change
  changed changing update updated set get fetch load save create created generate generated generator clear remove
  delete rotate rotates parse decode encode compare confirm confirmation confirmed repeat retype match matches matched
  min max minimum maximum number num total count last first on handle handler for by enter
  public publishable hashed encrypted masked redacted csrf xsrf anti forgery
`);

/** What stands before "token" where it is a piece of text or of a protocol. */
export const tokenDenyWords = wordSet(`
  next prev previous page continuation sync cancel cancellation stop start begin end eos bos eof pad padding mask unk
  unknown sep cls separator special comment string number operator punctuation syntax lexer parser css design color
  theme injection inject di keyword identifier literal template expected unexpected current lookahead paren brace
  bracket semicolon comma newline whitespace text word sub input output prompt completion image reasoning cached
  erc20 nft native governance lp reward payment staking wrapped fungible asset crypto coin swap pool quote base
  contract vesting request idempotency action verification site markdown html xml json type semantic shift click mock
`);

/** Parts of a path of names under which names of secrets are only written about. */
export const aboutWords = wordSet(`
  label labels placeholder placeholders error errors message messages msg msgs text texts string strings translation
  translations i18n intl locale locales title titles field fields column columns header headers type types name names
  route routes path paths url urls schema schemas rule rules help hint hints tooltip tooltips description descriptions
  validation validations test tests icon icons icon names enum enums constant event events action actions selector
`);

/** Words after the head that leave it what it is: `passwordProd`, `API_KEY_2`, `secretValue`. */
export const trailingWords = wordSet(`
  value val str string text raw plain plaintext clear prod production live staging stage dev development test testing
  local sandbox demo default fallback base primary secondary backup old new current global eu us uk de master main base64
  b64 hex env v1 v2 v3 a b
`);
