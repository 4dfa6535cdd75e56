import type { Example } from '../../example.ts';

const router = (...lines: readonly string[]): string =>
  `${["const router = require('express').Router();", "router.post('/', requireAuth, create);", "router.put('/:id', requireAuth, update);", ...lines, 'module.exports = router;'].join('\n')}\n`;

const silent = (name: string, ...lines: readonly string[]): Example => ({
  name,
  file: 'src/routes.js',
  code: router(...lines),
});

/** Routes with a check that is easily missed, and routes that need none. */
export const silentExamples: readonly Example[] = [
  {
    name: 'one route that asks is no habit',
    file: 'src/notes.js',
    code: `const router = require('express').Router();\nrouter.post('/a', requireAuth, create);\nrouter.delete('/b', remove);\nmodule.exports = router;\n`,
  },
  silent('a check at each route', "router.delete('/:id', requireAuth, remove);"),
  silent(
    'what people call before they are known',
    "router.post('/login', login);",
    "router.post('/register', register);",
  ),
  silent(
    'a webhook, and a form for everybody',
    "router.post('/webhooks/stripe', paid);",
    "router.post('/contact', contact);",
  ),
  silent(
    'a handler that asks itself',
    "router.delete('/:id', (req, res) => {",
    '  if (!req.user) return res.sendStatus(401);',
    '  remove(req.params.id);',
    '});',
  ),
  silent(
    'a handler that looks into the session',
    "router.delete('/:id', (req, res) => {",
    '  const { userId } = req.session;',
    '  remove(req.params.id, userId);',
    '});',
  ),
  silent(
    'a handler that reads the token',
    "router.delete('/:id', async (req, res) => {",
    "  const caller = await jwt.verify(req.get('authorization'), key);",
    '  remove(req.params.id, caller);',
    '});',
  ),
  silent('a middleware that says nothing by its name', "router.delete('/:id', mine, remove);"),
  silent(
    'a list of middlewares',
    'const checks = [requireAuth, audit];',
    "router.delete('/:id', checks, remove);",
  ),
  silent('a route that is public on purpose', '// blockers: public', "router.delete('/:id', remove);"),
  silent(
    'a route that only answers that there is none',
    "router.delete('/:id', (req, res) => res.status(405).end());",
  ),
  {
    name: 'a check for all that stands in front',
    file: 'src/routes.js',
    code: "const router = require('express').Router();\nrouter.use(authenticate);\nrouter.post('/', isOwner, create);\nrouter.put('/:id', isOwner, update);\nrouter.delete('/:id', remove);\n",
  },
  {
    name: 'a check where the router is mounted',
    file: 'src/app.js',
    code: "const express = require('express');\nconst admin = require('./admin');\nconst app = express();\napp.use(rateLimiter);\napp.use('/admin', requireAdmin, admin);\n",
    project: {
      'src/admin.js':
        "const router = require('express').Router();\nrouter.post('/users', canEdit, create);\nrouter.delete('/users/:id', remove);\nmodule.exports = router;\n",
    },
  },
  {
    name: 'a check in another file, under a name that says nothing',
    file: 'src/routes.js',
    code: "const { gate } = require('./gate');\nconst router = require('express').Router();\nrouter.use(gate);\nrouter.post('/', isOwner, create);\nrouter.put('/:id', isOwner, update);\nrouter.delete('/:id', remove);\nmodule.exports = router;\n",
    project: {
      'src/gate.js': 'exports.gate = (req, res, next) => (req.user ? next() : res.sendStatus(401));\n',
    },
  },
  {
    name: 'a handler in another file that asks',
    file: 'src/routes.ts',
    code: "import { Router } from 'express';\nimport { create, remove, update } from './controller';\nexport const router = Router();\nrouter.post('/', requireAuth, create);\nrouter.put('/:id', requireAuth, update);\nrouter.delete('/:id', remove);\n",
    project: {
      'src/controller.ts':
        'export async function remove(req, res) {\n  await notes.remove(req.params.id, req.user.id);\n}\n',
    },
  },
  {
    name: 'a hook of Fastify',
    file: 'src/server.js',
    code: "const fastify = require('fastify')();\nfastify.register(require('@fastify/rate-limit'));\nfastify.addHook('onRequest', async (request) => {\n  await request.jwtVerify();\n});\nfastify.post('/notes', { preHandler: fastify.isEditor }, create);\nfastify.delete('/notes/:id', remove);\n",
  },
  {
    name: 'a middleware of Hono for the path',
    file: 'src/app.ts',
    code: "import { Hono } from 'hono';\nconst app = new Hono();\napp.use(rateLimiter);\napp.use('/todos/*', bearerAuth({ token }));\napp.post('/todos', isOwner, (c) => c.json(add(c)));\napp.delete('/todos/:id', (c) => c.json(drop(c.req.param('id'))));\n",
  },
  {
    name: 'a guard of Nest for the whole application, and a public route',
    file: 'src/cats.controller.ts',
    code: "@Controller('cats')\nexport class CatsController {\n  @Roles('editor') @Post() create() { return 1; }\n  @Roles('editor') @Put(':id') update() { return 1; }\n  @Delete(':id') remove() { return 1; }\n}\n",
    project: {
      'src/app.module.ts':
        "import { APP_GUARD } from '@nestjs/core';\n@Module({ providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }] })\nexport class AppModule {}\n",
    },
  },
  {
    name: 'the middleware of Next in front of all handlers',
    file: 'app/api/d/route.ts',
    code: 'export async function DELETE() {\n  await remove();\n}\n',
    project: {
      'package.json': '{ "private": true, "dependencies": { "next": "15" } }\n',
      'middleware.ts':
        "export async function middleware(request) {\n  await ratelimit.limit(request.ip);\n  if (!(await auth())) return redirect('/login');\n}\nexport const config = { matcher: ['/api/:path*'] };\n",
      'app/api/a/route.ts': 'export async function POST() {\n  if (!(await auth())) return no();\n}\n',
      'app/api/b/route.ts': 'export async function POST() {\n  if (!(await auth())) return no();\n}\n',
      'app/api/c/route.ts': 'export async function PUT() {\n  if (!(await auth())) return no();\n}\n',
    },
  },
  {
    name: 'an application without accounts',
    file: 'src/app.js',
    code: "const express = require('express');\nconst app = express();\napp.use(rateLimiter);\napp.post('/todos', add);\napp.delete('/todos/:id', remove);\n",
  },
  {
    name: 'authors are no authentication',
    file: 'src/authors.js',
    code: "const router = require('express').Router();\nrouter.post('/authors', authors.create);\nrouter.put('/authors/:id', authors.update);\nrouter.delete('/authors/:id', authors.remove);\n",
  },
  {
    name: 'a test',
    file: 'test/routes.test.js',
    code: router("router.delete('/:id', remove);"),
  },
];
