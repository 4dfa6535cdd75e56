import type { RuleExamples } from '../example.ts';
import { silentExamples } from './routeAuth/silent.examples.ts';

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

export const examples: RuleExamples = {
  bad: [
    {
      name: 'pages of Next that ask for a method',
      file: 'pages/api/wipe.js',
      code: `export default async function ⟦handler⟧(req, res) {\n  if (req.method === 'DELETE') await wipe(req.body.id);\n  res.end();\n}\n`,
      project: Object.fromEntries(
        ['a', 'b', 'c'].map((name) => [
          `pages/api/${name}.js`,
          "export default async function handler(req, res) {\n  if (!(await getServerSession(req, res))) return res.status(401).end();\n  if (req.method === 'POST') await save(req.body);\n  res.end();\n}\n",
        ]),
      ),
    },
    {
      name: 'administration with a word of signing in',
      file: 'src/admin.js',
      code: `const router = require('express').Router();\nrouter.post('/admin/users', requireAuth, create);\nrouter.put('/admin/users/:id', requireAuth, update);\nrouter.⟦post('/admin/reset-db'⟧, clear);\nmodule.exports = router;\n`,
    },
    {
      name: 'administration in a handler of Next, where nothing asks',
      file: 'app/api/admin/users/route.ts',
      code: 'export async function ⟦DELETE⟧(request: Request) {\n  const { id } = await request.json();\n  await prisma.user.delete({ where: { id } });\n  return Response.json({ ok: true });\n}\n',
    },
    {
      name: 'one route of a router that leaves the check out',
      file: 'src/posts.js',
      code: lines(
        "const router = require('express').Router();",
        "router.get('/', list);",
        "router.post('/', requireAuth, create);",
        "router.put('/:id', requireAuth, update);",
        "router.⟦delete('/:id'⟧, remove);",
        'module.exports = router;',
      ),
    },
    {
      name: 'a route in front of the check for all',
      file: 'src/items.js',
      code: lines(
        "const router = require('express').Router();",
        "router.⟦delete('/items/:id'⟧, remove);",
        'router.use(authenticate);',
        "router.post('/items', create);",
        "router.put('/items/:id', update);",
        'module.exports = router;',
      ),
    },
    {
      name: 'code without its beginning',
      file: 'src/bank.js',
      code: lines(
        "app.get('/balance', isAuthenticated, balance);",
        "app.⟦post('/transfer'⟧, (req, res) => {",
        '  bank.transfer(req.body.from, req.body.to, req.body.amount);',
        "  res.send('done');",
        '});',
      ),
    },
    {
      name: 'a chain of routes',
      file: 'src/users.js',
      code: lines(
        "const router = require('express').Router();",
        "router.route('/users').post(auth, create);",
        "router.route('/users/:id').put(auth, update).⟦delete(remove⟧);",
        'module.exports = router;',
      ),
    },
    {
      name: 'a handler in another file that asks nobody',
      file: 'src/routes.ts',
      code: lines(
        "import { Router } from 'express';",
        "import { create, remove, update } from './controller';",
        "import { requireAuth } from './middleware';",
        'export const router = Router();',
        "router.post('/notes', requireAuth, create);",
        "router.put('/notes/:id', requireAuth, update);",
        "router.⟦delete('/notes/:id'⟧, remove);",
      ),
      project: {
        'src/controller.ts':
          'export async function create(req, res) {}\nexport async function update(req, res) {}\nexport async function remove(req, res) {\n  await notes.remove(req.params.id);\n}\n',
      },
    },
    {
      name: 'Fastify',
      file: 'src/server.js',
      code: lines(
        "const fastify = require('fastify')();",
        "fastify.post('/notes', { preHandler: [fastify.authenticate] }, create);",
        "fastify.put('/notes/:id', { preHandler: [fastify.authenticate] }, update);",
        "fastify.⟦delete('/notes/:id'⟧, async (request) => notes.remove(request.params.id));",
      ),
    },
    {
      name: 'Nest',
      file: 'src/cats.controller.ts',
      code: lines(
        "@Controller('cats')",
        'export class CatsController {',
        '  @UseGuards(JwtAuthGuard)',
        '  @Post()',
        '  create() { return this.cats.create(); }',
        '',
        '  @UseGuards(JwtAuthGuard)',
        "  @Put(':id')",
        '  update() { return this.cats.update(); }',
        '',
        "  ⟦@Delete(':id')⟧",
        '  remove() { return this.cats.remove(); }',
        '}',
      ),
    },
    {
      name: 'a handler of Next, where the others ask for a session',
      file: 'app/api/posts/[id]/route.ts',
      code: lines(
        'export async function ⟦DELETE⟧(request, { params }) {',
        '  await posts.remove(params.id);',
        '  return Response.json({});',
        '}',
      ),
      project: {
        'package.json': '{ "private": true, "dependencies": { "next": "15" } }\n',
        'app/api/a/route.ts': 'export async function POST() {\n  if (!(await auth())) return no();\n}\n',
        'app/api/b/route.ts': 'export async function POST() {\n  if (!(await auth())) return no();\n}\n',
        'app/api/c/route.ts':
          'export async function PUT() {\n  if (!(await getServerSession(options))) return no();\n}\n',
      },
    },
    {
      name: 'administration that nobody asks about',
      file: 'src/app.js',
      code: lines(
        "const express = require('express');",
        'const app = express();',
        'app.use(express.json());',
        "app.⟦delete('/admin/users/:id'⟧, (req, res) => {",
        '  users.remove(req.params.id);',
        '  res.sendStatus(204);',
        '});',
      ),
    },
  ],
  ok: silentExamples,
  fixed: [
    {
      name: 'what the routes beside it go through',
      title: 'Check the caller as the routes beside it do',
      file: 'src/posts.js',
      code: lines(
        "const router = require('express').Router();",
        "router.post('/', requireRole('editor'), create);",
        "router.put('/:id', requireRole('editor'), update);",
        "router.⟦delete('/:id'⟧, remove);",
        'module.exports = router;',
      ),
      after: {
        'src/posts.js': lines(
          "const router = require('express').Router();",
          "router.post('/', requireRole('editor'), create);",
          "router.put('/:id', requireRole('editor'), update);",
          "router.delete('/:id', requireRole('editor'), remove);",
          'module.exports = router;',
        ),
      },
    },
  ],
};
