import type { Example, RuleExamples } from '../example.ts';

const file = 'src/server.ts';
const express = "import cors from 'cors';\nimport express from 'express';\n\nconst app = express();\n";
const required =
  "const cors = require('cors');\nconst express = require('express');\n\nconst app = express();\n";
const header = 'Access-Control-Allow-Origin';
const credentials = "res.setHeader('Access-Control-Allow-Credentials', 'true');";
const silent = (name: string, code: string, path = file): Example => ({ name, file: path, code });
const title = 'Allow the origins that the environment lists';
const shown = 'CORS_ORIGINS=https://www.example.com,https://admin.example.com\n';

const guarded = (condition: string): string =>
  `${express}app.use((req, res, next) => {\n  const origin = req.get('origin');\n  if (${condition}) {\n    ⟦res.setHeader('${header}', origin)⟧;\n    ${credentials}\n  }\n  next();\n});\n`;
const event = (cors: string): string =>
  `service: orders\nfunctions:\n  list:\n    handler: src/orders.list\n    events:\n      - http:\n          path: orders\n          method: get\n          cors: ${cors}\n`;
const bucket = (methods: string): string =>
  `Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      CorsConfiguration:\n        CorsRules:\n          - AllowedOrigins: [⟦'*'⟧]\n            AllowedMethods: [${methods}]\n`;
const ingress = (annotations: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: api\n  annotations:\n${annotations}`;
const closed = (code: string): string => code.replaceAll(/[⟦⟧]/g, '');

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a domain below which anybody gets a site (P0)',
      file,
      code: `${express}app.use(\n  cors({\n    ⟦origin: (origin, callback) => {\n      if (!origin) return callback(null, true);\n      if (known.includes(origin)) return callback(null, true);\n      if (origin.endsWith('.vercel.app')) return callback(null, true);\n      callback(new Error('no'));\n    }⟧,\n    credentials: true,\n  }),\n);\n`,
    },
    {
      name: 'a part that is enough, before the list is asked',
      file,
      code: `${express}app.use(\n  cors({\n    ⟦origin: (origin, callback) => {\n      if (origin?.includes('.shop.io')) {\n        return callback(null, true);\n      }\n      callback(known.includes(origin) ? null : new Error('no'), true);\n    }⟧,\n  }),\n);\n`,
    },
    {
      name: 'the same as a pattern',
      file,
      code: `${express}app.use(cors({ ⟦origin: [/\\.netlify\\.app$/]⟧ }));\n`,
    },
    {
      name: 'options that a function gives to all (P0)',
      file,
      code: "const app = require('fastify')();\napp.register(require('@fastify/cors'), () => (request, callback) => {\n  callback(null, { ⟦origin: true⟧, credentials: true });\n});\n",
    },
    {
      name: 'Traefik',
      file: 'traefik.yml',
      code: 'http:\n  middlewares:\n    api:\n      headers:\n        accessControlAllowOriginList: [⟦"*"⟧]\n',
    },
    {
      name: 'an origin that only has to hold the name (P0)',
      file,
      code: guarded("origin && origin.includes('shop.io')"),
    },
    {
      name: 'an origin that only has to end alike (P0)',
      file,
      code: guarded("origin && origin.endsWith('shop.io')"),
    },
    {
      name: 'an origin that only has to begin alike (P0)',
      file,
      code: guarded("origin?.startsWith('https://shop.io')"),
    },
    {
      name: 'the position of a part (P0)',
      file,
      code: guarded("typeof origin === 'string' && origin.indexOf('shop.io') !== -1"),
    },
    {
      name: 'a list, or a look that anyone passes (P0)',
      file,
      code: guarded('known.includes(origin) || /shop\\.io$/.test(origin)'),
    },
    {
      name: 'a function that compares a part, and says no early',
      file,
      code: `${express}app.use(\n  cors({\n    ⟦origin: (origin, callback) => {\n      if (!origin || !origin.includes('shop.io')) return callback(new Error('no'));\n      callback(null, true);\n    }⟧,\n  }),\n);\n`,
    },
    { name: 'a pattern without ends', file, code: `${express}app.use(cors({ ⟦origin: /shop\\.io/⟧ }));\n` },
    {
      name: 'a pattern that is open behind the host',
      file,
      code: `${express}app.use(cors({ ⟦origin: ['https://shop.io', /^https:\\/\\/.+\\.shop\\.io/]⟧ }));\n`,
    },
    {
      name: 'the origin of frames in a sandbox (P0)',
      file,
      code: `${express}app.use((req, res, next) => {\n  ⟦res.set('${header}', 'null')⟧;\n  ${credentials}\n  next();\n});\n`,
    },
    {
      name: 'CDK',
      file: 'lib/api-stack.ts',
      code: "import * as apigw from 'aws-cdk-lib/aws-apigateway';\n\nnew apigw.RestApi(this, 'Api', {\n  defaultCorsPreflightOptions: { ⟦allowOrigins: apigw.Cors.ALL_ORIGINS⟧ },\n});\n",
    },
    {
      name: 'Firebase',
      file: 'functions/src/index.ts',
      code: "import { onRequest } from 'firebase-functions/v2/https';\n\nexport const profile = onRequest({ ⟦cors: true⟧ }, (req, res) => res.json({}));\n",
    },
    { name: 'Serverless: switched on', file: 'serverless.yml', code: event('⟦true⟧') },
    {
      name: 'Serverless: an HTTP API with credentials (P0)',
      file: 'serverless.yml',
      code: "provider:\n  name: aws\n  httpApi:\n    cors:\n      allowedOrigins:\n        - ⟦'*'⟧\n      allowCredentials: true\n",
    },
    {
      name: 'SAM, for all functions',
      file: 'template.yaml',
      code: 'Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Api:\n    Cors: ⟦"\'*\'"⟧\n',
    },
    { name: 'a bucket that others may write to', file: 'storage.yml', code: bucket('PUT, POST') },
    {
      name: 'an ingress (P0)',
      file: 'k8s/ingress.yaml',
      code: ingress(
        '    nginx.ingress.kubernetes.io/cors-allow-origin: ⟦"*"⟧\n    nginx.ingress.kubernetes.io/cors-allow-credentials: "true"\n',
      ),
    },
    {
      name: 'an ingress that names nobody',
      file: 'k8s/ingress.yaml',
      code: ingress('    nginx.ingress.kubernetes.io/enable-cors: ⟦"true"⟧\n'),
    },
    {
      name: 'Istio: any text',
      file: 'k8s/routes.yaml',
      code: 'kind: VirtualService\nspec:\n  http:\n    - corsPolicy:\n        allowOrigins:\n          - regex: ⟦".*"⟧\n',
    },
    {
      name: 'headers of an interface at Vercel (P0)',
      file: 'vercel.json',
      code: `{\n  "headers": [\n    {\n      "source": "/api/(.*)",\n      "headers": [\n        { "key": "Access-Control-Allow-Credentials", "value": "true" },\n        { "key": "${header}", "value": ⟦"*"⟧ }\n      ]\n    }\n  ]\n}\n`,
    },
    {
      name: 'headers of an interface at Netlify',
      file: 'netlify.toml',
      code: `[[headers]]\n  for = "/api/*"\n  [headers.values]\n    ⟦${header} = "*"⟧\n`,
    },
    {
      name: 'uploads to a bucket of Google Cloud',
      file: 'cors.json',
      code: '[{ "origin": [⟦"*"⟧], "method": ["GET", "PUT"], "maxAgeSeconds": 3600 }]\n',
    },
    {
      name: 'a variable of a service',
      file: 'compose.yaml',
      code: "services:\n  api:\n    image: acme/api:1.2.3\n    environment:\n      CORS_ORIGIN: ⟦'*'⟧\n",
    },
    { name: 'a star in a list', file, code: "app.use(cors({ ⟦origin: ['*']⟧ }));\n" },
    {
      name: 'a pattern that fits everything, in a list',
      file,
      code: 'app.use(cors({ ⟦origin: [/.*/]⟧ }));\n',
    },
    {
      name: 'an option of a server whose import is not shown (P0)',
      file,
      code: "const server = new ApolloServer({ typeDefs, resolvers, cors: { ⟦origin: '*'⟧, credentials: true } });\n",
    },
    { name: 'Express: no options', file, code: `${express}app.use(⟦cors()⟧);\n` },
    { name: 'a star', file, code: `${express}app.use(cors({ ⟦origin: '*'⟧, methods: ['GET'] }));\n` },
    {
      name: 'any origin, with credentials (P0)',
      file,
      code: `${express}app.use(cors({ ⟦origin: true⟧, credentials: true }));\n`,
    },
    {
      name: 'options in a variable',
      file: 'server.js',
      code: `${required}const corsOptions = {\n  ⟦origin: '*'⟧,\n};\napp.use(cors(corsOptions));\napp.options('*', cors(corsOptions));\n`,
    },
    {
      name: 'options that say nothing of the origin',
      file,
      code: `${express}app.use(⟦cors({ credentials: true })⟧);\n`,
    },
    {
      name: 'a function that says yes on all ways',
      file,
      code: `${express}app.use(\n  cors({\n    ⟦origin: (origin, callback) => {\n      if (!origin) return callback(null, true);\n      if (known.includes(origin)) callback(null, true);\n      else callback(null, true); // for now\n    }⟧,\n  }),\n);\n`,
    },
    {
      name: 'a star where the environment says nothing',
      file,
      code: `${express}app.use(cors({ ⟦origin: process.env.CORS_ORIGIN || '*'⟧ }));\n`,
    },
    {
      name: 'Fastify',
      file,
      code: "import fastifyCors from '@fastify/cors';\nimport Fastify from 'fastify';\n\nconst app = Fastify();\n⟦app.register(fastifyCors)⟧;\n",
    },
    {
      name: 'Fastify, loaded where it is registered',
      file,
      code: "import Fastify from 'fastify';\n\nconst app = Fastify();\nawait app.register(import('@fastify/cors'), { ⟦origin: true⟧ });\n",
    },
    {
      name: 'Nest',
      file: 'src/main.ts',
      code: "import { NestFactory } from '@nestjs/core';\n\nconst app = await NestFactory.create(AppModule);\n⟦app.enableCors()⟧;\n",
    },
    {
      name: 'Nest, as an option',
      file: 'src/main.ts',
      code: "import { NestFactory } from '@nestjs/core';\n\nconst app = await NestFactory.create(AppModule, { ⟦cors: true⟧ });\n",
    },
    {
      name: 'Hono',
      file,
      code: "import { Hono } from 'hono';\nimport { cors } from 'hono/cors';\n\nconst app = new Hono();\napp.use('/api/*', ⟦cors()⟧);\n",
    },
    {
      name: 'Koa: its default is whichever origin asks',
      file,
      code: "const Koa = require('koa');\nconst cors = require('@koa/cors');\n\nconst app = new Koa();\napp.use(⟦cors()⟧);\n",
    },
    {
      name: 'socket.io',
      file,
      code: "import { Server } from 'socket.io';\n\nconst io = new Server(http, { cors: { ⟦origin: '*'⟧ } });\n",
    },
    {
      name: 'a reflected origin with credentials (P0)',
      file,
      code: `server.on('request', (req, res) => {\n  ⟦res.setHeader('${header}', req.headers.origin || '*')⟧;\n  ${credentials}\n});\n`,
    },
    {
      name: 'a reflected origin that passed through a variable',
      file,
      code: `app.use((req, res, next) => {\n  const origin = req.get('origin');\n  if (origin) ⟦res.header('${header}', origin)⟧;\n  next();\n});\n`,
    },
    {
      name: 'headers of a raw answer',
      file,
      code: `createServer((req, res) => {\n  res.writeHead(200, { ⟦'${header}': '*'⟧, 'Content-Type': 'application/json' });\n});\n`,
    },
    {
      name: 'a header that is assigned',
      file,
      code: `createServer((req, res) => {\n  const headers = {};\n  ⟦headers['${header}'] = '*'⟧;\n  res.writeHead(200, headers);\n});\n`,
    },
    {
      name: "a Next route handler's answer",
      file: 'app/api/orders/route.ts',
      code: `export async function POST(request: Request) {\n  return Response.json({ ok: true }, { headers: { ⟦'${header}': '*'⟧ } });\n}\n`,
    },
    {
      name: 'headers that next.config gives',
      file: 'next.config.js',
      code: `module.exports = {\n  async headers() {\n    return [\n      { source: '/api/:path*', headers: [{ key: '${header}', ⟦value: '*'⟧ }] },\n    ];\n  },\n};\n`,
    },
    {
      name: 'what a function on Lambda gives back',
      file: 'src/handler.ts',
      code: `export const handler = async () => ({ statusCode: 200, headers: { ⟦'${header}': '*'⟧ }, body: '{}' });\n`,
    },
  ],
  ok: [
    {
      name: 'a listing of public files',
      file: 'lib/serve.js',
      code: "const http = require('http');\nconst fs = require('fs');\n\nhttp.createServer((request, response) => renderDirectoryListing(request.url, fs.readdirSync(root), response)).listen(8080);\n\nfunction renderDirectoryListing(path, items, response) {\n  response.writeHead(200, {\n    'Content-Type': 'text/html',\n    'Access-Control-Allow-Origin': '*',\n    'Access-Control-Allow-Methods': 'GET',\n  });\n  response.end(page(path, items));\n}\n",
    },
    silent(
      'a list that says no before a part is looked at',
      `${express}app.use(\n  cors({\n    origin: (origin, callback) => {\n      if (!known.includes(origin)) return callback(new Error('no'));\n      if (origin.includes('shop.io')) return callback(null, true);\n      callback(null, isPartner(origin));\n    },\n  }),\n);\n`,
    ),
    silent(
      "one's own previews below such a domain",
      `${express}app.use(cors({ origin: /^https:\\/\\/shop-[a-z0-9-]+\\.vercel\\.app$/ }));\n`,
    ),
    silent(
      'options that a function chooses',
      `${express}app.use(\n  cors((request, callback) => {\n    if (known.has(request.header('Origin'))) callback(null, { origin: true });\n    else callback(null, { origin: false });\n  }),\n);\n`,
    ),
    silent(
      'an origin that is one host or below it',
      closed(guarded("origin === 'https://shop.io' || origin.endsWith('.shop.io')")),
    ),
    silent(
      'a part that is asked after the list',
      closed(guarded("known.includes(origin) && origin.endsWith('shop.io')")),
    ),
    silent(
      'an origin with its scheme and its slash',
      closed(guarded("origin?.startsWith('https://shop.io/')")),
    ),
    silent(
      'a pattern that ends where the host ends',
      `${express}app.use(cors({ origin: /^https:\\/\\/(?:.+\\.)?shop\\.io$/ }));\n`,
    ),
    silent('a pattern for all below a domain', `${express}app.use(cors({ origin: [/\\.shop\\.io$/] }));\n`),
    silent(
      'a pattern for whichever port of this machine',
      `${express}app.use(cors({ origin: /^http:\\/\\/localhost/ }));\n`,
    ),
    silent('the host of the origin, looked up', closed(guarded('hosts.includes(new URL(origin).hostname)'))),
    silent(
      'Serverless: an origin that is named',
      event('\n            origin: https://shop.io'),
      'serverless.yml',
    ),
    silent('Serverless: switched off', event('false'), 'serverless.yml'),
    silent('a bucket that is only read', closed(bucket('GET, HEAD')), 'storage.yml'),
    silent(
      'headers and methods may be any',
      "Resources:\n  Api:\n    Properties:\n      CorsConfiguration:\n        AllowOrigins: ['https://shop.io']\n        AllowHeaders: ['*']\n        AllowMethods: ['*']\n",
      'template.yaml',
    ),
    silent(
      'an ingress for one site',
      ingress(
        '    nginx.ingress.kubernetes.io/enable-cors: "true"\n    nginx.ingress.kubernetes.io/cors-allow-origin: https://shop.io\n',
      ),
      'k8s/ingress.yaml',
    ),
    silent(
      'fonts at Vercel',
      `{ "headers": [{ "source": "/fonts/(.*)", "headers": [{ "key": "${header}", "value": "*" }] }] }\n`,
      'vercel.json',
    ),
    silent('all pages of a site', `/*\n  ${header}: *\n`, '_headers'),
    silent(
      'the package of that name',
      '{ "name": "api", "dependencies": { "cors": "*" } }\n',
      'package.json',
    ),
    silent(
      'an answer that was recorded',
      `{ "headers": { "${header}": "*" }, "status": 200 }\n`,
      'src/data/answer.json',
    ),
    silent(
      'a bucket that anyone may read',
      '[{ "origin": ["*"], "method": ["GET"], "maxAgeSeconds": 60 }]\n',
      'cors.json',
    ),
    silent(
      "Docker Compose on one's own machine",
      "services:\n  api:\n    build: .\n    environment:\n      CORS_ORIGIN: '*'\n",
      'docker-compose.dev.yml',
    ),
    {
      name: 'a pattern in a list',
      file,
      code: "app.use(cors({ origin: ['https://shop.example.com', /\\.shop\\.example\\.com$/] }));\n",
    },
    silent(
      'a setting that is closed until somebody opens it',
      "module.exports = (settings) => (req, res, next) => {\n  const origin = settings.get('cors allow origin');\n  if (origin) res.header('Access-Control-Allow-Origin', origin === true ? '*' : origin);\n  next();\n};\n",
    ),
    silent(
      'the middlewares of what is public',
      "const cors = require('cors');\n\nmodule.exports.authenticatePublic = [limits.contentKey, authenticateKey, cors(), prettyUrls];\n",
    ),
    silent(
      'a router that is only read',
      "const cors = require('cors');\nconst express = require('express');\n\nmodule.exports = () => {\n  const router = express.Router();\n  router.use(cors({ maxAge: 600 }));\n  router.get('/posts', withKey, list);\n  router.get('/posts/:id', withKey, read);\n  router.get('/pages', withKey, pages);\n  return router;\n};\n",
    ),
    silent(
      'a helper that says so, for the routes that call it',
      "exports.allowAllOrigin = (res) => {\n  res.header('Access-Control-Allow-Origin', '*');\n};\n",
    ),
    silent(
      'a list',
      `${express}app.use(cors({ origin: ['https://shop.example.com'], credentials: true }));\n`,
    ),
    silent(
      'an origin from the environment',
      `${express}app.use(cors({ origin: process.env.CORS_ORIGIN }));\n`,
    ),
    silent(
      'a function that asks a list',
      `${express}app.use(\n  cors({\n    origin: (origin, callback) => {\n      if (!origin || allowed.includes(origin)) callback(null, true);\n      else callback(new Error('Not allowed by CORS'));\n    },\n  }),\n);\n`,
    ),
    silent(
      'a function that hands the question on',
      `${express}app.use(cors({ origin: (origin, callback) => decide(origin, callback) }));\n`,
    ),
    silent('no origin at all', `${express}app.use(cors({ origin: false }));\n`),
    silent(
      'only outside production',
      `${express}if (process.env.NODE_ENV !== 'production') {\n  app.use(cors());\n}\n`,
    ),
    silent(
      'a star only outside production',
      `${express}const isDev = process.env.NODE_ENV === 'development';\napp.use(cors({ origin: isDev ? '*' : allowed }));\n`,
    ),
    silent("a function of the project's own", "import { cors } from './cors';\n\napp.use(cors());\n"),
    silent('another thing of that name', 'function cors() {}\n\nserver.use(cors());\n'),
    silent('options that somebody else makes', `${express}app.use(cors(corsOptionsFor(config)));\n`),
    silent(
      'options that are changed later',
      `${express}const options = { origin: '*' };\noptions.origin = list;\napp.use(cors(options));\n`,
    ),
    silent('options that are put together', `${express}app.use(cors({ ...shared, credentials: true }));\n`),
    silent(
      'a star that whoever runs the program asked for',
      `${express}const sites = process.env.SITES;\napp.use(cors({ origin: sites === '*' ? true : sites.split(',') }));\n`,
    ),
    silent('a test', `${express}app.use(cors());\n`, 'src/server.test.ts'),
    silent(
      'a reflected origin after a look at it',
      `app.use((req, res, next) => {\n  const origin = req.headers.origin;\n  if (allowed.has(origin)) res.setHeader('${header}', origin);\n  ${credentials}\n  next();\n});\n`,
    ),
    silent(
      'a reflected origin after an early return',
      `app.use((req, res, next) => {\n  const { origin } = req.headers;\n  if (!isAllowed(origin)) return next();\n  res.setHeader('${header}', origin);\n  next();\n});\n`,
    ),
    silent(
      'files that any site may load',
      `app.use(express.static('dist', { setHeaders: (res) => res.setHeader('${header}', '*') }));\n`,
    ),
    silent(
      'fonts',
      `module.exports = {\n  headers: () => [\n    { source: '/fonts/(.*)', headers: [{ key: '${header}', value: '*' }] },\n  ],\n};\n`,
      'next.config.js',
    ),
    silent('one public route that is only read', `${express}app.get('/rates', cors(), listRates);\n`),
    silent(
      'a header that the browser sends: a mistake, but nobody is let in',
      `export const load = () => fetch('/api', { headers: { '${header}': '*' } });\n`,
      'src/api.ts',
    ),
    silent(
      'a header that a client always sends',
      `import axios from 'axios';\n\naxios.defaults.headers.common['${header}'] = '*';\n`,
      'src/api.ts',
    ),
    silent(
      'headers of requests',
      `export const headers = { Authorization: token, '${header}': '*' };\n`,
      'src/api.ts',
    ),
    silent(
      "a build tool's server",
      `export default { server: { cors: true, headers: { '${header}': '*' } } };\n`,
      'vite.config.ts',
    ),
    silent(
      'a comment and a text',
      `// app.use(cors())\nexport const hint = "Use app.use(cors({ origin: '*' }))";\n`,
    ),
    silent('a header that is looked for', `if (response.headers.get('${header}') === '*') warn();\n`),
  ],
  fixed: [
    {
      name: 'plain JavaScript reads process.env',
      title,
      file: 'src/server.js',
      code: `${required}app.use(⟦cors()⟧);\n`,
      after: {
        'src/server.js': `${required}app.use(cors({ origin: process.env.CORS_ORIGINS?.split(',') ?? [] }));\n`,
        '.env.example': shown,
      },
    },
    {
      name: 'TypeScript gets a helper that throws; credentials stay',
      title,
      file,
      code: `${express}app.use(cors({ ⟦origin: true⟧, credentials: true }));\n`,
      project: { '.env.example': 'PORT=3000\n' },
      after: {
        [file]: `${express.replace("'express';\n", "'express';\nimport { requireEnv } from './requireEnv';\n")}app.use(cors({ origin: requireEnv('CORS_ORIGINS').split(','), credentials: true }));\n`,
        '.env.example': `PORT=3000\n${shown}`,
      },
    },
    {
      name: "the project's own variable is used",
      title,
      file: 'src/server.js',
      code: `${required}app.use(\n  ⟦cors({\n    credentials: true,\n  })⟧,\n);\n`,
      project: { '.env.example': 'ALLOWED_ORIGINS=\n' },
      after: {
        'src/server.js': `${required}app.use(\n  cors({\n    origin: process.env.ALLOWED_ORIGINS?.split(',') ?? [],\n    credentials: true,\n  }),\n);\n`,
      },
    },
    {
      name: 'a variable that was read, without the way round it',
      title,
      file: 'src/server.js',
      code: `${required}app.use(cors({ ⟦origin: process.env.SITES || '*'⟧ }));\n`,
      project: { '.env.example': 'SITES=https://shop.example.com\n' },
      after: {
        'src/server.js': `${required}app.use(cors({ origin: process.env.SITES?.split(',') ?? [] }));\n`,
      },
    },
    {
      name: 'an option of a server',
      title,
      file: 'src/main.js',
      code: "const { NestFactory } = require('@nestjs/core');\n\nNestFactory.create(AppModule, { ⟦cors: true⟧ });\n",
      project: { '.env.example': 'CORS_ORIGINS=\n' },
      after: {
        'src/main.js':
          "const { NestFactory } = require('@nestjs/core');\n\nNestFactory.create(AppModule, { cors: { origin: process.env.CORS_ORIGINS?.split(',') ?? [] } });\n",
      },
    },
    {
      name: 'a plugin without options',
      title,
      file: 'src/server.js',
      code: "const app = require('fastify')();\n⟦app.register(require('@fastify/cors'))⟧;\n",
      project: { '.env.example': 'CORS_ORIGINS=\n' },
      after: {
        'src/server.js':
          "const app = require('fastify')();\napp.register(require('@fastify/cors'), { origin: process.env.CORS_ORIGINS?.split(',') ?? [] });\n",
      },
    },
  ],
};
