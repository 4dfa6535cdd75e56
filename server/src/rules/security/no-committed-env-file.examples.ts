import type { Example, RuleExamples } from '../example.ts';

const key = ['4f9Kq7Zr', 'W2xNb8Tc', 'J5vHm3Yd'].join('');
const env = (name: string, file: string, ...lines: string[]): Example => ({
  name,
  file,
  code: `${lines.join('\n')}\n`,
});

export const examples: RuleExamples = {
  bad: [
    env('.env', '.env', 'PORT=3000', `⟦JWT_SECRET⟧=${key}`, `API_KEY=${key}`),
    env('a stage', '.env.production', `⟦STRIPE_WEBHOOK_SECRET⟧="${key}"`),
    env('a local one', 'apps/web/.env.local', '# local', `export ⟦DB_PASSWORD⟧=hunter2`),
    env('a connection', '.env', `⟦DATABASE_URL⟧=postgres://shop:${key}@db.example.com/shop`),
    env('a word', '.env', '⟦ADMIN_PASSWORD⟧=admin'),
  ],
  ok: [
    env('an example', '.env.example', `JWT_SECRET=${key.slice(0, 8)}`),
    env('a sample', '.env.sample', 'JWT_SECRET=something-else'),
    env('for tests', '.env.test', 'JWT_SECRET=for-tests-only-1'),
    env('no secret in it', '.env', 'PORT=3000', 'NODE_ENV=production', 'API_URL=https://api.example.com'),
    env(
      'holes',
      '.env',
      'JWT_SECRET=',
      'API_KEY=your-api-key',
      'TOKEN=<token>',
      'DB_PASSWORD=${DB_PASSWORD}',
    ),
    env('variables that builds publish', '.env.production', 'VITE_APP_TOKEN=shop-web-token'),
    env(
      'a database on the own machine',
      '.env.development',
      'DATABASE_URL=postgres://dev:dev@localhost/shop',
    ),
    env('where a key is kept', '.env', 'PRIVATE_KEY=/run/secrets/key.pem'),
    {
      name: 'one that git ignores',
      file: '.env',
      code: `JWT_SECRET=${key}\n`,
      project: { '.gitignore': '.env\n' },
    },
  ],
  fixed: [
    {
      name: 'git ignores it, and the example lists its variables',
      title: 'Have git ignore it, and list its variables in an example',
      file: '.env',
      code: `PORT=3000\n⟦JWT_SECRET⟧=${key}\n`,
      project: { '.gitignore': 'node_modules\n' },
      after: { '.gitignore': 'node_modules\n.env\n', '.env.example': 'PORT=\nJWT_SECRET=\n' },
    },
  ],
};
