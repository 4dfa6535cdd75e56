import type { RuleExamples } from '../example.ts';

const file = 'app.js';
const title = 'Let the session end after a day';
const flags = "httpOnly: true, secure: true, sameSite: 'lax'";
const seen = 'store: new PgStore({ pool })';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'koa-session, as long as the browser runs',
      file,
      code: "const session = require('koa-session');\n\napp.use(⟦session({ key: 'sid', maxAge: 'session', httpOnly: true, secure: true, sameSite: 'lax' }, app)⟧);\n",
    },
    {
      name: 'a cookie without an end',
      file,
      code: `app.use(⟦session({ secret: keys.session, resave: false, cookie: { ${flags} } })⟧);\n`,
    },
    {
      name: 'no options for the cookie',
      file,
      code: "const expressSession = require('express-session');\n\napp.use(⟦expressSession({ secret: keys.session, saveUninitialized: false })⟧);\n",
    },
    {
      name: 'cookie-session',
      file,
      code: `app.use(⟦cookieSession({ name: 'session', keys: [keys.session], ${flags} })⟧);\n`,
    },
    {
      name: 'Fastify',
      file,
      code: "app.register(require('@fastify/cookie'));\n⟦app.register(require('@fastify/session'), { secret: keys.session, cookie: { secure: true, sameSite: 'lax' } })⟧;\n",
    },
    {
      name: 'an age that is none',
      file,
      code: `app.use(⟦session({ secret: keys.session, cookie: { ${flags}, maxAge: undefined } })⟧);\napp.use(⟦session({ secret: keys.session, cookie: { ${flags}, expires: false } })⟧);\n`,
    },
    {
      name: 'ten years',
      file,
      code: `app.use(⟦session({ secret: keys.session, ${seen}, cookie: { ${flags}, maxAge: 10 * 365 * 24 * 60 * 60 * 1000 } })⟧);\n`,
    },
    {
      name: 'a store that ends sessions by itself, sooner or later (P2)',
      file,
      code: `app.use(⟦session({ secret: keys.session, ${seen}, cookie: { ${flags} } })⟧);\n`,
    },
  ],
  ok: [
    {
      name: 'an end that is set when somebody signs in',
      file,
      code: `app.use(session({ secret: keys.session, resave: false }));\napp.post('/login', (req, res) => {\n  req.session.cookie.maxAge = 60_000;\n  res.end();\n});\n`,
    },
    {
      name: 'an end',
      file,
      code: `const day = 24 * 60 * 60 * 1000;\napp.use(session({ secret: keys.session, ${seen}, cookie: { ${flags}, maxAge: day } }));\n`,
    },
    {
      name: 'a date',
      file,
      code: `app.use(cookieSession({ name: 'session', keys: [keys.session], ${flags}, expires: inAnHour() }));\n`,
    },
    {
      name: 'a store that is told when',
      file,
      code: `app.use(session({ secret: keys.session, store: new RedisStore({ client, ttl: 86400 }), cookie: { ${flags} } }));\n`,
    },
    {
      name: 'an end that comes later',
      file,
      code: `const options = { secret: keys.session, ${seen}, cookie: { ${flags} } };\noptions.cookie.maxAge = config.sessionAge;\napp.use(session(options));\n`,
    },
    {
      name: 'options from elsewhere',
      file,
      code: `app.use(session({ secret: keys.session, ${seen}, cookie: cookieOptions }));\napp.use(session(sessionOptions));\n`,
    },
    {
      name: 'packages with an end of their own',
      file: 'src/session.ts',
      code: "import { getIronSession } from 'iron-session';\n\nexport const read = (req: Request, res: Response) => getIronSession(req, res, { password, cookieName: 'shop' });\n",
    },
    {
      name: 'another kind of session',
      file: 'src/db.ts',
      code: "export const db = driver.session({ database: 'neo4j' });\nexport const shell = session({ cwd: '/srv' });\n",
    },
  ],
  fixed: [
    {
      name: 'among the options of the cookie',
      file,
      title,
      code: `app.use(session({ secret: keys.session, ${seen}, cookie: { ${flags} } }));\n`,
      after: {
        [file]: `app.use(session({ secret: keys.session, ${seen}, cookie: { ${flags}, maxAge: 24 * 60 * 60 * 1000 } }));\n`,
      },
    },
    {
      name: 'cookie-session',
      file,
      title,
      code: `app.use(\n  cookieSession({\n    keys: [keys.session],\n    ${flags.split(', ').join(',\n    ')},\n  }),\n);\n`,
      after: {
        [file]: `app.use(\n  cookieSession({\n    keys: [keys.session],\n    ${flags.split(', ').join(',\n    ')},\n    maxAge: 24 * 60 * 60 * 1000,\n  }),\n);\n`,
      },
    },
  ],
};
