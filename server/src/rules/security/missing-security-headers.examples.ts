import type { Example, RuleExamples } from '../example.ts';

const file = 'src/server.ts';
const title = 'Set security headers with helmet';
const express = "import express from 'express';\n\nconst app = express();\n";
const routes = "app.get('/', (req, res) => res.send('hello'));\napp.listen(3000);\n";
const silent = (
  name: string,
  code: string,
  path = file,
  project: Readonly<Record<string, string>> = {},
): Example => ({ name, file: path, code, project });

export const examples: RuleExamples = {
  bad: [
    {
      name: 'answers in JSON, which browsers are given as well',
      file: 'src/server.ts',
      code: "import express from 'express';\n\nconst app = ⟦express()⟧;\napp.get('/users', async (req, res) => {\n  res.json(await users.all());\n});\napp.listen(3000);\n",
    },
    {
      name: 'JSON, and a folder of files',
      file: 'src/server.ts',
      code: "import express from 'express';\n\nconst app = ⟦express()⟧;\napp.use(express.static('public'));\napp.get('/api/users', async (req, res) => {\n  res.json(await users.all());\n});\napp.listen(3000);\n",
    },
    {
      name: 'Nest, its controllers elsewhere',
      file,
      code: "import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module';\n\nasync function bootstrap() {\n  const app = await ⟦NestFactory.create(AppModule)⟧;\n  await app.listen(3000);\n}\nbootstrap();\n",
    },
    {
      name: 'Koa without a router',
      file: 'app.js',
      code: "const Koa = require('koa');\n\nconst app = ⟦new Koa()⟧;\napp.use(async (ctx) => {\n  ctx.body = 'hello';\n});\napp.listen(3000);\n",
    },
    {
      name: 'Hono that a platform serves',
      file,
      code: "import { Hono } from 'hono';\n\nconst app = ⟦new Hono()⟧;\napp.get('/', (c) => c.html('<p>hello</p>'));\nexport default app;\n",
    },
    { name: 'Express', file, code: `${express.replace('express();', '⟦express()⟧;')}${routes}` },
    {
      name: 'Fastify',
      file,
      code: "import Fastify from 'fastify';\n\nconst app = ⟦Fastify()⟧;\napp.get('/', async () => 'hello');\nawait app.listen({ port: 3000, host: '0.0.0.0' });\n",
    },
    {
      name: 'imported, and never used',
      file,
      code: `import helmet from 'helmet';\n${express.replace('express();', '⟦express()⟧;')}${routes}`,
    },
    {
      name: 'only a comment speaks of it',
      file: 'server.js',
      code: `const express = require('express');\nconst app = ⟦express()⟧;\n// TODO: helmet()\n${routes}`.replace(
        'TODO: ',
        'later: ',
      ),
    },
  ],
  ok: [
    {
      name: 'restify, which answers programs',
      file: 'lib/api.js',
      code: "const restify = require('restify');\n\nconst server = restify.createServer();\nserver.get('/queue', (req, res, next) => {\n  res.send(202, queue.state());\n  next();\n});\nserver.listen(config.port, config.host);\n",
    },
    {
      name: 'challenges of ACME, and a redirect',
      file: 'acme.js',
      code: "const express = require('express');\n\nconst app = express();\napp.get('/.well-known/acme-challenge/:token', (req, res) => {\n  res.type('text/plain').send(answers.get(req.params.token));\n});\napp.get('*', (req, res) => res.redirect(`https://${req.hostname}${req.url}`));\napp.listen(80);\n",
    },
    silent(
      'Nest with helmet',
      "import { NestFactory } from '@nestjs/core';\nimport helmet from 'helmet';\n\nasync function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  app.use(helmet());\n  await app.listen(3000);\n}\nbootstrap();\n",
    ),
    silent('helmet', `import helmet from 'helmet';\n${express}app.use(helmet());\n${routes}`),
    silent(
      'headers that are set by hand',
      `${express}app.use((req, res, next) => {\n  res.setHeader('X-Content-Type-Options', 'nosniff');\n  res.setHeader('X-Frame-Options', 'DENY');\n  next();\n});\n${routes}`,
    ),
    silent(
      "a middleware of the project's own",
      `import { securityHeaders } from './middleware';\n${express}app.use(securityHeaders);\n${routes}`,
    ),
    silent('a proxy in front', `${express}${routes}`, file, {
      'nginx/default.conf': 'server {\n  add_header X-Content-Type-Options nosniff always;\n}\n',
    }),
    silent(
      'Hono',
      "import { Hono } from 'hono';\nimport { secureHeaders } from 'hono/secure-headers';\n\nconst app = new Hono();\napp.use(secureHeaders());\napp.get('/', (c) => c.text('hello'));\nserve(app);\n",
    ),
    silent(
      'an application that nobody starts here',
      `${express}app.get('/', (req, res) => res.send('hello'));\nexport { app };\n`,
    ),
    silent(
      'a server for its own machine',
      `${express}app.get('/', (req, res) => res.send('hello'));\napp.listen(3000, '127.0.0.1');\n`,
    ),
    silent('a library', `${express}${routes}`, file, {
      'package.json':
        '{ "name": "kit", "main": "dist/index.js", "exports": "./dist/index.js", "files": ["dist"] }\n',
    }),
  ],
  fixed: [
    {
      name: 'Express',
      file,
      title,
      code: `${express}${routes}`,
      project: {
        'package.json': '{\n  "private": true,\n  "dependencies": {\n    "express": "^5.0.0"\n  }\n}\n',
      },
      after: {
        [file]: `import express from 'express';\nimport helmet from 'helmet';\n\nconst app = express();\napp.use(helmet());\n${routes}`,
        'package.json':
          '{\n  "private": true,\n  "dependencies": {\n    "helmet": "^8.0.0",\n    "express": "^5.0.0"\n  }\n}\n',
      },
    },
  ],
};
