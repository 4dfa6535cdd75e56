import type { Example, RuleExamples } from '../example.ts';

const file = 'Dockerfile';
const image = (lines: string): string =>
  `FROM node:24-alpine\nWORKDIR /app\nCOPY package.json package-lock.json ./\n${lines}\nUSER node\nCMD ["node", "server.js"]\n`;
const example = (name: string, lines: string, path = file): Example => ({
  name,
  file: path,
  code: image(lines),
});

export const examples: RuleExamples = {
  bad: [
    example('npm install', 'RUN ⟦npm install⟧'),
    example('short, with an option', 'RUN ⟦npm i --omit=dev⟧'),
    example('the old option', 'RUN ⟦npm install --production⟧ && npm cache clean --force'),
    example('over several lines', 'RUN apk add git \\\n && ⟦npm install⟧ \\\n && npm run build'),
    example('yarn', 'RUN ⟦yarn install⟧'),
    example('yarn alone', 'RUN ⟦yarn⟧'),
    example('pnpm', 'RUN corepack enable && ⟦pnpm install⟧'),
    example('as a list', '⟦RUN ["npm", "install", "--omit=dev"]⟧'),
    example('of another folder', 'RUN ⟦npm --prefix ./server install⟧'),
    example('bun', 'RUN ⟦bun install⟧'),
  ],
  ok: [
    example('as a list that keeps to the lockfile', 'RUN ["npm", "ci"]'),
    example('a tool, as a list', 'RUN ["npm", "install", "-g", "pm2@6"]'),
    example('bun that keeps to its lockfile', 'RUN bun install --frozen-lockfile --production'),
    {
      name: 'a folder that a generator made',
      file,
      code: 'FROM node:24-alpine\nRUN npm install -g mailer\nRUN mailer --init /srv/mailer\nCOPY ./config/hosts /srv/mailer/config/hosts\nRUN cd /srv/mailer && npm install\nUSER node\nCMD ["mailer"]\n',
    },
    example('npm ci', 'RUN npm ci --omit=dev'),
    example('a tool for the image', 'RUN npm install -g pm2'),
    example('one package', 'RUN npm install sharp'),
    example('a frozen lockfile', 'RUN yarn install --frozen-lockfile'),
    example('an immutable one', 'RUN yarn install --immutable && yarn build'),
    example('a script of that name', 'RUN npm run install-fonts && yarn build'),
    example('a mount, and then npm ci', 'RUN --mount=type=cache,target=/root/.npm npm ci'),
    example('for development', 'RUN npm install', 'Dockerfile.dev'),
  ],
  fixed: [
    {
      name: 'what the lockfile says',
      title: 'Install what the lockfile says',
      file,
      code: image('RUN ⟦npm install --production⟧ && npm cache clean --force'),
      after: { [file]: image('RUN npm ci --omit=dev && npm cache clean --force') },
    },
    {
      name: 'with yarn',
      title: 'Install what the lockfile says',
      file,
      code: image('RUN ⟦yarn⟧'),
      after: { [file]: image('RUN yarn install --frozen-lockfile') },
    },
  ],
};
