import type { Example, RuleExamples } from '../example.ts';

const file = 'src/server.ts';
const silent = (
  name: string,
  code: string,
  path = file,
  project: Readonly<Record<string, string>> = {},
): Example => ({ name, file: path, code, project });
const byHand = "app.use((req, res, next) => {\n  res.setHeader('X-Frame-Options', 'DENY');\n  next();\n});\n";

export const examples: RuleExamples = {
  bad: [
    {
      name: 'functions that were imported by name',
      file,
      code: "import { createSecureServer } from 'node:http2';\n\n⟦createSecureServer⟧({ key, cert }, app).listen(443);\n",
    },
    {
      name: 'hapi with a certificate',
      file,
      code: "import Hapi from '@hapi/hapi';\n\nconst server = Hapi.server({ port: 443, ⟦tls: { key, cert }⟧ });\n",
    },
    { name: 'an age of nothing, alone', file, code: 'app.use(⟦helmet.hsts({ maxAge: 0 })⟧);\n' },
    {
      name: 'a server that speaks TLS itself',
      file,
      code: "import https from 'node:https';\n\n⟦https.createServer⟧({ key, cert }, app).listen(443);\n",
    },
    {
      name: 'Fastify with a certificate',
      file,
      code: "const app = require('fastify')({ ⟦https: { key, cert }⟧ });\n",
    },
    { name: 'an age of nothing', file, code: 'app.use(helmet({ ⟦hsts: { maxAge: 0 }⟧ }));\n' },
    {
      name: 'parts of helmet, without this one',
      file,
      code: "import helmet from 'helmet';\n\napp.use(⟦helmet.noSniff()⟧);\napp.use(helmet.frameguard());\n",
    },
    { name: 'switched off', file, code: 'app.use(helmet({ ⟦hsts: false⟧ }));\n' },
    {
      name: 'forgotten beside others',
      file,
      code: byHand.replace("'X-Frame-Options'", "⟦'X-Frame-Options'⟧"),
    },
    {
      name: 'a proxy that speaks TLS',
      file: 'nginx/site.conf',
      code: 'server {\n  ⟦listen 443 ssl;⟧\n  ssl_certificate /etc/ssl/site.pem;\n}\n',
    },
    {
      name: 'the configuration of Next',
      file: 'next.config.js',
      code: "module.exports = {\n  headers: async () => [{ source: '/(.*)', headers: [{ key: ⟦'X-Frame-Options'⟧, value: 'DENY' }] }],\n};\n",
    },
  ],
  ok: [
    silent(
      "a certificate for one's own machine",
      "https.createServer({ key: readFileSync('localhost-key.pem'), cert: readFileSync('localhost.pem') }, app);\n",
    ),
    silent(
      'a server without TLS',
      "import { createServer } from 'node:http';\n\ncreateServer({ cert }, app).listen(80);\n",
    ),
    silent(
      'files that are not to be guessed at',
      "app.use(express.static('files', { setHeaders: (res) => res.setHeader('X-Content-Type-Options', 'nosniff') }));\n",
    ),
    silent(
      'a middleware for one header',
      "module.exports = (options) => (req, res, next) => {\n  res.header('X-Frame-Options', options);\n  next();\n};\n",
      'lib/frameGuard.js',
    ),
    silent(
      'a server that speaks TLS and says so',
      'https.createServer({ key, cert }, app).listen(443);\napp.use(helmet.hsts());\n',
    ),
    silent(
      'a client that speaks TLS',
      "https.get('https://tool.dev', { key, cert }, show);\nconst agent = new https.Agent({ cert });\n",
    ),
    silent('helmet as it comes', 'app.use(helmet());\n'),
    silent('set by hand', `${byHand}res.setHeader('Strict-Transport-Security', 'max-age=31536000');\n`),
    silent('set by a proxy', byHand, file, {
      'nginx/site.conf':
        'server {\n  listen 443 ssl;\n  ssl_certificate /etc/ssl/site.pem;\n  add_header Strict-Transport-Security "max-age=31536000" always;\n}\n',
    }),
    silent(
      'switched off outside production',
      "if (process.env.NODE_ENV !== 'production') app.use(helmet({ hsts: false }));\n",
    ),
    silent('a proxy without TLS', 'server {\n  listen 80;\n}\n', 'nginx/site.conf'),
    silent('a test', byHand, 'test/server.test.ts'),
    silent('a header that is read', "const policy = res.headers.get('content-security-policy');\n"),
  ],
  fixed: [],
};
