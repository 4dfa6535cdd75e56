import type { RuleExamples } from '../example.ts';

const file = 'app.js';
const cookie = "cookie: { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 3600000 }";

export const examples: RuleExamples = {
  bad: [
    {
      name: 'no store',
      file,
      code: `const session = require('express-session');\n\napp.use(⟦session({ secret: keys.session, resave: false, ${cookie} })⟧);\n`,
    },
    {
      name: 'no store, in a variable',
      file: 'src/app.ts',
      code: `const options = { secret: keys.session, saveUninitialized: false, ${cookie} };\napp.use(⟦session(options)⟧);\n`,
    },
    {
      name: 'chosen by hand',
      file,
      code: `app.use(session({ secret: keys.session, ⟦store: new session.MemoryStore()⟧, ${cookie} }));\n`,
    },
    {
      name: 'Fastify',
      file,
      code: `⟦app.register(fastifySession, { secret: keys.session, ${cookie} })⟧;\n`,
    },
    {
      name: 'Remix',
      file: 'src/session.ts',
      code: `export const storage = ⟦createMemorySessionStorage({ ${cookie} })⟧;\n`,
    },
  ],
  ok: [
    {
      name: 'a store',
      file,
      code: `app.use(session({ secret: keys.session, store: new RedisStore({ client }), ${cookie} }));\n`,
    },
    {
      name: 'a store that is made elsewhere',
      file,
      code: `app.use(session({ secret: keys.session, store, ${cookie} }));\napp.use(session({ secret: keys.session, ...shared, ${cookie} }));\n`,
    },
    {
      name: 'a store that is set later',
      file,
      code: `const options = { secret: keys.session, ${cookie} };\nif (config.redis) options.store = new RedisStore({ client });\napp.use(session(options));\n`,
    },
    {
      name: 'all of the session is in the cookie',
      file,
      code: `app.use(cookieSession({ keys: [keys.session], httpOnly: true, secure: true, sameSite: 'lax', maxAge: 3600000 }));\n`,
    },
    {
      name: 'while one develops',
      file,
      code: `if (process.env.NODE_ENV === 'development') {\n  app.use(session({ secret: keys.session, ${cookie} }));\n}\n`,
    },
    {
      name: 'one that lets go of old sessions',
      file,
      code: `const MemoryStore = require('memorystore')(session);\napp.use(session({ secret: keys.session, store: new MemoryStore({ checkPeriod: 86400000 }), ${cookie} }));\n`,
    },
    {
      name: 'a store where it counts',
      file,
      code: `const store = isProduction ? new RedisStore({ client }) : undefined;\napp.use(session({ secret: keys.session, store, ${cookie} }));\n`,
    },
  ],
  fixed: [],
};
