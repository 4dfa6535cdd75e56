import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a database that is connected also when it is not',
      file: 'src/health.ts',
      code: "router.get('/health', async (_req, res) => {\n  let database = 'connected';\n  try {\n    await prisma.$queryRaw`SELECT 1`;\n  } catch {\n    ⟦database = 'connected'⟧;\n  }\n  res.json({ status: 'ok', database });\n});\n",
    },
    {
      name: 'a check whose failure is a yes',
      file: 'src/ready.ts',
      code: "app.get('/readiness', async (req, res) => {\n  const dbOk = await db.query('select 1').then(() => true).catch(() => ⟦true⟧);\n  res.json({ status: 'ready', db: dbOk });\n});\n",
    },
    {
      name: 'a server without routes that is always ready',
      file: 'src/server.js',
      code: "http.createServer((req, res) => {\n  if (req.url === '/readyz') {\n    res.writeHead(200);\n    return res.end(⟦'ok'⟧);\n  }\n  res.end();\n});\n",
    },
    {
      name: 'a database that is connected in so many words',
      file: 'src/server.ts',
      code: "app.get('/health', (req, res) => {\n  res.json({ status: 'ok', ⟦database: 'connected'⟧, redis: 'connected' });\n});\n",
    },
    {
      name: 'the same answer whether the check worked or not',
      file: 'src/server.js',
      code: "app.get('/health', async (req, res) => {\n  try {\n    await db.query('SELECT 1');\n    res.json({ status: 'ok' });\n  } catch (error) {\n    logger.error(error);\n    res.json({ ⟦status: 'ok'⟧ });\n  }\n});\n",
    },
    {
      name: 'a check whose error is only logged',
      file: 'src/health.ts',
      code: "router.get('/healthz', async (req, res) => {\n  try {\n    await db.ping();\n  } catch (error) {\n    logger.error(error);\n  }\n  res.json({ ⟦status: 'ok'⟧ });\n});\n",
    },
    {
      name: 'services in a list of their own',
      file: 'src/app.ts',
      code: "fastify.get('/api/health', async () => ({\n  status: 'healthy',\n  services: { ⟦db: 'up'⟧, cache: 'up' },\n}));\n",
    },
    {
      name: 'a route that is a file',
      file: 'src/app/api/health/route.ts',
      code: "export async function GET() {\n  return Response.json({ status: 'healthy', ⟦database: 'connected'⟧, at: new Date().toISOString() });\n}\n",
    },
    {
      name: 'a controller',
      file: 'src/health.controller.ts',
      code: "@Controller('health')\nexport class HealthController {\n  @Get()\n  check() {\n    return { status: 'ok', details: { ⟦database: { status: 'up' }⟧, redis: { status: 'up' } } };\n  }\n}\n",
    },
    {
      name: 'one that is asked beside one that is not',
      file: 'src/status.ts',
      code: "app.get('/health', async (req, res) => {\n  const isUp = await db.ping();\n  res.status(isUp ? 200 : 503).json({ database: isUp ? 'up' : 'down', ⟦redis: 'connected'⟧ });\n});\n",
    },
    {
      name: 'a service that is ready from its first breath',
      file: 'src/ready.ts',
      code: "app.get('/readyz', (req, res) => {\n  res.status(200).send(⟦'ok'⟧);\n});\n",
    },
    {
      name: 'a check of the database that asks nobody',
      file: 'src/checks.ts',
      code: "export async function checkDatabase() {\n  ⟦return { status: 'healthy', latency: 5 };⟧\n}\n",
    },
    {
      name: 'a server without routes',
      file: 'src/main.js',
      code: "http.createServer((req, res) => {\n  if (req.url === '/health') {\n    res.end(JSON.stringify({ status: 'ok', ⟦database: 'connected'⟧ }));\n  }\n});\n",
    },
    {
      name: 'a handler that is known by its name',
      file: 'src/controllers/health.js',
      code: "exports.healthCheck = (req, res) => {\n  res.json({ status: 'UP', ⟦mongodb: 'UP'⟧ });\n};\n",
    },
  ],
  ok: [
    {
      name: 'a route that only tells that the process lives',
      file: 'src/a.ts',
      code: "app.get('/livez', (req, res) => {\n  res.json({ status: 'ok', uptime: process.uptime() });\n});\n",
    },
    {
      name: 'a database that was asked',
      file: 'src/b.ts',
      code: "app.get('/health', async (req, res) => {\n  try {\n    await db.query('SELECT 1');\n    res.json({ status: 'ok', database: 'connected' });\n  } catch (error) {\n    logger.error(error);\n    res.status(503).json({ status: 'down', database: 'unreachable' });\n  }\n});\n",
    },
    {
      name: 'all are asked at once, and any failure ends the request',
      file: 'src/c.ts',
      code: "fastify.get('/ready', async () => {\n  await Promise.all([db.ping(), redis.ping()]);\n  return { database: 'up', redis: 'up' };\n});\n",
    },
    {
      name: 'a state that somebody else keeps',
      file: 'src/d.ts',
      code: "app.get('/ready', (req, res) => {\n  res.sendStatus(isReady ? 200 : 503);\n});\n",
    },
    {
      name: 'a connection that knows its own state',
      file: 'src/e.ts',
      code: "app.get('/health', (req, res) => {\n  res.json({ database: mongoose.connection.readyState === 1 ? 'up' : 'down' });\n});\n",
    },
    {
      name: 'a failure that is said to be one',
      file: 'src/f.ts',
      code: "app.get('/health', async (req, res) => {\n  try {\n    await db.ping();\n    res.json({ status: 'ok' });\n  } catch (error) {\n    logger.error(error);\n    res.json({ status: 'degraded' });\n  }\n});\n",
    },
    {
      name: 'a status of something else',
      file: 'src/g.ts',
      code: "app.get('/orders/:id/status', (req, res) => {\n  res.json({ status: 'ok' });\n});\n",
    },
    {
      name: 'checks of a library',
      file: 'src/h.controller.ts',
      code: "@Controller('health')\nclass HealthController {\n  @Get()\n  @HealthCheck()\n  check() {\n    return this.health.check([() => this.db.pingCheck('database')]);\n  }\n}\n",
    },
    {
      name: 'what is shown before the first answer',
      file: 'src/i.ts',
      code: "export const initialHealth = () => ({ status: 'healthy', database: 'healthy' });\n",
    },
    {
      name: 'a check that asks',
      file: 'src/j.ts',
      code: "export async function checkDatabase() {\n  await db.query('SELECT 1');\n  return { status: 'healthy' };\n}\n",
    },
    {
      name: 'a test',
      file: 'src/health.test.ts',
      code: "app.get('/health', (req, res) => {\n  res.json({ status: 'ok', database: 'connected' });\n});\n",
    },
  ],
  fixed: [],
};
