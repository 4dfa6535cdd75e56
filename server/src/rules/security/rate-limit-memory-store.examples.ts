import type { RuleExamples } from '../example.ts';

const compose = { 'compose.yaml': 'services:\n  api:\n    image: api\n    deploy:\n      replicas: 3\n' };
const limiter = (options: string): string =>
  `import { rateLimit } from 'express-rate-limit';\n\nexport const limiter = ${options};\n`;
const byHand =
  'export function limit(req, res, next) {\n  const count = (hits.get(req.ip) ?? 0) + 1;\n  hits.set(req.ip, count);\n  if (count > 100) return res.status(429).end();\n  next();\n}\n';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'Nest',
      file: 'src/app.module.ts',
      code: "import { ThrottlerModule } from '@nestjs/throttler';\n\nexport const limits = ⟦ThrottlerModule.forRoot([{ ttl: 60_000, limit: 10 }])⟧;\n",
      project: compose,
    },
    {
      name: 'Fastify, in one line',
      file: 'src/server.js',
      code: "const app = require('fastify')();\n⟦app.register(require('@fastify/rate-limit'), { max: 100 })⟧;\n",
      project: compose,
    },
    {
      name: 'a guard made by hand, with a field',
      file: 'src/limits.ts',
      code: 'export class RateLimitGuard {\n  ⟦private readonly hits = new Map<string, number>();⟧\n  canActivate(context: ExecutionContext) {\n    return this.count(context) < 100;\n  }\n}\n',
      project: compose,
    },
    {
      name: 'a check by its name',
      file: 'src/limits.ts',
      code: 'const ⟦requests: Record<string, number[]> = {}⟧;\n\nexport function checkRateLimit(caller: string): boolean {\n  return (requests[caller] ??= []).push(Date.now()) <= 10;\n}\n',
      project: compose,
    },
    {
      name: 'three replicas in compose',
      file: 'src/limits.ts',
      code: limiter('⟦rateLimit({ windowMs: 60_000, limit: 100 })⟧'),
      project: compose,
    },
    {
      name: 'replicas in Kubernetes, and a store that says what it is',
      file: 'src/limits.ts',
      code: "import { MemoryStore, rateLimit } from 'express-rate-limit';\n\nexport const limiter = rateLimit({ limit: 100, store: ⟦new MemoryStore()⟧ });\n",
      project: { 'k8s/api.yaml': 'kind: Deployment\nspec:\n  replicas: 2\n' },
    },
    {
      name: 'as many processes as there are cores, with pm2',
      file: 'src/limits.js',
      code: "const { RateLimiterMemory } = require('rate-limiter-flexible');\n\nexports.limiter = ⟦new RateLimiterMemory({ points: 5, duration: 1 })⟧;\n",
      project: {
        'ecosystem.config.js':
          "module.exports = { apps: [{ name: 'api', script: 'server.js', instances: 'max' }] };\n",
      },
    },
    {
      name: 'a limiter made by hand',
      file: 'src/limits.js',
      code: `const ⟦hits = new Map()⟧;\n${byHand}`,
      project: compose,
    },
  ],
  ok: [
    {
      name: 'memory for the time that the store does not answer',
      file: 'src/limits.js',
      code: "const { RateLimiterMemory, RateLimiterRedis } = require('rate-limiter-flexible');\n\nconst insuranceLimiter = new RateLimiterMemory({ points: 1, duration: 1 });\nexports.limiter = new RateLimiterRedis({ storeClient, points: 5, insuranceLimiter });\n",
      project: compose,
    },
    {
      name: 'Nest, with a storage that all share',
      file: 'src/app.module.ts',
      code: "import { ThrottlerModule } from '@nestjs/throttler';\n\nexport const limits = ThrottlerModule.forRoot({ throttlers: [], storage: new ThrottlerStorageRedisService(redis) });\n",
      project: compose,
    },
    { name: 'one process', file: 'src/limits.ts', code: limiter('rateLimit({ limit: 100 })') },
    {
      name: 'one replica',
      file: 'src/limits.ts',
      code: limiter('rateLimit({ limit: 100 })'),
      project: { 'compose.yaml': 'services:\n  api:\n    deploy:\n      replicas: 1\n' },
    },
    {
      name: 'a store that all share',
      file: 'src/limits.ts',
      code: limiter('rateLimit({ limit: 100, store: new RedisStore({ sendCommand }) })'),
      project: compose,
    },
    {
      name: 'options from elsewhere',
      file: 'src/limits.ts',
      code: limiter('rateLimit({ limit: 100, ...shared })'),
      project: compose,
    },
    {
      name: 'replicas of the database',
      file: 'src/limits.ts',
      code: limiter('rateLimit({ limit: 100 })'),
      project: { 'compose.yaml': 'services:\n  redis:\n    deploy:\n      replicas: 3\n' },
    },
    {
      name: 'a map that limits nothing',
      file: 'src/limits.js',
      code: 'const names = new Map();\nexport const nameOf = (id) => names.get(id);\n',
      project: compose,
    },
    {
      name: 'a test',
      file: 'test/limits.test.ts',
      code: limiter('rateLimit({ limit: 100 })'),
      project: compose,
    },
  ],
  fixed: [],
};
