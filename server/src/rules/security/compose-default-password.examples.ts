import type { Example, RuleExamples } from '../example.ts';

const file = 'docker-compose.yml';
const service = (lines: string): string =>
  `services:\n  db:\n    image: postgres:18\n    environment:\n${lines.replace(/^(?=.)/gm, '      ')}`;
const example = (name: string, lines: string, path = file): Example => ({
  name,
  file: path,
  code: service(lines),
});

export const examples: RuleExamples = {
  bad: [
    {
      name: 'in the command of Redis',
      file,
      code: 'services:\n  cache:\n    image: redis:8\n    command: ⟦redis-server --appendonly yes --requirepass changeme⟧\n    restart: always\n',
    },
    example('in an address', `DATABASE_URL: ⟦postgres://postgres:${'postgres'}@db:5432/shop⟧\n`),
    example("the image's own name", 'POSTGRES_USER: shop\nPOSTGRES_PASSWORD: ⟦postgres⟧\n'),
    example('in a list', '- POSTGRES_PASSWORD=⟦password⟧\n'),
    example('in a list, quoted', '- "MYSQL_ROOT_PASSWORD=⟦root⟧"\n'),
    example('what should have been changed', 'POSTGRES_PASSWORD: ⟦"changeme"⟧\n'),
    example('where nobody sets another', 'POSTGRES_PASSWORD: ⟦${POSTGRES_PASSWORD:-postgres}⟧\n'),
    example('digits', "RABBITMQ_DEFAULT_PASS: ⟦'123456'⟧\n"),
    example('a short word', 'MONGO_INITDB_ROOT_PASSWORD: ⟦example⟧\n'),
    example('everybody is let in', 'POSTGRES_HOST_AUTH_METHOD: ⟦trust⟧\n'),
    example('an empty one is allowed', 'MYSQL_ALLOW_EMPTY_PASSWORD: ⟦"yes"⟧\n'),
    example('a secret that signs', 'JWT_SECRET: ⟦changeme⟧\n'),
  ],
  ok: [
    {
      name: 'the command of Redis with a password from outside',
      file,
      code: 'services:\n  cache:\n    image: redis:8\n    command: redis-server --requirepass ${REDIS_PASSWORD}\n    restart: always\n',
    },
    example(
      'an address with a password from outside',
      'DATABASE_URL: postgres://shop:${DB_PASSWORD:?}@db:5432/shop\n',
    ),
    example(
      'a database beside the driver that is tried out on it',
      'MYSQL_ROOT_PASSWORD: root\n',
      'drivers/mysql/docker-compose.yml',
    ),
    example('asked for', 'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set it}\n'),
    example('from the environment', '- POSTGRES_PASSWORD=${DB_PASSWORD}\n- PGPASSWORD\n'),
    example('from a secret', 'POSTGRES_PASSWORD_FILE: /run/secrets/db-password\n'),
    example('no password', 'POSTGRES_USER: postgres\nPOSTGRES_DB: postgres\nPASSWORD_MIN_LENGTH: "12"\n'),
    example('in development', 'POSTGRES_PASSWORD: postgres\n', 'docker-compose.dev.yml'),
    example('for tests', 'POSTGRES_PASSWORD: postgres\n', 'test/docker-compose.yml'),
    example('empty, as nobody set it', 'POSTGRES_PASSWORD: ""\n'),
    {
      name: 'no service',
      file: 'config/app.yaml',
      code: 'services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: password\n',
    },
    {
      name: 'the services of a workflow',
      file: '.github/workflows/ci.yml',
      code: 'jobs:\n  test:\n    services:\n      db:\n        image: postgres:18\n        env:\n          POSTGRES_PASSWORD: postgres\n',
    },
  ],
  fixed: [
    {
      name: 'a password is asked for',
      title: 'Ask for the password when the service starts',
      file,
      code: service('POSTGRES_PASSWORD: ⟦postgres⟧\n'),
      after: { [file]: service('POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?is not set}\n') },
    },
    {
      name: 'in a list',
      title: 'Ask for the password when the service starts',
      file,
      code: service('- "MYSQL_ROOT_PASSWORD=⟦root⟧"\n- TZ=UTC\n'),
      after: { [file]: service('- "MYSQL_ROOT_PASSWORD=${MYSQL_ROOT_PASSWORD:?is not set}"\n- TZ=UTC\n') },
    },
  ],
};
