import type { Example, RuleExamples } from '../example.ts';

const file = 'src/index.ts';
const code = (name: string, ...lines: string[]): Example => ({ name, file, code: `${lines.join('\n')}\n` });

export const examples: RuleExamples = {
  bad: [
    code(
      'express-session',
      "app.use(session({ secret: ⟦'keyboard cat'⟧, resave: false, saveUninitialized: true }));",
    ),
    code(
      'a word',
      "const session = require('express-session');",
      "app.use(session({ secret: ⟦'secret'⟧ }));",
    ),
    code(
      'under another name',
      "import expressSessions from 'express-session';",
      "app.use(expressSessions({ secret: ⟦'shop-sessions'⟧ }));",
    ),
    code('several secrets', "app.use(session({ secret: [⟦'new-secret'⟧, ⟦'old-secret'⟧], resave: false }));"),
    code(
      'options in a variable',
      "const options = { secret: ⟦'mysecret'⟧, cookie: { secure: true } };",
      'app.use(session(options));',
    ),
    code(
      'a constant',
      "const SECRET = ⟦'my-shop-secret'⟧;",
      'app.use(session({ secret: SECRET, resave: false }));',
    ),
    code(
      'options of sessions that another file uses',
      "export const sessionOptions = { secret: ⟦'abc123'⟧, resave: false, saveUninitialized: false };",
    ),
    code('cookie-session', "app.use(cookieSession({ name: 'session', keys: [⟦'key1'⟧, ⟦'key2'⟧] }));"),
    code('cookie-parser', "app.use(cookieParser(⟦'secret'⟧));"),
    code("Koa's keys", "app.keys = [⟦'some secret hurr'⟧];", 'app.use(session(app));'),
    code(
      "Fastify's sessions",
      "fastify.register(require('@fastify/session'), { secret: ⟦'a secret with minimum length of 32 characters'⟧ });",
    ),
    code(
      'iron-session',
      'export const sessionOptions = {',
      "  password: ⟦'complex_password_at_least_32_characters_long'⟧,",
      "  cookieName: 'shop',",
      '};',
    ),
    code(
      'next-auth',
      'export const authOptions = {',
      '  providers: [GitHub],',
      "  secret: ⟦'nextauth-secret-value'⟧,",
      '};',
    ),
    code(
      "Remix's sessions",
      'export const storage = createCookieSessionStorage({',
      "  cookie: { name: '__session', secrets: [⟦'s3cret1'⟧], sameSite: 'lax' },",
      '});',
    ),
    code(
      "hapi's cookies",
      'server.auth.strategy("session", "cookie", {',
      "  cookie: { name: 'sid', password: ⟦'password-should-be-32-characters'⟧, isSecure: true },",
      '});',
    ),
    code(
      "h3's sessions",
      "const session = await useSession(event, { password: ⟦'0123456789abcdef0123456789abcdef'⟧ });",
    ),
    code("Hono's signed cookies", "await setSignedCookie(c, 'user', id, ⟦'cookie-secret'⟧);"),
    code('a text to change', "app.use(session({ secret: ⟦'change-me'⟧, resave: false }));"),
    {
      name: 'a plugin of Fastify under its usual name',
      file: 'src/index.ts',
      code: "fastify.register(fastifyCookie, { secret: ⟦'my-secret'⟧, parseOptions: {} });\n",
    },
    {
      name: 'the key of a secure session',
      file: 'src/index.ts',
      code: "fastify.register(secureSession, { key: Buffer.from(⟦'a-long-phrase-of-more-than-thirty-two-letters'⟧) });\n",
    },
    {
      name: 'options that get their secret later',
      file: 'src/index.ts',
      code: "const options = {\n  resave: false,\n  saveUninitialized: false,\n};\noptions.secret = ⟦'cats-and-dogs'⟧;\napp.use(session(options));\n",
    },
  ],
  ok: [
    code(
      'read from the environment',
      'app.use(session({ secret: process.env.SESSION_SECRET, resave: false }));',
    ),
    code('from a configuration', 'app.use(session({ secret: config.session.secret, resave: false }));'),
    code('a required variable', "app.use(session({ secret: requireEnv('SESSION_SECRET'), resave: false }));"),
    code(
      'made at the start',
      "const secret = crypto.randomBytes(32).toString('hex');",
      'app.use(session({ secret }));',
    ),
    code(
      "a cookie's name",
      "app.use(session({ name: 'sid', key: 'shop.sid', secret: process.env.SESSION_SECRET }));",
    ),
    code('cookies that are not signed', 'app.use(cookieParser());'),
    code("another object's keys", "form.keys = ['name', 'email'];", 'const session = Object.keys(cookies);'),
    code('a variable of a template', "app.use(session({ secret: '{{SESSION_SECRET}}', resave: false }));"),
    code(
      'for developers only',
      "const dev = process.env.NODE_ENV !== 'production';",
      "app.use(session({ secret: dev ? 'dev' : process.env.SESSION_SECRET, resave: false }));",
    ),
    code('a login form', "const session = await login({ password: 'typed', cookies: true });"),
    code(
      'a provider of secrets',
      "const options = { secret: process.env.NEXTAUTH_SECRET, providers: ['cookie'] };",
    ),
    {
      name: 'a test',
      file: 'src/app.test.ts',
      code: "app.use(session({ secret: 'test', resave: false }));\n",
    },
    {
      name: "the name of Koa's cookie",
      file: 'src/index.ts',
      code: "app.use(session({ key: 'koa.sess', maxAge: 86_400_000, secure: true }, app));\n",
    },
    {
      name: 'a key that is read from a file',
      file: 'src/index.ts',
      code: "fastify.register(secureSession, { key: fs.readFileSync('secret-key') });\n",
    },
  ],
  fixed: [
    {
      name: 'a secret in the options',
      title: 'Move to an environment variable',
      file: 'src/app.js',
      code: "const session = require('express-session');\napp.use(session({ secret: ⟦'keyboard cat'⟧, resave: false }));\n",
      project: { '.gitignore': '.env\n' },
      after: {
        'src/app.js':
          "const session = require('express-session');\napp.use(session({ secret: process.env.SESSION_SECRET, resave: false }));\n",
        '.env.example': 'SESSION_SECRET=\n',
        '.env': "SESSION_SECRET='keyboard cat'\n",
      },
    },
  ],
};
