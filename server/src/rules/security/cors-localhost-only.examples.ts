import type { Example, RuleExamples } from '../example.ts';

const file = 'src/server.ts';
const express = "import cors from 'cors';\nimport express from 'express';\n\nconst app = express();\n";
const title = 'Allow the origins that the environment lists';
const silent = (name: string, code: string, path = file): Example => ({ name, file: path, code });

const event = (cors: string): string =>
  `functions:\n  list:\n    handler: src/orders.list\n    events:\n      - http:\n          path: orders\n          cors:\n            origins:\n${cors}`;

export const examples: RuleExamples = {
  bad: [
    {
      name: 'Serverless: a list',
      file: 'serverless.yml',
      code: event('              - ⟦http://localhost:3000⟧\n              - http://127.0.0.1:5173\n'),
    },
    {
      name: 'Express',
      file,
      code: `${express}app.use(cors({ ⟦origin: 'http://localhost:3000'⟧, credentials: true }));\n`,
    },
    {
      name: 'a list',
      file,
      code: `${express}app.use(cors({ ⟦origin: ['http://localhost:3000', 'http://127.0.0.1:5173']⟧ }));\n`,
    },
    {
      name: 'a list that a function asks',
      file,
      code: `${express}const allowed = ['http://localhost:3000'];\napp.use(cors({ ⟦origin: (origin, callback) => callback(null, allowed.includes(origin))⟧ }));\n`,
    },
    {
      name: 'a header',
      file,
      code: "res.⟦setHeader('Access-Control-Allow-Origin', 'http://localhost:3000')⟧;\n".replace(
        'res.⟦',
        '⟦res.',
      ),
    },
    {
      name: 'socket.io',
      file,
      code: "import { Server } from 'socket.io';\n\nconst io = new Server(http, { cors: { ⟦origin: 'http://localhost:5173'⟧ } });\n",
    },
    {
      name: 'without an import',
      file: 'input.js',
      code: "app.use(cors({ ⟦origin: 'http://localhost:3000'⟧ }));\n",
    },
  ],
  ok: [
    silent(
      'Serverless: the site as well',
      event('              - http://localhost:3000\n              - https://shop.io\n'),
      'serverless.yml',
    ),
    silent(
      "Docker Compose, which also runs on one's own machine",
      'services:\n  api:\n    image: acme/api:1.2.3\n    labels:\n      cors.origin: http://localhost:3000\n',
      'compose.yaml',
    ),
    silent(
      'the environment, with a fallback',
      `${express}app.use(cors({ origin: process.env.CORS_ORIGIN ?? 'http://localhost:3000' }));\n`,
    ),
    silent(
      'a list with the real site',
      `${express}app.use(cors({ origin: ['http://localhost:3000', 'https://tool.dev'] }));\n`,
    ),
    silent(
      'outside production',
      `${express}app.use(cors({ origin: process.env.NODE_ENV === 'production' ? 'https://tool.dev' : 'http://localhost:3000' }));\nif (process.env.NODE_ENV !== 'production') app.use(cors({ origin: 'http://localhost:3000' }));\n`,
    ),
    silent(
      'a list with a variable',
      `${express}app.use(cors({ origin: [process.env.SITE, 'http://localhost:3000'] }));\n`,
    ),
    silent(
      'another kind of origin',
      "const cors = { origin: 'http://localhost:3000' };\nexport const map = { origin: [0, 0] };\n",
    ),
    silent(
      'a test',
      `${express}app.use(cors({ origin: 'http://localhost:3000' }));\n`,
      'test/server.test.ts',
    ),
  ],
  fixed: [
    {
      name: 'the environment lists them',
      file: 'server.js',
      title,
      code: "const cors = require('cors');\nconst express = require('express');\n\nconst app = express();\napp.use(cors({ origin: 'http://localhost:3000', credentials: true }));\n",
      after: {
        'server.js':
          "const cors = require('cors');\nconst express = require('express');\n\nconst app = express();\napp.use(cors({ origin: process.env.CORS_ORIGINS?.split(',') ?? [], credentials: true }));\n",
      },
    },
  ],
};
