import type { RuleExamples } from '../example.ts';
import { silentExamples } from './rateLimit/silent.examples.ts';

const manifest =
  '{ "private": true, "scripts": { "start": "node server.js" }, "dependencies": { "express": "5" } }\n';
const limited = '{ "private": true, "dependencies": { "express": "5", "express-rate-limit": "8" } }\n';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a router of an application that is not shown',
      file: 'src/routes.js',
      code: "router.⟦post('/forgot-password'⟧, async (req, res) => {\n  await sendReset(req.body.email);\n  res.json({ ok: true });\n});\n",
    },
    {
      name: 'a bare server of Node',
      file: 'server.js',
      code: [
        "const http = require('http');",
        "⟦http.createServer((req, res) => {\n  if (req.method === 'POST' && req.url === '/login') return signIn(req, res);\n  res.end();\n})⟧.listen(3000);",
        '',
      ].join('\n'),
    },
    {
      name: 'a limiter that is imported and never used',
      file: 'server.js',
      code: [
        "const rateLimit = require('express-rate-limit');",
        "const app = ⟦require('express')()⟧;",
        "app.post('/login', signIn);",
        'app.listen(3000);',
        '',
      ].join('\n'),
    },
    {
      name: 'a controller of Nest by itself',
      file: 'src/auth.controller.ts',
      code: "@Controller('auth')\nexport class AuthController {\n  ⟦@Post('login')⟧\n  login() { return this.users.signIn(); }\n}\n",
    },
    {
      name: 'an Express application that takes passwords',
      file: 'server.js',
      code: [
        "const express = require('express');",
        'const app = ⟦express()⟧;',
        'app.use(express.json());',
        "app.post('/login', (req, res) => res.json(signIn(req.body)));",
        'app.listen(3000);',
        '',
      ].join('\n'),
      project: { 'package.json': manifest },
    },
    {
      name: 'a limiter that is defined and that nothing applies',
      file: 'src/app.ts',
      code: [
        "import express from 'express';",
        "import { users } from './routes/users.js';",
        '',
        'export const app = ⟦express()⟧;',
        "app.use('/users', users);",
        '',
      ].join('\n'),
      project: {
        'package.json': limited,
        'src/routes/users.ts':
          "import { Router } from 'express';\n\nexport const users = Router();\nusers.post('/', create);\n",
        'src/middleware/rateLimit.ts':
          "import { rateLimit } from 'express-rate-limit';\n\nexport const authLimiter = rateLimit({ windowMs: 60_000, limit: 5 });\n",
      },
    },
    {
      name: 'a limit on the API that leaves the sign-in out',
      file: 'src/app.ts',
      code: [
        "import express from 'express';",
        "import { rateLimit } from 'express-rate-limit';",
        "import auth from '@/routes/auth';",
        "import orders from '@/routes/orders';",
        '',
        'const app = ⟦express()⟧;',
        "app.use('/auth', auth);",
        "app.use('/api', rateLimit({ limit: 100 }), orders);",
        'app.listen(3000);',
        '',
      ].join('\n'),
      project: {
        'package.json': limited,
        'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }\n',
        'src/routes/auth.ts':
          "import { Router } from 'express';\n\nconst router = Router();\nrouter.post('/', signIn);\nexport default router;\n",
        'src/routes/orders.ts':
          "import { Router } from 'express';\n\nconst router = Router();\nrouter.post('/orders', create);\nexport default router;\n",
      },
    },
    {
      name: 'an application in a class, its routes in a function that is handed it',
      file: 'src/server.ts',
      code: [
        "import express, { type Express } from 'express';",
        "import { addRoutes } from './routes';",
        '',
        'export class Server {',
        '  private readonly app: Express;',
        '  constructor() {',
        '    this.app = ⟦express()⟧;',
        '    addRoutes(this.app);',
        '  }',
        '}',
        '',
      ].join('\n'),
      project: {
        'src/routes/index.ts': "export { addRoutes } from './all';\n",
        'src/routes/all.ts':
          "import type { Express } from 'express';\n\nexport function addRoutes(target: Express) {\n  target.route('/tokens').post(issue);\n}\n",
      },
    },
    {
      name: 'a limiter behind the route that it should protect',
      file: 'src/app.ts',
      code: [
        "import express from 'express';",
        "import { limiter } from './limiter';",
        '',
        'const app = ⟦express()⟧;',
        "app.post('/password-reset', reset);",
        'app.use(limiter);',
        "app.post('/comments', comment);",
        '',
      ].join('\n'),
      project: {
        'src/limiter.ts':
          "import rateLimit from 'express-rate-limit';\n\nexport const limiter = rateLimit();\n",
      },
    },
    {
      name: 'a Fastify server whose plugin limits only routes that ask for it',
      file: 'src/server.ts',
      code: [
        "import Fastify from 'fastify';",
        "import rateLimit from '@fastify/rate-limit';",
        '',
        'const server = ⟦Fastify({ logger: true })⟧;',
        'await server.register(rateLimit, { global: false });',
        "server.post('/search', { config: { rateLimit: { max: 10 } } }, search);",
        "server.post('/login', signIn);",
        '',
      ].join('\n'),
    },
    {
      name: 'a Hono application',
      file: 'src/index.ts',
      code: [
        "import { Hono } from 'hono';",
        "import { chat } from './chat';",
        '',
        'const app = ⟦new Hono()⟧;',
        "app.route('/chat', chat);",
        'export default app;',
        '',
      ].join('\n'),
      project: {
        'src/chat.ts':
          "import { Hono } from 'hono';\n\nexport const chat = new Hono().post('/', async (c) => c.json(await complete(c)));\n",
      },
    },
    {
      name: 'a Nest application with a throttler that no guard applies',
      file: 'src/main.ts',
      code: [
        "import { NestFactory } from '@nestjs/core';",
        "import { AppModule } from './app.module';",
        '',
        'const app = await ⟦NestFactory.create(AppModule)⟧;',
        'await app.listen(3000);',
        '',
      ].join('\n'),
      project: {
        'package.json':
          '{ "private": true, "dependencies": { "@nestjs/core": "11", "@nestjs/throttler": "6" } }\n',
        'src/app.module.ts':
          "import { Module } from '@nestjs/common';\nimport { ThrottlerModule } from '@nestjs/throttler';\n\n@Module({ imports: [ThrottlerModule.forRoot([{ ttl: 60_000, limit: 10 }])] })\nexport class AppModule {}\n",
        'src/auth.controller.ts':
          "import { Controller, Post } from '@nestjs/common';\n\n@Controller('auth')\nexport class AuthController {\n  @Post('login')\n  login() {}\n}\n",
      },
    },
    {
      name: 'handlers of a Next application',
      file: 'app/api/chat/route.ts',
      code: 'export async function ⟦POST⟧(request: Request) {\n  return complete(await request.json());\n}\n',
      project: { 'package.json': '{ "private": true, "dependencies": { "next": "15" } }\n' },
    },
  ],
  ok: silentExamples,
  fixed: [
    {
      name: 'behind what reads bodies, in front of the routes',
      title: 'Limit all requests with express-rate-limit',
      file: 'src/app.ts',
      code: [
        "import express from 'express';",
        '',
        'export const app = ⟦express()⟧;',
        "app.set('trust proxy', 1);",
        'app.use(express.json());',
        "app.post('/login', signIn);",
        '',
      ].join('\n'),
      project: { 'package.json': '{\n  "private": true,\n  "dependencies": {\n    "express": "5"\n  }\n}\n' },
      after: {
        'src/app.ts': [
          "import express from 'express';",
          "import { rateLimit } from 'express-rate-limit';",
          '',
          'export const app = express();',
          "app.set('trust proxy', 1);",
          'app.use(express.json());',
          "app.use(rateLimit({ windowMs: 15 * 60_000, limit: 100, standardHeaders: 'draft-7', legacyHeaders: false }));",
          "app.post('/login', signIn);",
          '',
        ].join('\n'),
        'package.json':
          '{\n  "private": true,\n  "dependencies": {\n    "express-rate-limit": "^8.0.0",\n    "express": "5"\n  }\n}\n',
      },
    },
    {
      name: 'with require, in a class, under the name that the file has for it',
      title: 'Limit all requests with express-rate-limit',
      file: 'src/server.js',
      code: [
        'const express = require("express");',
        'const limit = require("express-rate-limit");',
        '',
        'class Server {',
        '  constructor() {',
        '    this.app = ⟦express()⟧;',
        '    this.app.post("/login", signIn);',
        '  }',
        '}',
        '',
      ].join('\n'),
      project: { 'package.json': limited },
      after: {
        'src/server.js': [
          'const express = require("express");',
          'const limit = require("express-rate-limit");',
          '',
          'class Server {',
          '  constructor() {',
          '    this.app = express();',
          '    this.app.use(limit({ windowMs: 15 * 60_000, limit: 100, standardHeaders: "draft-7", legacyHeaders: false }));',
          '    this.app.post("/login", signIn);',
          '  }',
          '}',
          '',
        ].join('\n'),
      },
    },
  ],
};
