import assert from 'node:assert/strict';
import { routesIn, serversOf } from './support.ts';

const app = (...lines: readonly string[]) =>
  ["import express, { Router } from 'express';", 'const app = express();', ...lines].join('\n');
const router = (...lines: readonly string[]) =>
  ["import { Router } from 'express';", 'const router = Router();', ...lines].join('\n');

interface Case {
  readonly name: string;
  readonly project: Readonly<Record<string, string>>;
  readonly routes: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'paths and guards along mounts',
    project: {
      'app.ts': app("import users from './users.js';", 'app.use(log);', "app.use('/api', auth, users);"),
      'users.ts': router(
        'router.use(audit);',
        "router.post('/users', check, create);",
        'export default router;',
      ),
    },
    routes: ['POST /api/users: log, auth, audit, check, create'],
  },
  {
    name: 'what comes later, or is for another path, is not in force',
    project: { 'app.ts': app("app.use('/admin', admin);", "app.get('/users', list);", 'app.use(late);') },
    routes: ['GET /users: list'],
  },
  {
    name: 'chains of one path',
    project: { 'app.ts': app("app.route('/users').get(list).post(auth, create);") },
    routes: ['POST /users: auth, create', 'GET /users: list'],
  },
  {
    name: 'a chain that makes the application',
    project: {
      'app.ts':
        "import { Hono } from 'hono';\nexport const app = new Hono().basePath('/v1').post('/users', create);\n",
    },
    routes: ['POST /users: create'],
  },
  {
    name: 'an application that a function of another file gives',
    project: {
      'make.js':
        "const express = require('express');\nmodule.exports = function make() {\n  const app = express();\n  app.use(log);\n  return app;\n};\n",
      'main.js': "const app = require('./make')();\napp.put('/users/:id', update);\n",
    },
    routes: ['PUT /users/:id: log, update'],
  },
  {
    name: 'routers behind an index file, by name',
    project: {
      'app.ts': app("import * as routes from './routes';", "app.use('/users', routes.users);"),
      'routes/index.ts': "export { default as users } from './users';\n",
      'routes/users.ts': router("router.delete('/:id', remove);", 'export default router;'),
    },
    routes: ['DELETE /users/:id: remove'],
  },
  {
    name: 'a router whose way to the application can not be followed',
    project: {
      'app.ts': app('app.use(log);', "for (const each of readdirSync('routes')) app.use(load(each));"),
      'routes/users.ts': router("router.post('/', create);", 'export default router;'),
    },
    routes: ['POST : log, load, create'],
  },
  {
    name: 'plugins of Fastify with their prefix',
    project: {
      'server.ts':
        "import Fastify from 'fastify';\nconst server = Fastify();\nserver.register(async (api) => {\n  api.addHook('onRequest', verify);\n  api.route({ method: ['PUT', 'POST'], url: '/users', handler: save });\n}, { prefix: '/api' });\n",
    },
    routes: ['PUT /api/users: verify, method', 'POST /api/users: verify, method'],
  },
  {
    name: 'routers that mount each other',
    project: { 'app.ts': app('const a = Router();', 'a.use(a);', 'app.use(a);', "a.post('/x', act);") },
    routes: ['POST /x: act'],
  },
  {
    name: 'an application in a function whose middlewares stand inline',
    project: {
      'app.js':
        "const express = require('express');\nmodule.exports = () => {\n  const app = express();\n  app.use((req, res, next) => next());\n  app.post('/x', act);\n};\n",
    },
    routes: ['POST /x: next, act'],
  },
  {
    name: 'clients and caches',
    project: {
      'app.ts': app('const api = axios.create();', "api.post('/users', user);", "cache.get('/key', load);"),
    },
    routes: [],
  },
];

describe('connecting servers', () => {
  for (const { name, project, routes } of cases) {
    it(`sees ${name}`, async () => {
      assert.deepEqual([...routesIn(await serversOf(project))].sort(), [...routes].sort());
    });
  }

  it('follows aliases of the tsconfig', async () => {
    const project = {
      'web/src/app.ts': app("import users from '~/users';", "app.use('/users', users);"),
      'web/src/users.ts': router("router.post('/', create);", 'export default router;'),
    };
    const aliases = [{ folder: 'web', baseUrl: 'src', paths: [['~/*', '*']] as const }];
    assert.deepEqual(routesIn(await serversOf(project, aliases)), ['POST /users: create']);
  });
});
