import type { Example, RuleExamples } from '../example.ts';

const example = (name: string, code: string, path = 'Dockerfile'): Example => ({ name, file: path, code });
const image = (lines: string): string =>
  `FROM node:24-alpine\nWORKDIR /app\n${lines}\nUSER node\nCMD ["node", "server.js"]\n`;

export const examples: RuleExamples = {
  bad: [
    example('all environment files', image('⟦COPY --chown=node:node .env* ./⟧')),
    example('a key of a cloud', image('⟦COPY gcp-key.json /etc/shop/⟧')),
    example('an environment file', image('⟦COPY .env .⟧')),
    example('one for production, among others', image('⟦COPY package.json .env.production ./⟧')),
    example('as a list', image('⟦COPY ["config/.env", "/app/config/"]⟧')),
    example("npm's settings with its token", image('⟦COPY .npmrc package.json ./⟧\nRUN npm ci && rm .npmrc')),
    example('a private key', image('⟦ADD id_rsa /root/.ssh/id_rsa⟧')),
    example('a folder of keys', image('⟦COPY --chown=node:node .ssh/ /home/node/.ssh/⟧')),
    example('the key of a certificate', image('⟦COPY certs/server.key /etc/ssl/⟧')),
    example('the key of a free certificate', image('⟦COPY privkey.pem /etc/ssl/⟧')),
    example('a folder of secrets', image('⟦COPY ./secrets /app/secrets⟧')),
    example("a cloud's account", image('⟦COPY service-account.json /app/⟧')),
    example(
      'by way of a stage that builds',
      'FROM node:24 AS build\nCOPY .env .\n\nFROM node:24\n⟦COPY --from=build /app/.env /app/.env⟧\nUSER node\nCMD ["node", "server.js"]\n',
    ),
    example(
      'into a stage that the last one builds on',
      'FROM node:24 AS base\n⟦COPY .env .⟧\n\nFROM base\nUSER node\nCMD ["node", "server.js"]\n',
    ),
  ],
  ok: [
    example('an example', image('COPY .env.example .env')),
    example('code with such a name', image('COPY src/env.ts src/credentials.ts src/keys/ src/secrets/ ./')),
    example('a public key', image('COPY id_rsa.pub certs/ca.pem /keys/')),
    example('from another stage', image('COPY --from=build /app/.env /app/.env')),
    example(
      'into a stage that only builds',
      'FROM node:24 AS build\nCOPY .npmrc package.json ./\nRUN npm ci\n\nFROM node:24-slim\nCOPY --from=build /app /app\nUSER node\nCMD ["node", "/app/server.js"]\n',
    ),
    example('mounted', image('RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci')),
    example('a comment', image('# COPY .env .')),
    example('for development', image('COPY .env .'), 'Dockerfile.dev'),
    example('a name in the destination only', image('COPY config/defaults.env /app/.env')),
  ],
  fixed: [],
};
