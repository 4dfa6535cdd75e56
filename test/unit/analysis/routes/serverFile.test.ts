import assert from 'node:assert/strict';
import { factsOf } from './support.ts';

describe('what a file says about servers', () => {
  it('is plain data', async () => {
    const facts = await factsOf(
      'a.ts',
      "import koa from 'koa';\nexport const app = new koa();\napp.use(log);\n",
    );
    assert.deepEqual(facts, structuredClone(facts));
    assert.deepEqual(
      facts?.parts.map(({ kind, framework, name }) => [kind, framework, name]),
      [['root', 'koa', 'app']],
    );
    assert.deepEqual(facts?.exports, { app: { part: 0 } });
  });

  it('tells routers of different functions apart, though they have one name', async () => {
    const facts = await factsOf(
      'a.js',
      "const { Router } = require('express');\nfunction a() { const r = Router(); r.post('/a', f); }\nfunction b() { const r = Router(); r.post('/b', f); }\n",
    );
    assert.deepEqual(
      facts?.steps.map((step) => [step.part, step.kind === 'route' && step.path]),
      [
        [0, '/a'],
        [1, '/b'],
      ],
    );
    assert.deepEqual(
      facts?.parts.map(({ owners }) => owners),
      [['a'], ['b']],
    );
  });

  it('knows handlers of Next by their path', async () => {
    const facts = await factsOf(
      'src/app/(shop)/api/orders/[id]/route.ts',
      'export const GET = list;\nexport const { POST, PATCH } = handlers;\nexport const runtime = "edge";\n',
    );
    assert.deepEqual(
      facts?.steps.map((step) => step.kind === 'route' && `${step.method} ${step.path}`),
      ['GET /api/orders/[id]', 'POST /api/orders/[id]', 'PATCH /api/orders/[id]'],
    );
  });

  it('sees where a server listens', async () => {
    const code = "import Fastify from 'fastify';\nconst app = Fastify();\n";
    assert.equal((await factsOf('a.ts', `${code}app.listen({ port: 1 });\n`))?.listens, 'open');
    assert.equal((await factsOf('a.ts', `${code}app.listen({ host: 'localhost' });\n`))?.listens, 'local');
    assert.equal((await factsOf('a.ts', code))?.listens, undefined);
  });

  it('says nothing of a file that has no server', async () => {
    assert.equal(await factsOf('a.ts', 'const total = 1;\n'), undefined);
  });
});
