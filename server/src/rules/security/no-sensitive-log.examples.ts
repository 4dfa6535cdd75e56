import type { Example, RuleExamples } from '../example.ts';

const file = 'src/index.ts';
/** One line of code in a file of its own; its name is what it shows. */
const line = (name: string, code: string): Example => ({ name, file, code: `${code}\n` });

export const examples: RuleExamples = {
  bad: [
    line('a password', "console.log('password:', ⟦password⟧);"),
    line('a password inside a text', 'logger.info(`Login of ${email} with ${⟦password⟧}`);'),
    line('a password put to a text', "console.log('pw ' + ⟦user.password⟧ + '!');"),
    line('an object with a password', "log.debug('signing in', { email, ⟦password⟧ });"),
    line('a property of another name', "logger.warn({ msg: 'failed', pass: ⟦req.body.password⟧ });"),
    line('a token as JSON', 'console.log(JSON.stringify({ user, ⟦accessToken⟧ }, null, 2));'),
    line('a secret from the environment', 'console.log(`key: ${⟦process.env.STRIPE_SECRET_KEY⟧}`);'),
    line('the whole environment', 'console.log(⟦process.env⟧);'),
    line('the environment spread into an object', "logger.info('start', { ...⟦process.env⟧ });"),
    line('the environment as JSON', "console.debug('env', ⟦JSON.stringify(process.env)⟧);"),
    line(
      "a request's headers",
      "app.use((req, res, next) => {\n  console.log('headers', ⟦req.headers⟧);\n  next();\n});",
    ),
    line('the authorization header', "req.log.info({ auth: ⟦req.headers.authorization⟧ }, 'request');"),
    line('a header by its name', "console.log('auth', ⟦req.get('Authorization')⟧);"),
    line('a token without its scheme', "console.log(⟦req.headers.authorization.split(' ')[1]⟧);"),
    line('cookies', "console.log('cookies', ⟦req.cookies⟧);"),
    line('cookies of a page', 'console.log(⟦document.cookie⟧);'),
    line(
      'the body of a login',
      "app.post('/login', (req, res) => {\n  console.log('login', ⟦req.body⟧);\n  res.sendStatus(200);\n});",
    ),
    line(
      'a body whose password is read below',
      'export async function handler(req, res) {\n  logger.info(⟦req.body⟧);\n  const { email, password } = req.body;\n  await check(email, password);\n}',
    ),
    line(
      'a body that everybody sends',
      'app.use((req, res, next) => {\n  console.log(req.method, req.url, ⟦req.body⟧);\n  next();\n});',
    ),
    line(
      "a route handler's body",
      'export async function POST(request) {\n  const body = await request.json();\n  console.log(⟦body⟧);\n  return signIn(body.email, body.password);\n}',
    ),
    line(
      'a record with the password that is compared below',
      'async function login(email, password) {\n  const user = await users.find(email);\n  console.log(⟦user⟧);\n  return compare(password, user.passwordHash);\n}',
    ),
    line(
      'a variable that holds a text with a key in it',
      'const url = `https://api.example.com/v1?key=${apiKey}`;\nconsole.log(⟦url⟧);',
    ),
    line(
      'options with a header in them',
      'const options = { headers: { Authorization: `Bearer ${token}` } };\nlogger.debug(options);'.replace(
        'debug(options)',
        'debug(⟦options⟧)',
      ),
    ),
    line('a connection string', "console.log('Connecting to', ⟦process.env.DATABASE_URL⟧);"),
    line('a number of a card', 'logger.error(`charge of ${⟦cardNumber⟧} failed`);'),
    line('Nest', 'class Auth {\n  run(token: string) {\n    this.logger.log(`token ${⟦token⟧}`);\n  }\n}'),
    line('winston with a level', "winston.log('info', 'created', { apiKey: ⟦key.apiKey⟧ });"),
    line('format arguments', "console.info('%s signed in with %s', name, ⟦user.password⟧);"),
    line('the standard output', 'process.stdout.write(`secret=${⟦clientSecret⟧}`);'),
    line('a signed token', "console.log('jwt', ⟦jwt.sign({ id }, key)⟧);"),
    line('a link that resets a password', 'console.log(`Reset link: ${⟦resetLink⟧}`);'),
    line('a token with what it is called behind', "console.log(⟦user.resetToken⟧, 'is the token');"),
    line('settings of Nest', "Logger.debug(⟦this.config.get('JWT_SECRET')⟧);"),
    line('what the browser keeps', "console.log(⟦localStorage.getItem('access_token')⟧);"),
    line('an access log with credentials', "app.use(morgan(⟦':method :url :req[authorization]'⟧));"),
    line('a fallback', "console.log('key', ⟦config.apiKey⟧ || 'none');"),
    line(
      'a configuration whose key is used',
      'connect(config.apiKey);\nfunction connect(k) {}\nconst config = load();\nconsole.log(⟦config⟧);',
    ),
    line(
      'a private key that is written on an error',
      "try {\n  sign(privateKey);\n} catch (error) {\n  console.error('could not sign with', ⟦privateKey⟧, error);\n}",
    ),
    line(
      'a request given to a logger of a known make',
      "const log = require('pino')();\napp.use((req, res, next) => {\n  log.info(⟦req⟧);\n  next();\n});",
    ),
    line(
      'a request given to the console',
      'app.use((req, res, next) => {\n  console.log(⟦req⟧);\n  next();\n});',
    ),
    line(
      'a logger that the file makes',
      "import winston from 'winston';\nconst logger = winston.createLogger({ level: 'info' });\nexport function handle(request, response) {\n  logger.info(⟦request⟧);\n}",
    ),
    line(
      'a token that is made where there was none',
      "let token = read();\nif (!token) {\n  token = create();\n  console.log('made', ⟦token⟧);\n}",
    ),
    line(
      'a whole configuration when another value is missing',
      "function start(configuration) {\n  use(configuration.secret_key);\n  if (!configuration.public_key) console.log('not defined', ⟦configuration⟧);\n}",
    ),
  ],
  ok: [
    {
      name: 'a tool beside the program',
      file: 'extra/simple-mqtt-server.js',
      code: "server.authenticate = (client, username, password, callback) => {\n  console.log(password.toString('utf-8'));\n  callback(null, username === 'demo');\n};\n",
    },
    line('a text that speaks of a password', "console.log('Invalid password');"),
    line('whether there is one', "console.log('token', !!token, { hasToken: Boolean(token) });"),
    line('a word for it', "console.log(`key: ${apiKey ? 'set' : 'missing'}`);"),
    line('its length', "logger.info({ length: token.length }, 'token read');"),
    line('a mask', "console.log('token', mask(token), redact(password), maskToken(token));"),
    line('what a helper left of it', 'const password = redact(input);\nconsole.log(password);'),
    line('its first characters', "console.log('key', apiKey.slice(0, 4) + '…');"),
    line('its last characters', "console.log('card ending in', cardNumber.slice(-4));"),
    line('tokens of a language model', 'console.log(`tokens used: ${usage.totalTokens}, ${tokenCount}`);'),
    line('the limit of a language model', "console.log('max', maxTokens, response.usage.total_tokens);"),
    line('a name of a header', "console.log('uses', csrfTokenName, apiKeyHeader);"),
    line('what happened', 'logger.info({ passwordResetSent, tokenExpiresAt, isTokenValid });'),
    line('an error code', 'logger.warn({ code: ErrorCodes.INVALID_PASSWORD });'),
    line('a label', "console.log(labels.password, i18n.t('password'));"),
    line('a place in a list', 'console.log({ nextPageToken, cursor, pageToken });'),
    line('a fingerprint', "console.log('key', sha256(apiKey), tokenFingerprint);"),
    line(
      'a token of a text',
      "function next(lexer) {\n  const token = lexer.nextToken();\n  console.log('unexpected', token, token.type);\n}",
    ),
    line('each word of a text', "for (const token of text.split(' ')) console.log(token);"),
    line(
      'a logger that redacts',
      "const logger = pino({ redact: ['password', 'req.headers.authorization'] });\nlogger.info({ password, headers: req.headers });",
    ),
    line('the body of a webhook', "app.post('/webhook', (req, res) => {\n  console.log(req.body);\n});"),
    line('a record without its password', 'const { password, ...rest } = user;\nconsole.log(rest);'),
    line(
      'a record whose password was taken away',
      'const user = await find(id);\nconst hash = user.passwordHash;\ndelete user.passwordHash;\nconsole.log(user);',
    ),
    line('a covered password', "console.log({ ...user, password: '***' });"),
    line('a covered header', 'console.log({ ...req.headers, authorization: undefined });'),
    line('one header that tells nothing', "console.log(req.headers['user-agent'], req.headers.host);"),
    line('names of variables', 'console.log(Object.keys(process.env).length, Object.keys(req.headers));'),
    line('a variable of no secret', 'console.log(process.env.NODE_ENV, process.env.PORT);'),
    line('a comparison', "console.log('same', token === expected, password !== confirm);"),
    line('an id of a key', 'console.log({ apiKeyId, secretName, keyPrefix });'),
    line('what a replacer leaves out', "console.log(JSON.stringify(user.credentials, ['name']));"),
    line('no log at all', 'send(password);\nMath.log(token);\ndialog.error(password);'),
    line('for developers only', "if (process.env.NODE_ENV === 'development') console.log('token', token);"),
    { name: 'a test', file: 'src/auth.test.ts', code: 'console.log(password);\n' },
    line('a flag', "const token: boolean = check();\nconsole.log('token ok', token);"),
    line(
      'a count',
      'const pass = results.filter((r) => r.ok).length;\nconst fail = 2;\nconsole.log(pass, fail);',
    ),
    line('the public part', 'console.log(publicKey, process.env.NEXT_PUBLIC_API_KEY);'),
    line(
      "a request given to the project's own logger, which may take the address only",
      "const log = require('./log.js');\nfunction answer(req, res) {\n  log.info(req, res);\n  return log.info(req, res, 'Invalid: ' + req.url);\n}",
    ),
    line(
      'an imported logger of the project',
      "import { logger } from '../lib/logger';\nexport const use = (req, res, next) => {\n  logger.info(req);\n  next();\n};",
    ),
    line(
      'a secret that is not there',
      "function start(configuration) {\n  if (!configuration.secret_key) {\n    log('not defined', configuration, configuration.secret_key);\n    return;\n  }\n}",
    ),
    line(
      'an empty token',
      "if (token === undefined) console.log('no token', token);\nif (!apiKey || !id) console.log('none', id);",
    ),
    line(
      'who signs in, as a token says it',
      "function plain(token, connection) {\n  const data = token.toString().split('\\u0000');\n  const username = (data[1] || '').toString().trim();\n  logger.info({ tnx: 'auth', username, action: 'fail' });\n}",
    ),
    line('what a signed token says', "const claims = accessToken.split('.')[1];\nconsole.log(claims);"),
    line(
      'the user that a token was looked up for',
      "async function who(token) {\n  const userName = names[token] || token.split(':')[0];\n  console.log('signed in', userName);\n}",
    ),
    line(
      'addresses of devices and marks of requests',
      'logger.debug({ deviceToken, clientToken, pushToken, correlationToken, csrfToken, userFcmToken });',
    ),
    line(
      'what an authority for certificates asks a server to show',
      'const challenge = await challenges.get({ token });\nif (!challenge.keyAuthorization) log.error(`unknown ${token}`, challenge.token);',
    ),
  ],
  fixed: [
    {
      name: 'a value',
      title: 'Redact what is logged',
      file,
      code: "console.log('password:', ⟦password⟧);\n",
      after: { [file]: "console.log('password:', '[redacted]');\n" },
    },
    {
      name: 'a value in a text',
      title: 'Redact what is logged',
      file,
      code: 'logger.info(`Login of ${email} with ${⟦password⟧}`);\n',
      after: { [file]: 'logger.info(`Login of ${email} with [redacted]`);\n' },
    },
    {
      name: 'members of an object',
      title: 'Redact what is logged',
      file,
      code: 'log.debug("signing in", { email, ⟦password⟧, token: user.token });\n',
      after: {
        [file]: 'log.debug("signing in", { email, password: "[redacted]", token: "[redacted]" });\n',
      },
    },
  ],
};
