import type { Example, RuleExamples } from '../example.ts';

const file = 'Dockerfile';
const example = (name: string, code: string, path = file): Example => ({ name, file: path, code });
const image = (lines: string): string =>
  `FROM node:24-alpine\nWORKDIR /app\n${lines}CMD ["node", "server.js"]\n`;
const workflow = (lines: string): string =>
  `jobs:\n  image:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          push: true\n${lines}`;

export const examples: RuleExamples = {
  bad: [
    example('a token as an argument', image('ARG ⟦NPM_TOKEN⟧\nRUN npm ci\n')),
    example('a password as an argument', image('ARG ⟦DB_PASSWORD⟧\nENV DB_HOST=db\n')),
    example('an argument that becomes a variable', image('ARG ⟦JWT_SECRET⟧\nENV PORT=80\n')),
    example('a secret variable', image('ENV ⟦API_SECRET⟧=changeme\n')),
    example('the old way to write ENV', image('ENV ⟦DATABASE_PASSWORD⟧ password\n')),
    example('handed on from an argument', image('ENV ⟦STRIPE_SECRET_KEY⟧=$KEY_OF_STRIPE\n')),
    example('one of several variables', image('ENV PORT=80 \\\n    ⟦ADMIN_PASSWORD⟧=letmein-now\n')),
    example(
      'a stage that only builds (P1)',
      'FROM node:24 AS build\nARG ⟦NPM_TOKEN⟧\nRUN npm ci\n\nFROM node:24-slim\nCOPY --from=build /app /app\nUSER node\nCMD ["node", "/app/server.js"]\n',
    ),
    example(
      "a workflow's build arguments",
      workflow(
        '          build-args: |\n            VERSION=3\n            ⟦NPM_TOKEN⟧=${{ secrets.NPM_TOKEN }}\n',
      ),
      'deploy/release.yml',
    ),
    example('a short one of its own', image(`ENV ⟦JWT_SECRET⟧="s3cr3t${'ValueForTokens'}"\n`)),
    example('what Rails signs with', image('ARG ⟦SECRET_KEY_BASE⟧\nRUN bin/rails assets:precompile\n')),
    example(
      'arguments of a compose file',
      'services:\n  web:\n    build:\n      context: .\n      args:\n        NODE_ENV: production\n        NPM_TOKEN: ⟦${NPM_TOKEN}⟧\n',
      'compose.yaml',
    ),
    example(
      'the same as a list',
      'services:\n  web:\n    build:\n      args:\n        - ⟦GITHUB_TOKEN=${GITHUB_TOKEN}⟧\n',
      'compose.yaml',
    ),
  ],
  ok: [
    example('a variable without a value', image('ENV APP_USER="" \\\n    APP_PASSWORD=""\n')),
    example(
      'a key that is public by design',
      image(`ENV POSTHOG_TOKEN=phc_${'bIjZL7oh2GEUd2vqvTBH8WvrX0fWTFQMs6H5KQxiUxU'}\n`),
    ),
    example(
      'what a container is given when it starts',
      'services:\n  web:\n    build: .\n    environment:\n      NPM_TOKEN: ${NPM_TOKEN}\n',
      'compose.yaml',
    ),
    example('a key that browsers get as well', image(`ENV POSTHOG_TOKEN=phc_${'a8Kd02mQ'.repeat(5)}\n`)),
    example('a mounted secret', image('RUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN npm ci\n')),
    example('a version', image('ARG VERSION=3\nARG NODE_ENV=production\nENV TOKEN_TTL=3600\n')),
    example('a public key', image('ARG NEXT_PUBLIC_API_KEY\nARG STRIPE_PUBLISHABLE_KEY\n')),
    example(
      'where a secret is kept',
      image('ENV DB_PASSWORD_FILE=/run/secrets/db\nENV KEY_PATH=/keys/shop.pem\n'),
    ),
    example(
      'keys that sign releases',
      image('ARG NODE_GPG_KEYS\nENV GPG_KEY=E3FF2839C048B25C084DEBE9B26995E310250568\n'),
    ),
    example('an image for development', image('ARG NPM_TOKEN\n'), 'Dockerfile.dev'),
    example('a name in a command', image('RUN echo "set DB_PASSWORD when you start this"\n')),
    example(
      'an empty value that says so',
      image('ENV API_TOKEN_NAME=x-token\nENV ALLOW_EMPTY_PASSWORD=false\n'),
    ),
    example(
      "a workflow's secrets",
      workflow(
        '          secrets: |\n            NPM_TOKEN=${{ secrets.NPM_TOKEN }}\n          build-args: |\n            VERSION=3\n',
      ),
      'deploy/release.yml',
    ),
  ],
  fixed: [
    {
      name: 'the command that reads it gets it mounted',
      title: 'Mount the secret while it is needed',
      file,
      code: image(
        'ARG ⟦NPM_TOKEN⟧\nCOPY . .\nRUN echo "//registry.example.com/:_authToken=$NPM_TOKEN" > .npmrc && npm ci && rm .npmrc\n',
      ),
      after: {
        [file]: image(
          'COPY . .\nRUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN echo "//registry.example.com/:_authToken=$NPM_TOKEN" > .npmrc && npm ci && rm .npmrc\n',
        ),
      },
    },
  ],
};
