import type { Example, RuleExamples } from '../example.ts';

const image = (lines: string): string =>
  `FROM node:24-alpine\nWORKDIR /app\n${lines}USER node\nHEALTHCHECK CMD wget -qO- http://localhost:3000/healthz || exit 1\nCMD ["node", "server.js"]\n`;
const example = (
  name: string,
  lines: string,
  project?: Readonly<Record<string, string>>,
  file = 'Dockerfile',
): Example => ({ name, file, code: image(lines), ...(project ? { project } : {}) });

const ignore = 'node_modules\n.git\n.env\n';
const written =
  '.git\nnode_modules\ndist\ncoverage\n.env\n.env.*\n!.env.example\n*.log\n*.pem\n*.key\n.dockerignore\nDockerfile*\ndocker-compose*.yml\n';

export const examples: RuleExamples = {
  bad: [
    example('the whole folder', '⟦COPY . .⟧\nRUN npm ci\n'),
    example('to a folder', '⟦COPY ./ /app/⟧\nRUN npm ci\n'),
    example('with ADD and an owner', '⟦ADD --chown=node:node . /app⟧\nRUN npm ci\n'),
    example('as a list', '⟦COPY [".", "/app"]⟧\nRUN npm ci\n'),
    example('everything by a star', '⟦COPY * ./⟧\nRUN npm ci\n'),
    example('the file of another image', '⟦COPY . .⟧\nRUN npm ci\n', { 'admin/.dockerignore': ignore }),
    {
      name: 'a stage that only builds (P2)',
      file: 'Dockerfile',
      code: 'FROM node:24 AS build\n⟦COPY . .⟧\nRUN npm ci\n\nFROM gcr.io/distroless/nodejs24-debian12:nonroot\nCOPY --from=build /app/dist /app\nCMD ["/app/server.js"]\n',
    },
  ],
  ok: [
    example('one beside it', 'COPY . .\n', { '.dockerignore': ignore }),
    example(
      'one of its own',
      'COPY . .\n',
      { 'docker/Dockerfile.dockerignore': ignore },
      'docker/Dockerfile',
    ),
    example('one where the project begins', 'COPY . .\n', { '.dockerignore': ignore }, 'apps/api/Dockerfile'),
    example('only what is needed', 'COPY package*.json ./\nCOPY src ./src\n'),
    example('from another stage', 'COPY --from=build . .\n'),
    example('for development', 'COPY . .\n', undefined, 'Dockerfile.dev'),
    example('a folder of the project', 'COPY ./dist .\n'),
  ],
  fixed: [
    {
      name: 'beside the Dockerfile',
      title: 'Leave out what no image needs',
      file: 'Dockerfile',
      code: image('⟦COPY . .⟧\nRUN npm ci\n'),
      after: { '.dockerignore': written },
    },
    {
      name: 'where the package begins',
      title: 'Leave out what no image needs',
      file: 'docker/Dockerfile',
      code: image('⟦COPY . .⟧\nRUN npm ci\n'),
      after: { '.dockerignore': written },
    },
  ],
};
