import type { Example, RuleExamples } from '../example.ts';

const image = (lines: string, from = 'node:24-alpine'): string =>
  `FROM ${from}\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY src ./src\nUSER node\n${lines}`;
const example = (
  name: string,
  code: string,
  project?: Readonly<Record<string, string>>,
  file = 'Dockerfile',
): Example => ({ name, file, code, ...(project ? { project } : {}) });
const started = image('EXPOSE 3000\nCMD ["node", "src/server.js"]\n');
const reported = image('EXPOSE 3000\n⟦CMD ["node", "src/server.js"]⟧\n');

export const examples: RuleExamples = {
  bad: [
    example('a server', reported),
    example('without a port', image('⟦CMD ["npm", "start"]⟧\n')),
    example(
      'another language',
      'FROM python:3.13-slim\nCOPY app /app\nUSER 10001\n⟦CMD ["gunicorn", "app.wsgi", "-b", "0.0.0.0:8000"]⟧\n',
    ),
    example(
      'pages of nginx',
      'FROM node:24 AS build\nRUN npm run build\n\n⟦FROM nginxinc/nginx-unprivileged:1.29⟧\nCOPY --from=build /app/dist /usr/share/nginx/html\n',
    ),
    example('only the database is asked', reported, {
      'compose.yaml':
        'services:\n  web:\n    build: .\n  db:\n    image: postgres:17\n    healthcheck:\n      test: pg_isready\n',
    }),
  ],
  ok: [
    example(
      'a probe in a folder beside',
      started,
      {
        'deploy/web.yaml':
          'kind: Deployment\nspec:\n  containers:\n    - name: web\n      readinessProbe: { httpGet: { path: /ready } }\n',
      },
      'web/Dockerfile',
    ),
    example(
      'a check',
      image(
        'HEALTHCHECK CMD wget -qO- http://localhost:3000/healthz || exit 1\nCMD ["node", "src/server.js"]\n',
      ),
    ),
    example(
      'a check of an earlier stage it builds on',
      'FROM node:24-alpine AS base\nHEALTHCHECK CMD node check.js\nFROM base\nUSER node\nCMD ["node", "server.js"]\n',
    ),
    example('no shell', image('CMD ["src/server.js"]\n', 'gcr.io/distroless/nodejs24-debian12:nonroot')),
    example('starts nothing', image('')),
    example('a job', image('CMD ["node", "src/migrate.js"]\n')),
    example('a worker', image('CMD ["node", "dist/worker.js"]\n')),
    example("somebody's own image", image('CMD ["node", "server.js"]\n', 'ghcr.io/shop/node-base:3')),
    example('for development', started, undefined, 'Dockerfile.dev'),
    example('a probe of Kubernetes', started, {
      'k8s/web.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          livenessProbe:\n            httpGet: { path: /healthz, port: 3000 }\n',
    }),
    example('a check of Compose', started, {
      'compose.yaml':
        'services:\n  web:\n    build: .\n    healthcheck:\n      test: wget -qO- http://localhost:3000/healthz\n',
    }),
    example('a check of the platform', started, {
      'fly.toml': 'app = "shop"\n\n[[http_service.checks]]\npath = "/healthz"\n',
    }),
    example('turned off on purpose', image('HEALTHCHECK NONE\nCMD ["node", "src/server.js"]\n')),
  ],
  fixed: [],
};
