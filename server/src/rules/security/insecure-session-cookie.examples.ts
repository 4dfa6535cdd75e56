import type { RuleExamples } from '../example.ts';

const file = 'src/session.ts';
const title = 'Turn on the cookie’s missing flags';
const prod = "process.env.NODE_ENV === 'production'";
const store = 'store: new RedisStore({ client, ttl: 86400 })';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a file that only shows what the next page says',
      file: 'app.js',
      code: "app.use(⟦session({ secret: keys.session, resave: false })⟧);\napp.use((req, res, next) => {\n  res.locals.error = req.session.error;\n  next();\n});\napp.use(require('./routes'));\n",
    },
    {
      name: 'Express: off by hand',
      file: 'app.js',
      code: `app.use(session({ secret: keys.session, ${store}, ⟦cookie: { secure: false, maxAge: 3600000 }⟧ }));\n`,
    },
    {
      name: 'Express: what it does by itself',
      file: 'app.js',
      code: `const session = require('express-session');\n\napp.use(⟦session({ secret: keys.session, resave: false, ${store} })⟧);\n`,
    },
    {
      name: 'an answer',
      file: 'src/signIn.js',
      code: "function signIn(req, res) {\n  ⟦res.cookie('token', tokenFor(req), { maxAge: 3600000 })⟧;\n}\n",
    },
    {
      name: 'an answer, with no options',
      file: 'src/signIn.js',
      code: "⟦res.cookie('sessionId', session.id)⟧;\n",
    },
    {
      name: 'Fastify',
      file: 'src/signIn.js',
      code: "⟦reply.setCookie('session', session.id, { path: '/', httpOnly: false, secure: true, sameSite: 'lax' })⟧;\n",
    },
    {
      name: 'Hono',
      file,
      code: "import { setCookie } from 'hono/cookie';\n\nexport const remember = (c: Context, token: string) => ⟦setCookie(c, 'auth_token', token, { httpOnly: true })⟧;\n",
    },
    {
      name: 'Next',
      file: 'src/actions.ts',
      code: "import { cookies } from 'next/headers';\n\nexport async function signIn(token: string) {\n  const jar = await cookies();\n  ⟦jar.set('session', token, { httpOnly: true })⟧;\n  ⟦jar.set({ name: 'token', value: token, httpOnly: true })⟧;\n}\n",
    },
    {
      name: 'a header as text',
      file: 'src/signIn.js',
      code: "res.setHeader('Set-Cookie', ⟦`session=${id}; Path=/; HttpOnly`⟧);\n",
    },
    {
      name: 'a header in an object',
      file,
      code: "export const answer = (token: string) => new Response(null, { headers: { 'Set-Cookie': ⟦`token=${token}; Path=/`⟧ } });\n",
    },
    {
      name: 'a header of a function in the cloud',
      file: 'src/signIn.js',
      code: "exports.handler = async () => ({ statusCode: 200, headers: { 'Set-Cookie': ⟦`sessionId=${id}; Path=/; Max-Age=3600`⟧ } });\n",
    },
    {
      name: 'off by hand, in a statement of its own',
      file: 'app.js',
      code: `const options = { secret: keys.session, ${store}, cookie: { secure: 'auto' } };\n⟦options.cookie.httpOnly = false⟧;\napp.use(session(options));\n`,
    },
    {
      name: 'NextAuth, whose own flags are replaced',
      file,
      code: "export const options = { cookies: { sessionToken: { name: 'sid', ⟦options: { httpOnly: false, secure: true, sameSite: 'lax' }⟧ } } };\n",
    },
    {
      name: 'cookie-session',
      file: 'app.js',
      code: "app.use(⟦cookieSession({ name: 'session', keys: [keys.session], maxAge: 3600000 })⟧);\n",
    },
    {
      name: 'Remix',
      file,
      code: "import { createCookieSessionStorage } from '@remix-run/node';\n\nexport const storage = createCookieSessionStorage({ ⟦cookie: { name: '__session', secrets: [secret], httpOnly: true }⟧ });\n",
    },
    {
      name: 'a script in the page',
      file: 'src/signIn.js',
      code: 'document.cookie = ⟦`token=${token}; path=/`⟧;\n',
    },
  ],
  ok: [
    {
      name: 'cookie-session, secure by itself',
      file: 'src/access.js',
      code: "const session = require('cookie-session');\n\nconst access = session({ name: 'preview', maxAge: 3600000, signed: false, sameSite: 'none' });\n",
    },
    {
      name: 'only `sameSite` is not spoken of',
      file: 'src/signIn.js',
      code: `res.cookie('token', token, { httpOnly: true, secure: ${prod} });\nres.setHeader('Set-Cookie', \`session=\${id}; HttpOnly; Secure\`);\n`,
    },
    {
      name: 'a session that holds what the next page says, behind basic authentication',
      file: 'src/router.js',
      code: 'app.use(basicAuth({ users }));\napp.use(session({ secret: keys.session, resave: false }));\napp.use((req, res, next) => {\n  res.locals.error = req.session.error;\n  delete req.session.error;\n  next();\n});\n',
    },
    {
      name: 'everything is on',
      file: 'src/signIn.js',
      code: `res.cookie('token', token, { httpOnly: true, secure: ${prod}, sameSite: 'strict' });\n`,
    },
    {
      name: 'Express: everything is on, in a variable',
      file: 'app.js',
      code: `const options = { secret: keys.session, ${store}, cookie: { httpOnly: true, secure: 'auto', sameSite: 'lax', maxAge: 3600000 } };\napp.use(session(options));\n`,
    },
    {
      name: 'Express: turned on where it counts',
      file: 'app.js',
      code: `const options = { secret: keys.session, ${store}, cookie: { maxAge: 3600000, sameSite: 'lax' } };\nif (app.get('env') === 'production') options.cookie.secure = true;\nelse {\n  options.cookie.secure = false;\n}\napp.use(session(options));\n`,
    },
    {
      name: 'what signs nobody in',
      file: 'src/theme.js',
      code: "res.cookie('theme', 'dark');\nres.cookie('lang', lang, { httpOnly: false });\nres.cookie('XSRF-TOKEN', req.csrfToken(), { secure: true });\nres.cookie('cookie_consent', 'yes', { secure: false });\n",
    },
    {
      name: 'options from elsewhere',
      file,
      code: "import { cookieOptions } from './options';\n\nexport function signIn(res: Response, token: string) {\n  res.cookie('token', token, cookieOptions);\n  res.cookie('token', token, { ...cookieOptions, maxAge: 60_000 });\n}\n",
    },
    {
      name: 'signing out',
      file: 'src/signOut.js',
      code: "res.cookie('token', '', { maxAge: 0 });\nres.clearCookie('session');\nres.setHeader('Set-Cookie', 'session=; Max-Age=0; Path=/');\n",
    },
    {
      name: 'packages that turn everything on by themselves',
      file,
      code: "import { getIronSession } from 'iron-session';\n\nexport const read = async (req: Request, res: Response) =>\n  getIronSession(req, res, { password, cookieName: 'session' });\nexport const load = ({ cookies }: Event) => cookies.set('session', id, { path: '/' });\n",
    },
    {
      name: 'a header with all of it',
      file: 'src/signIn.js',
      code: "res.setHeader('Set-Cookie', `session=${id}; Path=/; HttpOnly; Secure; SameSite=Lax`);\nres.setHeader('Set-Cookie', `session=${id}; Path=/; ${flags}`);\n",
    },
    {
      name: 'while one develops',
      file: 'app.js',
      code: "if (process.env.NODE_ENV !== 'production') {\n  res.cookie('token', token, { httpOnly: true, secure: false, sameSite: 'lax' });\n}\n",
    },
  ],
  fixed: [
    {
      name: 'among the options that there are',
      file: 'src/signIn.js',
      title,
      code: "res.cookie('token', token, { maxAge: 3600000, secure: false });\n",
      after: {
        'src/signIn.js': `res.cookie('token', token, { maxAge: 3600000, secure: ${prod}, httpOnly: true, sameSite: 'lax' });\n`,
      },
    },
    {
      name: 'options, where there were none',
      file: 'src/signIn.js',
      title,
      code: "res.cookie('token', token);\n",
      after: {
        'src/signIn.js': `res.cookie('token', token, { httpOnly: true, secure: ${prod}, sameSite: 'lax' });\n`,
      },
    },
    {
      name: 'the text of a header',
      file: 'src/signIn.js',
      title,
      code: "res.setHeader('Set-Cookie', `session=${id}; Path=/; HttpOnly`);\n",
      after: {
        'src/signIn.js':
          "res.setHeader('Set-Cookie', `session=${id}; Path=/; HttpOnly; Secure; SameSite=Lax`);\n",
      },
    },
  ],
};
