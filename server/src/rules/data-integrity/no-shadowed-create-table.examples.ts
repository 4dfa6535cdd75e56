import type { RuleExamples } from '../example.ts';

const first = {
  'migrations/001_users.sql': 'CREATE TABLE IF NOT EXISTS users (id serial PRIMARY KEY, name varchar(50));\n',
};

export const examples: RuleExamples = {
  bad: [
    {
      name: 'in a file that holds the whole database',
      file: 'init.sql',
      code: 'CREATE TABLE orders (id int PRIMARY KEY);\n⟦CREATE TABLE IF NOT EXISTS orders (id int PRIMARY KEY, total numeric)⟧;\n',
    },
    {
      name: 'a column that is never added',
      file: 'migrations/002_again.sql',
      code: '⟦CREATE TABLE IF NOT EXISTS users (id serial PRIMARY KEY, name varchar(50), email text)⟧;\n',
      project: first,
    },
    {
      name: 'another type',
      file: 'migrations/002_again.sql',
      code: '⟦CREATE TABLE IF NOT EXISTS public."users" (id uuid PRIMARY KEY, name varchar(50))⟧;\n',
      project: first,
    },
    {
      name: 'twice in one file',
      file: 'migrations/001_all.sql',
      code: 'CREATE TABLE orders (id int PRIMARY KEY);\n⟦CREATE TABLE IF NOT EXISTS orders (id int PRIMARY KEY, total numeric)⟧;\n',
    },
    {
      name: 'Knex, where the table is asked for',
      file: 'migrations/20240102000000_more.js',
      code: `exports.up = async (knex) => {
  if (!(await knex.schema.hasTable('users'))) {
    await ⟦knex.schema.createTable('users', (t) => {
      t.increments('id');
      t.string('email');
    })⟧;
  }
};
exports.down = (knex) => knex.schema.alterTable('users', (t) => t.dropColumn('email'));
`,
      project: {
        'migrations/20240101000000_users.js':
          "exports.up = (knex) => knex.schema.createTable('users', (t) => { t.increments('id'); });\nexports.down = (knex) => knex.schema.dropTable('users');\n",
      },
    },
  ],
  ok: [
    {
      name: 'the same columns in other words',
      file: 'migrations/002_again.sql',
      code: 'create table if not exists public.users (\n  ID SERIAL PRIMARY KEY,\n  name character varying(50)\n);\n',
      project: first,
    },
    {
      name: 'the column was added meanwhile',
      file: 'migrations/003_again.sql',
      code: 'CREATE TABLE IF NOT EXISTS users (id serial PRIMARY KEY, name varchar(50), email text);\n',
      project: { ...first, 'migrations/002_email.sql': 'ALTER TABLE users ADD COLUMN email text;\n' },
    },
    {
      name: 'renamed before',
      file: 'migrations/003_again.sql',
      code: 'CREATE TABLE IF NOT EXISTS users (id serial PRIMARY KEY, email text);\n',
      project: { ...first, 'migrations/002_rename.sql': 'ALTER TABLE users RENAME TO users_old;\n' },
    },
    {
      name: 'another schema',
      file: 'migrations/002_again.sql',
      code: 'CREATE TABLE IF NOT EXISTS billing.users (id serial PRIMARY KEY, iban text);\n',
      project: first,
    },
    {
      name: 'another folder',
      file: 'reports/migrations/001_users.sql',
      code: 'CREATE TABLE IF NOT EXISTS users (id serial PRIMARY KEY, iban text);\n',
      project: first,
    },
    {
      name: 'fewer columns: none is missing',
      file: 'migrations/002_again.sql',
      code: 'CREATE TABLE IF NOT EXISTS users (id serial PRIMARY KEY);\n',
      project: first,
    },
    {
      name: 'the way back of another',
      file: 'migrations/002_drop_users.down.sql',
      code: 'CREATE TABLE IF NOT EXISTS users (id serial PRIMARY KEY, email text);\n',
      project: first,
    },
  ],
  fixed: [],
};
