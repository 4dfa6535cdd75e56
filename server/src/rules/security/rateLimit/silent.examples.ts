import type { Example } from '../../example.ts';

const express = (...lines: readonly string[]): string =>
  ["import express from 'express';", ...lines, ''].join('\n');
const login = "app.post('/login', signIn);";

/** Servers that need no limit, or have one in a way that is easily missed. */
export const silentExamples: readonly Example[] = [
  {
    name: 'a limiter made by hand, in another file',
    file: 'src/app.js',
    code: express("import { brake } from './brake.js';", 'const app = express();', 'app.use(brake);', login),
    project: {
      'src/brake.js':
        'const hits = new Map();\nexport function brake(req, res, next) {\n  if ((hits.get(req.ip) ?? 0) > 100) return res.sendStatus(429);\n  next();\n}\n',
    },
  },
  {
    name: 'a limit in nginx, all in one line',
    file: 'src/app.js',
    code: express('const app = express();', login),
    project: { 'nginx.conf': 'server { location / { limit_req zone=a burst=5; proxy_pass http://app; } }\n' },
  },
  {
    name: 'a limiter for all routes',
    file: 'src/app.ts',
    code: express(
      "import { rateLimit } from 'express-rate-limit';",
      'const app = express();',
      'app.use(rateLimit());',
      login,
    ),
  },
  {
    name: "the project's own limiter, at the route",
    file: 'src/app.ts',
    code: express(
      "import { createRateLimiter } from './limits';",
      'const app = express();',
      "app.post('/login', createRateLimiter(5), signIn);",
    ),
  },
  {
    name: 'a limiter whose name says nothing, from another file through an alias',
    file: 'src/app.ts',
    code: express(
      "import { guard } from '#http/security.js';",
      'const app = express();',
      'app.use(guard);',
      login,
    ),
    project: {
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "#http/*": ["src/http/*"] } } }\n',
      'src/http/security.ts':
        "import { rateLimit } from 'express-rate-limit';\n\nexport const guard = rateLimit({ limit: 50 });\n",
    },
  },
  {
    name: 'a method of limiters in an object',
    file: 'src/app.ts',
    code: express(
      "import { rateLimiters } from './limits';",
      'const app = express();',
      "app.post('/login', rateLimiters.api.limit('auth'), signIn);",
    ),
  },
  {
    name: 'a limiter that a function applies in another file',
    file: 'src/app.ts',
    code: express(
      "import { secure } from './secure.js';",
      'export const app = express();',
      'secure(app);',
      login,
    ),
    project: {
      'src/secure.ts':
        "import type { Express } from 'express';\nimport { slowDown } from 'express-slow-down';\n\nexport function secure(app: Express) {\n  app.use(slowDown({ delayAfter: 5 }));\n}\n",
    },
  },
  {
    name: 'middlewares in methods of a class, the routes above them',
    file: 'src/server.ts',
    code: [
      "import express from 'express';",
      "import { apiLimiter } from './limits';",
      'export class Server {',
      '  app = express();',
      '  constructor() { this.addMiddlewares(); this.addRoutes(); }',
      "  addRoutes() { this.app.post('/login', signIn); }",
      '  addMiddlewares() { this.app.use(apiLimiter); }',
      '}',
      '',
    ].join('\n'),
  },
  {
    name: 'a handler that asks a limiter itself',
    file: 'src/app.ts',
    code: express(
      "import { RateLimiterRedis } from 'rate-limiter-flexible';",
      'const attempts = new RateLimiterRedis({ storeClient, points: 5 });',
      'const app = express();',
      "app.post('/login', async (req, res) => {",
      '  await attempts.consume(req.ip);',
      '  res.json(await signIn(req.body));',
      '});',
    ),
  },
  {
    name: 'a Fastify server with its plugin',
    file: 'src/server.ts',
    code: "import Fastify from 'fastify';\n\nconst app = Fastify();\nawait app.register(import('@fastify/rate-limit'), { max: 100 });\napp.post('/login', signIn);\n",
  },
  {
    name: 'a guard of Nest for the whole application',
    file: 'src/main.ts',
    code: "import { NestFactory } from '@nestjs/core';\n\nconst app = await NestFactory.create(AppModule);\n",
    project: {
      'src/app.module.ts':
        "import { APP_GUARD } from '@nestjs/core';\nimport { ThrottlerGuard } from '@nestjs/throttler';\n\n@Module({ providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }] })\nexport class AppModule {}\n",
      'src/auth.controller.ts':
        "@Controller('auth')\nexport class AuthController {\n  @Post('login')\n  login() {}\n}\n",
    },
  },
  {
    name: "a controller of Nest with a guard of the project's own",
    file: 'src/main.ts',
    code: "import { NestFactory } from '@nestjs/core';\n\nconst app = await NestFactory.create(AppModule);\n",
    project: {
      'src/auth.controller.ts':
        "@Controller('auth')\n@UseGuards(RateLimitGuard)\nexport class AuthController {\n  @Post('login')\n  login() {}\n}\n",
    },
  },
  {
    name: 'a handler of Next that asks a limiter, and one in a wrapper',
    file: 'app/api/login/route.ts',
    code: "import { checkRateLimit } from '@/lib/limits';\n\nexport async function POST(request: Request) {\n  await checkRateLimit(request);\n  return signIn(request);\n}\n",
    project: {
      'package.json': '{ "private": true, "dependencies": { "next": "15" } }\n',
      'app/api/token/route.ts':
        'export const POST = withRateLimit(async (request: Request) => issue(request));\n',
    },
  },
  {
    name: 'a limit in the middleware of Next',
    file: 'app/api/login/route.ts',
    code: 'export async function POST(request: Request) {\n  return signIn(request);\n}\n',
    project: {
      'package.json': '{ "private": true, "dependencies": { "next": "15" } }\n',
      'middleware.ts':
        "import { Ratelimit } from '@upstash/ratelimit';\n\nconst ratelimit = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(10, '10 s') });\n\nexport async function middleware(request) {\n  const { success } = await ratelimit.limit(request.ip);\n  return success ? undefined : new Response(null, { status: 429 });\n}\n",
    },
  },
  {
    name: 'a limit in nginx, in front of it',
    file: 'src/app.ts',
    code: express('const app = express();', login),
    project: {
      'deploy/nginx.conf': 'location / {\n  limit_req zone=api burst=20;\n  proxy_pass http://app;\n}\n',
    },
  },
  {
    name: 'a limit at the ingress',
    file: 'src/app.ts',
    code: express('const app = express();', login),
    project: {
      'deploy/ingress.yaml': 'metadata:\n  annotations:\n    nginx.ingress.kubernetes.io/limit-rps: "10"\n',
    },
  },
  {
    name: 'a library that makes an application for others',
    file: 'src/index.ts',
    code: express(
      'export function createApp() {',
      '  const app = express();',
      `  ${login}`,
      '  return app;',
      '}',
    ),
    project: {
      'package.json': '{ "name": "kit", "exports": "./dist/index.js", "scripts": { "build": "tsc" } }\n',
    },
  },
  {
    name: 'a server for files and for the health check',
    file: 'src/app.ts',
    code: express(
      'const app = express();',
      "app.use(express.static('public'));",
      "app.get('/health', (req, res) => res.send('ok'));",
      "app.all('*', notFound);",
    ),
  },
  {
    name: 'a worker that only reports how it is',
    file: 'src/worker.ts',
    code: express('const app = express();', "app.post('/ready', ready);", "app.get('/metrics', metrics);"),
  },
  {
    name: 'a server that only this machine reaches',
    file: 'src/app.ts',
    code: express('const app = express();', login, "app.listen(4000, '127.0.0.1');"),
  },
  {
    name: 'a mock server that production does not start',
    file: 'src/mock.ts',
    code: express(
      "if (process.env.NODE_ENV === 'development') {",
      '  const app = express();',
      `  ${login}`,
      '}',
    ),
  },
  { name: 'a test', file: 'test/app.test.ts', code: express('const app = express();', login) },
];
