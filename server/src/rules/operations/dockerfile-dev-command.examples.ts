import type { Example, RuleExamples } from '../example.ts';

const file = 'Dockerfile';
const image = (end: string): string =>
  `FROM node:24-alpine\nWORKDIR /app\nCOPY src ./src\nUSER node\n${end}\n`;
const example = (name: string, end: string, path = file): Example => ({ name, file: path, code: image(end) });

export const examples: RuleExamples = {
  bad: [
    example('a debugger that everybody may reach', '⟦CMD ["node", "--inspect=0.0.0.0:9229", "server.js"]⟧'),
    example('the script for development', '⟦CMD ["npm", "run", "dev"]⟧'),
    example('as one line', '⟦CMD yarn dev⟧'),
    example('a server that restarts', '⟦CMD ["npx", "nodemon", "server.js"]⟧'),
    example('as an entrypoint', '⟦ENTRYPOINT ["pnpm", "run", "start:dev"]⟧'),
    example("a framework's own", '⟦CMD ["npx", "next", "dev", "-p", "3000"]⟧'),
    example("a bundler's", '⟦CMD ["npx", "vite", "--host"]⟧'),
    example('a watcher', '⟦CMD ["npx", "tsx", "watch", "src/server.ts"]⟧'),
    example('behind a shell', '⟦CMD ["sh", "-c", "npm run migrate && npm run dev"]⟧'),
    example('the mode', '⟦ENV NODE_ENV=development⟧\nCMD ["node", "server.js"]'),
    example('create-react-app', '⟦CMD ["npx", "react-scripts", "start"]⟧'),
  ],
  ok: [
    example('a debugger for the container itself', 'CMD ["node", "--inspect=127.0.0.1:9229", "server.js"]'),
    example('what was built', 'CMD ["node", "dist/server.js"]'),
    example('the script for production', 'ENV NODE_ENV=production\nCMD ["npm", "start"]'),
    example('a preview of what was built', 'CMD ["npx", "vite", "preview"]'),
    example('a file of such a name', 'CMD ["node", "dev/server.js"]'),
    example('an option about development', 'CMD ["node", "server.js", "--no-dev"]'),
    example('for development', 'CMD ["npm", "run", "dev"]', 'Dockerfile.dev'),
    {
      name: 'a stage for development, and one behind it',
      file,
      code: 'FROM node:24 AS dev\nENV NODE_ENV=development\nCMD ["npm", "run", "dev"]\n\nFROM node:24 AS release\nUSER node\nCMD ["node", "server.js"]\n',
    },
    {
      name: 'a mode that a later line sets right',
      file,
      code: image('ENV NODE_ENV=development\nRUN npm ci\nENV NODE_ENV=production\nCMD ["node", "server.js"]'),
    },
    example('what runs while it is built', 'RUN npm run dev:types\nCMD ["node", "server.js"]'),
  ],
  fixed: [
    {
      name: 'the mode',
      title: 'Set NODE_ENV to production',
      file,
      code: image('⟦ENV NODE_ENV=development PORT=80⟧\nCMD ["node", "server.js"]'),
      after: { [file]: image('ENV NODE_ENV=production PORT=80\nCMD ["node", "server.js"]') },
    },
    {
      name: 'the script for production, where there is one',
      title: 'Start with npm start',
      file,
      project: { 'package.json': '{ "scripts": { "start": "node server.js", "dev": "nodemon server.js" } }' },
      code: image('⟦CMD ["npm", "run", "dev"]⟧'),
      after: { [file]: image('CMD ["npm", "start"]') },
    },
  ],
};
