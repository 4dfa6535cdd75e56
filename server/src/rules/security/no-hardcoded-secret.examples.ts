import type { Example, RuleExamples } from '../example.ts';

// Put together from pieces, so that no token-shaped literal stands in this file.
const body = ['4f9Kq7Zr', 'W2xNb8Tc', 'J5vHm3Yd'].join('');
const stripe = `sk_${'live'}_${body}`;
const openai = `sk-${'proj'}-${body}_${body}T3Blbk${'FJ'}${body}_${body}`;
const password = ['Tr0ub4', 'dor&', '7xQ'].join('');
const apiKey = ['a81f5e0c', '9d3b47e2', '6c1fa8d0', '5b9e37c4'].join('');
const typed = `sk_${'live'}_${'1234567890abcdefghij'}${'1234'}`;
const basic = Buffer.from(`ci:${body}`).toString('base64');
const weakBasic = Buffer.from('charles:12345').toString('base64');
const pem = `-----BEGIN ${'RSA PRIVATE'} KEY-----\nMIIEpAIBAAKCAQEA${body}${apiKey}${basic}\n-----END ${'RSA PRIVATE'} KEY-----`;

/** One of many files with one line or two. */
const at = (file: string, name: string, code: string): Example => ({ name, file, code: `${code}\n` });

export const examples: RuleExamples = {
  bad: [
    {
      name: "a provider's token in a variable",
      file: 'src/pay.ts',
      code: `const key = '⟦${stripe}⟧';\n`,
    },
    {
      name: 'a token handed to a client',
      file: 'src/ai.ts',
      code: `import OpenAI from 'openai';\n\nexport const ai = new OpenAI({ apiKey: '⟦${openai}⟧' });\n`,
    },
    {
      name: 'a value that only its name gives away',
      file: 'src/mail.ts',
      code: `export const mailer = { apiKey: ⟦'${apiKey}'⟧, from: 'shop@example.com' };\n`,
    },
    {
      name: 'a password in a class field',
      file: 'src/db.ts',
      code: `class Database {\n  private password = ⟦'${password}'⟧;\n}\n`,
    },
    {
      name: 'a default parameter',
      file: 'src/sign.js',
      code: `export function sign(payload, secret = ⟦'${apiKey}'⟧) {}\n`,
    },
    {
      name: 'a header',
      file: 'src/client.ts',
      code: `headers.set('X-Api-Key', ⟦'${apiKey}'⟧);\n`,
    },
    {
      name: 'a token inside a longer template',
      file: 'src/hook.ts',
      code: `fetch(\`https://pay.example.com/?key=⟦${stripe}⟧&amount=\${amount}\`);\n`,
    },
    {
      name: 'a token in a comment: it leaks all the same',
      file: 'src/old.ts',
      code: `// old key: ⟦${stripe}⟧\nexport {};\n`,
    },
    {
      name: 'a token in a test: tests are published too',
      file: 'src/pay.test.ts',
      code: `const key = '⟦${stripe}⟧';\n`,
    },
    {
      name: 'a password in a compose file',
      file: 'compose.yaml',
      code: `services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ⟦${password}⟧\n`,
    },
    {
      name: 'a key in a JSON configuration',
      file: 'config/production.json',
      code: `{ "mail": { "apiKey": ⟦"${apiKey}"⟧ } }\n`,
    },
    {
      name: 'a committed .env file',
      file: '.env.production',
      code: `PORT=3000\nSESSION_SECRET=⟦${apiKey}⟧\n`,
    },
    {
      name: 'what a token is signed with',
      file: 'src/tokens.js',
      code: "const token = jwt.sign({ id }, ⟦'my-secret-key'⟧, { expiresIn: '1h' });\n",
    },
    {
      name: 'what a token is checked with',
      file: 'src/tokens.ts',
      code: "import { verify } from 'jsonwebtoken';\n\nexport const claims = verify(token, ⟦'shop-tokens'⟧);\n",
    },
    {
      name: 'the key of a signature',
      file: 'src/hooks.js',
      code: "const sum = crypto.createHmac('sha256', ⟦'webhook-key'⟧).update(body).digest('hex');\n",
    },
    {
      name: 'the key of a cipher, as bytes',
      file: 'src/vault.js',
      code: `const cipher = crypto.createCipheriv('aes-256-gcm', Buffer.from(⟦'${apiKey}'⟧, 'hex'), iv);\n`,
    },
    {
      name: 'the options of a strategy',
      file: 'src/jwt.ts',
      code: "export const strategy = { jwtFromRequest, secretOrKey: ⟦'nest-tokens'⟧ };\n",
    },
    {
      name: 'the options of a module',
      file: 'src/app.module.ts',
      code: "const module = JwtModule.register({ secret: ⟦'shop'⟧, signOptions: { expiresIn: '1h' } });\n",
    },
    {
      name: 'a password that is compared with a text',
      file: 'src/login.js',
      code: "if (username === 'admin' && password === ⟦'admin123'⟧) next();\n",
    },
    {
      name: 'a key that is compared with a text',
      file: 'src/guard.ts',
      code: `if (req.headers['x-api-key'] !== ⟦'${apiKey}'⟧) res.sendStatus(401);\n`,
    },
    {
      name: 'an entry of a map',
      file: 'src/keys.ts',
      code: `const keys = new Map([['apiKey', ⟦'${apiKey}'⟧]]);\n`,
    },
    {
      name: 'what a function gives',
      file: 'src/keys.ts',
      code: `export function getApiKey() {\n  return ⟦'${apiKey}'⟧;\n}\n`,
    },
    {
      name: 'a key in an address',
      file: 'src/weather.ts',
      code: `fetch(\`https://weather.example.net/v1?api_key=⟦${apiKey}⟧&city=\${city}\`);\n`,
    },
    {
      name: 'a shell script',
      file: 'deploy/release.sh',
      code: `export DB_PASSWORD="⟦${password}⟧"\ncurl -H "X-Api-Key: ⟦${apiKey}⟧" https://api.example.net\n`,
    },
    {
      name: 'settings in TOML and INI',
      file: 'config/settings.toml',
      code: `[database]\npassword = "⟦${password}⟧"\n`,
    },
    {
      name: 'properties',
      file: 'config/application.properties',
      code: `spring.datasource.password=⟦${password}⟧\n`,
    },
    {
      name: 'a script in a page',
      file: 'web/index.html',
      code: `<script>\n  const apiKey = "⟦${apiKey}⟧";\n</script>\n`,
    },
    {
      name: 'a user of a database',
      file: 'deploy/init.sql',
      code: `CREATE USER shop WITH PASSWORD '⟦${password}⟧';\nCREATE USER 'app'@'%' IDENTIFIED BY '⟦${password}⟧';\n`,
    },
    {
      name: 'a token in any other text',
      file: 'deploy/notes.txt',
      code: `use ⟦${stripe}⟧ for the checkout\n`,
    },
    {
      name: 'a word in a constant that signs',
      file: 'src/index.ts',
      code: "import jwt from 'jsonwebtoken';\n\nconst SECRET = ⟦'mysecret'⟧;\nexport const tokenFor = (id: string) => jwt.sign({ id }, SECRET, { expiresIn: '1h' });\n",
    },
    {
      name: 'a word in a member that signs',
      file: 'src/index.ts',
      code: "class Tokens {\n  private readonly jwtSecret = ⟦'my-app-secret'⟧;\n  sign(user: User) {\n    return jwt.sign({ sub: user.id }, this.jwtSecret, { expiresIn: '15m' });\n  }\n}\n",
    },
    {
      name: 'a word in a constant that verifies',
      file: 'src/index.ts',
      code: "const KEY = ⟦'abc123'⟧;\nexport const payload = jwt.verify(token, KEY, { algorithms: ['HS256'] });\n",
    },
    {
      name: "an option of Passport's that is given later",
      file: 'src/index.ts',
      code: "const options = {};\noptions.secretOrKey = ⟦'secret'⟧;\npassport.use(new Strategy(options, verify));\n",
    },
    at(
      'app.js',
      'a word that a connection is opened with',
      "const pool = mysql.createPool({ host: 'db1', user: 'app', password: ⟦'password'⟧ });",
    ),
    at(
      'app.js',
      'a word in the third argument',
      "const sequelize = new Sequelize('shop', 'root', ⟦'mypassword'⟧, { dialect: 'mysql' });",
    ),
    at(
      'app.js',
      'a word beside a host',
      "module.exports = { database: { host: 'db1', port: 5432, password: ⟦'secret'⟧ } };",
    ),
    at(
      'app.js',
      'a user and a password that somebody signs in with',
      `await bot.login({ username: 'shop-bot', password: ⟦'${password}'⟧ });`,
    ),
    at(
      'app.js',
      'bytes in a constant that encrypts',
      `const key = Buffer.from(⟦'${apiKey}'⟧, 'hex');\nconst cipher = crypto.createCipheriv('aes-128-gcm', key, iv);`,
    ),
    at(
      'app.js',
      'bytes that jose signs with',
      "const key = new TextEncoder().encode(⟦'my-very-long-secret'⟧);\nawait new jose.SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(key);",
    ),
    at(
      'app.js',
      'a plugin that signs',
      "fastify.register(require('@fastify/jwt'), { secret: ⟦'supersecret'⟧ });",
    ),
    at('app.js', 'a name that its owner explains', "const config = { jwt: { secret: ⟦'my-shop'⟧ } };"),
    at(
      'app.js',
      'a text put together from two',
      `const password = ⟦'${password.slice(0, 6)}' + '${password.slice(6)}'⟧;`,
    ),
    at('app.js', 'a raw text', `const apiKey = String.raw⟦\`${apiKey}\`⟧;`),
    at(
      'app.js',
      'a token that somebody has typed, handed to a client',
      `const stripe = require('stripe')('⟦${typed}⟧');`,
    ),
    at(
      'app.js',
      'a password in the command that a script runs',
      `execSync("mysql -u root -p⟦${password}⟧ shop");`,
    ),
    at(
      'app.js',
      'a header that is made of a password',
      `const header = 'Basic ' + Buffer.from(⟦'ci:${password}'⟧).toString('base64');`,
    ),
    at(
      'app.js',
      "a password that a developer's own database is opened with",
      `const client = new MongoClient('mongodb://admin:⟦admin${'123'}⟧@localhost:27017');`,
    ),
    at(
      'deployment.yaml',
      'a variable of a container',
      `containers:\n  - name: web\n    env:\n      - name: DB_PASSWORD\n        value: ⟦"${password}"⟧`,
    ),
    at(
      'appsettings.json',
      'a key that its section explains',
      '{ "Jwt": { "Key": ⟦"ThisIsTheKeyOfMyShop"⟧, "Issuer": "shop" } }',
    ),
    at(
      'deploy.sh',
      'passwords on command lines',
      `sshpass -p ⟦${password}⟧ ssh deploy@shop.example\ndocker login -u ci -p ⟦${body}⟧ registry.example`,
    ),
    at('.npmrc', 'the credential of a registry', `_auth=⟦${basic}⟧`),
    at('.pgpass', "a database's password file", `db1.shop.io:5432:shop:app:⟦${password}⟧`),
    at(
      'settings.xml',
      'an element',
      `<server><username>ci</username><password>⟦${password}⟧</password></server>`,
    ),
    at('Web.config', 'an attribute beside its name', `<add key="ApiKey" value="⟦${apiKey}⟧" />`),
    at('config.php', 'a constant of PHP', `<?php\ndefine('DB_PASSWORD', '⟦${password}⟧');`),
    at(
      'Db.java',
      'the third argument in Java',
      `DriverManager.getConnection("jdbc:mysql://db1/shop", "root", "⟦${password}⟧");`,
    ),
    at('app.py', 'an entry of a dictionary', `app.config['SECRET_KEY'] = '⟦${apiKey}⟧'`),
    at('main.rs', 'a constant with a type', `const API_TOKEN: &str = "⟦${apiKey}⟧";`),
    at(
      'variables.tf',
      "a variable's default",
      `variable "db_password" {\n  type    = string\n  default = "⟦${password}⟧"\n}`,
    ),
    at(
      'seed.sql',
      'a row with a password as it is typed',
      `INSERT INTO users (name, password) VALUES ('a', '⟦${password}⟧'), ('b', '⟦${password}⟧');`,
    ),
    at(
      'settings.sql',
      'a row of settings',
      `INSERT INTO settings (name, value) VALUES ('smtp_password', '⟦${password}⟧');`,
    ),
    { name: 'a private key in the code', file: 'src/tls.ts', code: `export const key = \`⟦${pem}⟧\`;\n` },
    {
      name: 'a header in a comment that was in use',
      file: 'src/call.ts',
      code: `// headers.authorization = 'Basic ⟦${basic}⟧';\nexport {};\n`,
    },
    {
      name: "a service's password in a test: that service is no test's",
      file: 'test/store.js',
      code: `connect('mongodb+srv://shop:⟦${body}⟧@cluster0.ab1cd.mongodb.net/shop');\n`,
    },
  ],
  ok: [
    at('app.js', 'a map of labels', "const labels = { host: 'Host', port: 'Port', password: 'Password' };"),
    at(
      'app.js',
      'a map of variables',
      "const names = { host: 'DB_HOST', user: 'DB_USER', password: 'DB_PASSWORD' };",
    ),
    at(
      'app.js',
      'a hole in a connection',
      "const pool = mysql.createPool({ host: 'db1', password: 'your-password' });",
    ),
    at(
      'app.js',
      'no password',
      "const client = new Client({ host: 'db1', password: undefined, user: 'none' });",
    ),
    at('app.js', 'the errors of a form', "setErrors({ username: 'required', password: 'required' });"),
    at(
      'app.js',
      "a developer's own database where nothing else is set",
      `const url = process.env.DATABASE_URL || 'postgres://shop:shop${'123'}@localhost/shop';`,
    ),
    at('app.js', 'a key of two words', "const key = Buffer.from('shop:orders').toString('base64');"),
    at('app.js', 'a binding', "button.bind('click', 'submit-password');"),
    at(
      'app.js',
      'a sample in the description of an API',
      `const schema = { properties: { token: { type: 'string', example: '${apiKey}' } }, example: { apiKey: '${apiKey}' } };`,
    ),
    at(
      'openapi.yaml',
      'samples of an API',
      `components:\n  schemas:\n    Login:\n      example:\n        password: ${password}\n        token: ${apiKey}`,
    ),
    at(
      'openapi.json',
      'samples of an API by name',
      `{ "examples": { "one": { "value": { "token": "${apiKey}" } } }, "x-example": { "apiKey": "${apiKey}" } }`,
    ),
    at(
      'deployment.yaml',
      'a variable that is kept elsewhere',
      'env:\n  - name: DB_PASSWORD\n    valueFrom:\n      secretKeyRef: { name: db-secret, key: password }\n  - name: PASSWORD_POLICY\n    value: "strict-2024"',
    ),
    at(
      'deploy.sh',
      'variables on command lines',
      'mysql -u root -p"$MYSQL_PASSWORD" shop\nsshpass -p "$PASSWORD" ssh host\ndocker login -u ci -p "$TOKEN"\nmysql -u root -p shop\nredis-cli -h cache -a ${PASS}',
    ),
    at(
      'settings.xml',
      'a reference in an element',
      '<password>${env.CI_PASSWORD}</password><passwordPolicy>strict</passwordPolicy>',
    ),
    at(
      'login.jsp',
      'a field of a form',
      '<input name="password" type="password" placeholder="Password1" value="">',
    ),
    at(
      'variables.tf',
      'a variable without a default',
      'variable "db_password" {\n  type      = string\n  sensitive = true\n}\nvariable "region" {\n  default = "eu-west-1"\n}',
    ),
    at(
      'seed.sql',
      "a password's hash in a row",
      `INSERT INTO users (name, password) VALUES ('a', '$2b$10$${body}${body}');`,
    ),
    at('.npmrc', 'a variable in the settings of npm', '_auth=${NPM_AUTH}'),
    at(
      'app.js',
      'keys of maps and of a keyboard',
      "const storage = { key: 'shop.theme' };\nconst binding = { key: 'Escape' };",
    ),

    {
      name: 'the name of a setting that holds a key',
      file: 'src/mailEvents.ts',
      code: "const CONFIG_KEY_PAYLOAD_SIGNING_KEY = 'hostSettings:mailEventsPayloadSigningKey';\n",
    },
    {
      name: 'what is refused',
      file: 'src/authSecrets.js',
      code: "const WEAK_DEFAULTS = {\n  EXPRESS_SESSION_SECRET: 'flowise',\n  TOKEN_HASH_SECRET: 'popcorn',\n};\nif (Object.values(WEAK_DEFAULTS).includes(secret)) throw new Error('too weak');\n",
    },
    {
      name: 'a map of types',
      file: 'src/settingTypes.js',
      code: "const keyTypes = {\n  admin_session_secret: 'string',\n  theme_session_secret: 'string',\n  title: 'string',\n};\n",
    },
    {
      name: "a developer's settings",
      file: 'core/config/config.development.docker.json',
      code: '{\n  "database": { "connection": { "host": "mysql", "user": "root", "password": "root" } }\n}\n',
    },
    {
      name: 'settings for tests',
      file: 'core/config/config.testing-mysql.json',
      code: '{\n  "database": { "connection": { "host": "127.0.0.1", "user": "root", "password": "root" } }\n}\n',
    },
    {
      name: 'a database beside the driver that is tried out on it',
      file: 'drivers/mssql/docker-compose.yml',
      code: `version: '3'\nservices:\n  mssql:\n    image: 'mssql-server-linux:2017-latest'\n    ports:\n      - 1433:1433\n    environment:\n      - ACCEPT_EULA=Y\n      - MSSQL_SA_PASSWORD=${password}\n`,
    },
    { name: 'read from the environment', file: 'src/a.ts', code: 'const apiKey = process.env.API_KEY;\n' },
    {
      name: 'what a token is checked with, from the environment',
      file: 'src/tokens.js',
      code: 'jwt.verify(token, process.env.JWT_SECRET);\njwt.verify(token, publicKey, { algorithms });\n',
    },
    { name: 'another sign', file: 'src/stars.js', code: "zodiac.sign('leo', 'fire and air');\n" },
    {
      name: 'a text that is refused',
      file: 'src/start.js',
      code: "if (password === 'admin123') throw new Error('Choose another password');\n",
    },
    {
      name: 'a kind, compared',
      file: 'src/form.js',
      code: "if (type === 'password' || token === 'EOF' || password === '') next();\n",
    },
    {
      name: 'a hash of a text',
      file: 'src/hash.js',
      code: "crypto.createHash('sha256').update('a long text').digest('hex');\n",
    },
    {
      name: 'a label that a function gives',
      file: 'src/form.js',
      code: "const getPasswordLabel = () => 'Password1';\n",
    },
    {
      name: 'variables in a shell script',
      file: 'deploy/release.sh',
      code: 'export DB_PASSWORD="$(vault read db)"\nAPI_KEY=$1\ncurl -H "Authorization: Bearer $TOKEN" https://api.example.net\n',
    },
    {
      name: 'a variable in SQL',
      file: 'deploy/init.sql',
      code: "CREATE USER shop WITH PASSWORD '${SHOP_PASSWORD}';\nCREATE USER app WITH PASSWORD :'app_password';\n",
    },
    {
      name: 'messages in properties',
      file: 'i18n/messages_de.properties',
      code: 'label.password=Passwort1\n',
    },
    {
      name: 'a form in a page',
      file: 'web/login.html',
      code: '<input type="password" name="password" placeholder="Password1">\n<meta name="csrf-token" content="{{ token }}">\n',
    },
    { name: 'a label', file: 'src/form.ts', code: "const passwordLabel = 'Enter your password';\n" },
    {
      name: 'a text that people read',
      file: 'src/form.ts',
      code: "const messages = { password: 'Enter your password' };\n",
    },
    { name: "a header's name", file: 'src/auth.ts', code: "const apiKeyHeader = 'x-api-key';\n" },
    { name: 'an error code', file: 'src/errors.ts', code: "const errors = { token: 'INVALID_TOKEN' };\n" },
    { name: 'a placeholder', file: 'src/setup.ts', code: "const apiKey = 'your-api-key-here';\n" },
    {
      name: 'a display string for a missing key',
      file: 'src/status.ts',
      code: "const apiKey = 'not set';\n",
    },
    { name: 'a local server that wants no key', file: 'src/llm.ts', code: "const apiKey = 'not-needed';\n" },
    { name: 'a type', file: 'src/types.ts', code: "interface Auth { token: 'bearer-access-token-1' }\n" },
    {
      name: 'an enum',
      file: 'src/kinds.ts',
      code: "enum Kind { Token = 'd41d8cd98f00b204e9800998ecf8427e' }\n",
    },
    {
      name: 'a property in a query',
      file: 'src/query.ts',
      code: "const tokenField = 'user.settings.accessToken1';\n",
    },
    { name: 'a named value in a test', file: 'src/mail.test.ts', code: `const apiKey = '${apiKey}';\n` },
    { name: 'a storage key', file: 'src/store.ts', code: "const TOKEN_KEY = 'shop.auth.token';\n" },
    {
      name: 'a reference in a workflow',
      file: '.github/workflows/ci.yaml',
      code: 'env:\n  API_TOKEN: ${{ secrets.API_TOKEN }}\n',
    },
    {
      name: 'a variable in a compose file',
      file: 'compose.yaml',
      code: 'environment:\n  DB_PASSWORD: ${DB_PASSWORD:?}\n',
    },
    {
      name: 'an example file',
      file: '.env.example',
      code: 'SESSION_SECRET=replace-me\nSTRIPE_SECRET_KEY=\n',
    },
    { name: 'a translation', file: 'src/locales/de.json', code: '{ "password": "Passwort1 eingeben" }\n' },
    {
      name: 'a public key that is meant for browsers',
      file: 'src/pay.ts',
      code: `const publishable = 'pk_${'live'}_${body}';\n`,
    },
    {
      name: 'a digest',
      file: 'src/files.ts',
      code: "const integrity = 'sha512-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';\n",
    },
    {
      name: 'a made-up token in a manual',
      file: 'README.md',
      code: `Set it to sk_${'live'}_xxxxxxxxxxxxxxxxxxxxxxxx.\n`,
    },
    {
      name: 'a known text that parts keys made of a secret',
      file: 'src/index.ts',
      code: "export const key = crypto.createHmac('sha256', 'WebAppData').update(botToken).digest();\n",
    },
    {
      name: 'a constant that only names the algorithm',
      file: 'src/index.ts',
      code: "const ALGORITHM = 'sha256';\nexport const signed = crypto.createHmac(ALGORITHM, key).update(text).digest('hex');\n",
    },
    {
      name: 'a constant beside what signs',
      file: 'src/index.ts',
      code: "const ISSUER = 'shop';\nexport const token = jwt.sign({ iss: ISSUER }, process.env.JWT_SECRET, { expiresIn: '1h' });\n",
    },
    {
      name: 'the types of settings',
      file: 'src/index.ts',
      code: "export const types = {\n  admin_session_secret: 'string',\n  session_secret: 'string',\n  title: 'string',\n};\n",
    },
    {
      name: 'where a signing key stands in the settings',
      file: 'src/index.ts',
      code: "class Events {\n  static PAYLOAD_SIGNING_KEY = 'hostSettings:mailEventsPayloadSigningKey';\n}\n",
    },
    { name: 'a private key of a test', file: 'test/certs.js', code: `send({ privateKey: \`${pem}\` });\n` },
    { name: 'a private key that tests read', file: 'test/fixtures/user.key', code: `${pem}\n` },
    {
      name: 'a password in an address that only a test uses',
      file: 'spec/fetch.js',
      code: `fetch('https://ci:${body}@127.0.0.1:8080/');\nfetch(url, { headers: { authorization: 'Basic ${basic}' } });\n`,
    },
    {
      name: 'a header that explains a form',
      file: 'src/basic.js',
      code: `// auth is like \`Basic ${weakBasic}\`\nconst [, encoded] = header.split(' ');\n`,
    },
    {
      name: 'a header in a comment that says what it is an example of',
      file: 'src/basic.ts',
      code: `/**\n * Reads the header, e.g. \`Basic ${basic}\`.\n */\nexport const read = (header) => header.slice(6);\n`,
    },
    {
      name: 'settings for a developer that are commented out',
      file: 'config/default.js',
      code: `module.exports = {\n  // mongo: 'mongodb://wild:${body}@127.0.0.1:27017/mail',\n  // redis: 'redis://:${body}@redis.example.com:6379/1',\n};\n`,
    },
    {
      name: 'a login of a sample, as the line says',
      file: 'config/default.js',
      code: "module.exports = {\n  api: {\n    port: 12080,\n    host: '127.0.0.1',\n    user: 'zone', // username of the example address\n    pass: 'test' // password of the example address\n  },\n};\n",
    },
    {
      name: 'keys that have to ship with an app',
      file: 'src/telemetry.ts',
      code: `posthog.init({ apiKey: 'phc_${body}${body}' });\nconst sentrySecret = 'https://${apiKey}@o1.ingest.sentry.io/12';\n`,
    },
  ],
  fixed: [
    {
      name: 'plain JavaScript reads process.env',
      title: 'Move to an environment variable',
      file: 'src/pay.js',
      code: `const stripe = require('stripe')('⟦${stripe}⟧');\n`,
      project: { '.gitignore': 'node_modules\n' },
      after: {
        'src/pay.js': "const stripe = require('stripe')(process.env.STRIPE_SECRET_KEY);\n",
        '.env.example': 'STRIPE_SECRET_KEY=\n',
        '.env': `STRIPE_SECRET_KEY=${stripe}\n`,
        '.gitignore': 'node_modules\n.env\n',
      },
    },
    {
      name: 'TypeScript gets a helper that throws, once per package',
      title: 'Move to an environment variable',
      file: 'src/ai.ts',
      code: `import OpenAI from 'openai';\n\nexport const ai = new OpenAI({ apiKey: '⟦${openai}⟧' });\n`,
      project: { '.gitignore': '.env\n', '.env.example': 'PORT=3000', '.env': 'PORT=3000\n' },
      after: {
        'src/ai.ts': [
          "import OpenAI from 'openai';",
          "import { requireEnv } from './requireEnv';",
          '',
          "export const ai = new OpenAI({ apiKey: requireEnv('OPENAI_API_KEY') });",
          '',
        ].join('\n'),
        'src/requireEnv.ts': [
          '/** Reads an environment variable; throws when it is missing or empty. */',
          'export function requireEnv(name: string): string {',
          '  const value = process.env[name];',
          '  if (!value) throw new Error(`The environment variable ${name} is not set.`);',
          '  return value;',
          '}',
          '',
        ].join('\n'),
        '.env.example': 'PORT=3000\nOPENAI_API_KEY=\n',
        '.env': `PORT=3000\nOPENAI_API_KEY=${openai}\n`,
      },
    },
    {
      name: "the project's own helper is used",
      title: 'Move to an environment variable',
      file: 'src/mail/send.ts',
      code: `import { send } from "./transport.js";\n\nsend({ apiKey: ⟦"${apiKey}"⟧ });\n`,
      project: {
        '.gitignore': '.env*\n!.env.example\n',
        'src/config/env.ts':
          'export function requireEnv(name: string): string {\n  return process.env[name]!;\n}\n',
      },
      after: {
        'src/mail/send.ts': [
          'import { send } from "./transport.js";',
          'import { requireEnv } from "../config/env.js";',
          '',
          'send({ apiKey: requireEnv("SEND_API_KEY") });',
          '',
        ].join('\n'),
        '.env.example': 'SEND_API_KEY=\n',
        '.env': `SEND_API_KEY=${apiKey}\n`,
      },
    },
    {
      name: "the project's env module gets another variable",
      title: 'Move to an environment variable',
      file: 'src/db.ts',
      code: `export const options = { dbPassword: ⟦'${password}'⟧ };\n`,
      project: {
        '.gitignore': '.env\n',
        'src/env.ts':
          "import { z } from 'zod';\n\nexport const env = z\n  .object({\n    PORT: z.coerce.number(),\n  })\n  .parse(process.env);\n",
      },
      after: {
        'src/db.ts':
          "import { env } from './env';\n\nexport const options = { dbPassword: env.DB_PASSWORD };\n",
        '.env.example': 'DB_PASSWORD=\n',
        '.env': `DB_PASSWORD='${password}'\n`,
      },
    },
    {
      name: 'what stands around a token in a template stays',
      title: 'Move to an environment variable',
      file: 'src/hook.js',
      code: `fetch(\`https://pay.example.com/?key=⟦${stripe}⟧&amount=\${amount}\`);\n`,
      project: { '.gitignore': '.env\n' },
      after: {
        'src/hook.js':
          'fetch(`https://pay.example.com/?key=${process.env.STRIPE_SECRET_KEY}&amount=${amount}`);\n',
        '.env.example': 'STRIPE_SECRET_KEY=\n',
        '.env': `STRIPE_SECRET_KEY=${stripe}\n`,
      },
    },
  ],
};
