import type { RuleExamples } from '../example.ts';

const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY, customer text NOT NULL)';
const first = { 'migrations/001_orders.sql': `${orders};\n` };

export const examples: RuleExamples = {
  bad: [
    {
      name: 'twice in a file that holds the whole database',
      file: 'schema.sql',
      code: 'CREATE TABLE customers (id int PRIMARY KEY);\n⟦CREATE TABLE customers (id int PRIMARY KEY, name text)⟧;\n',
    },
    {
      name: 'the same table in two migrations',
      file: 'migrations/002_again.sql',
      code: `⟦${orders}⟧;\n`,
      project: first,
    },
    {
      name: 'other columns, another case, a schema that is the default one',
      file: 'migrations/002_again.sql',
      code: '⟦create table public."orders" (id uuid)⟧;\n',
      project: first,
    },
    { name: 'twice in one file', file: 'db/20250101_init.sql', code: `${orders};\n\n⟦${orders}⟧;\n` },
    {
      name: "in Prisma's folders",
      file: 'prisma/migrations/20250202000000_more/migration.sql',
      code: '⟦CREATE TABLE "Order" ("id" TEXT NOT NULL)⟧;\n',
      project: {
        'prisma/migrations/20250101000000_init/migration.sql': 'CREATE TABLE "Order" ("id" TEXT NOT NULL);\n',
      },
    },
    {
      name: 'a table that was renamed into the way',
      file: 'migrations/003_again.sql',
      code: '⟦CREATE TABLE purchases (id bigint)⟧;\n',
      project: { ...first, 'migrations/002_rename.sql': 'ALTER TABLE orders RENAME TO purchases;\n' },
    },
    {
      name: 'in the order of numbers, not of letters',
      file: 'sql/V10__orders.sql',
      code: `⟦${orders}⟧;\n`,
      project: { 'sql/V9__orders.sql': `${orders};\n` },
    },
    {
      name: 'Knex',
      file: 'migrations/20240102000000_again.js',
      code: "exports.up = async (knex) => {\n  await ⟦knex.schema.createTable('users', (t) => { t.uuid('id'); })⟧;\n};\nexports.down = (knex) => knex.schema.dropTable('users');\n",
      project: {
        'migrations/20240101000000_users.js':
          "exports.up = (knex) => knex.schema.createTable('users', (t) => { t.increments('id'); });\nexports.down = (knex) => knex.schema.dropTable('users');\n",
      },
    },
    {
      name: 'TypeORM, as SQL and as a table',
      file: 'src/migrations/1690000000001-More.ts',
      code: `export class More1690000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    await ⟦queryRunner.createTable(new Table({ name: 'users', columns: [{ name: 'id', type: 'int', isPrimary: true }] }))⟧;
  }
  async down(queryRunner: QueryRunner) {
    await queryRunner.dropTable('users');
  }
}
`,
      project: {
        'src/migrations/1690000000000-Init.ts':
          'export class Init1690000000000 implements MigrationInterface {\n  async up(q: QueryRunner) { await q.query(`CREATE TABLE "users" ("id" SERIAL PRIMARY KEY)`); }\n  async down(q: QueryRunner) { await q.query(`DROP TABLE "users"`); }\n}\n',
      },
    },
  ],
  ok: [
    {
      name: 'a database for each dialect',
      file: 'schema/mysql.sql',
      code: 'CREATE TABLE users (id int PRIMARY KEY);\n',
      project: { 'schema/postgres.sql': 'CREATE TABLE users (id serial PRIMARY KEY);\n' },
    },
    {
      name: 'asked for before',
      file: 'migrations/20240102000000_again.js',
      code: "exports.up = async (knex) => {\n  if (await knex.schema.hasTable('users')) return;\n  await knex.schema.createTable('users', (t) => { t.increments('id'); });\n};\nexports.down = (knex) => knex.schema.dropTable('users');\n",
      project: {
        'migrations/20240101000000_users.js':
          "exports.up = (knex) => knex.schema.createTable('users', (t) => { t.increments('id'); });\nexports.down = (knex) => knex.schema.dropTable('users');\n",
      },
    },
    {
      name: 'the way back of another',
      file: 'migrations/20240102000000_more.js',
      code: "exports.up = (knex) => knex.schema.createTable('items', (t) => { t.increments('id'); });\nexports.down = (knex) => knex.schema.createTable('users', (t) => { t.increments('id'); });\n",
      project: {
        'migrations/20240101000000_users.js':
          "exports.up = (knex) => knex.schema.createTable('users', (t) => { t.increments('id'); });\nexports.down = (knex) => knex.schema.dropTable('users');\n",
      },
    },
    {
      name: 'created if it is missing',
      file: 'migrations/002_again.sql',
      code: 'CREATE TABLE IF NOT EXISTS orders (id bigint);\n',
      project: first,
    },
    {
      name: 'dropped before',
      file: 'migrations/002_again.sql',
      code: `-- The old rows were backed up before.\nDROP TABLE IF EXISTS orders;\n${orders};\n`,
      project: first,
    },
    {
      name: 'renamed before',
      file: 'migrations/002_again.sql',
      code: `ALTER TABLE orders RENAME TO old_orders;\n${orders};\n`,
      project: first,
    },
    {
      name: 'the way back',
      file: 'migrations/002_drop_orders_rollback.sql',
      code: `${orders};\n`,
      project: first,
    },
    {
      name: 'the way back in one file',
      file: 'migrations/002_drop.sql',
      code: `-- The rows were moved to purchases.\nDROP TABLE orders;\n-- +goose Down\n${orders};\n`,
      project: first,
    },
    { name: 'an archive', file: 'migrations/archive/001_orders.sql', code: `${orders};\n`, project: first },
    {
      name: 'another database',
      file: 'billing/migrations/001_orders.sql',
      code: `${orders};\n`,
      project: first,
    },
    {
      name: 'another schema',
      file: 'migrations/002_billing.sql',
      code: 'CREATE TABLE billing.orders (id bigint);\n',
      project: first,
    },
    {
      name: 'a temporary table',
      file: 'migrations/002_move.sql',
      code: 'CREATE TEMPORARY TABLE orders (id bigint);\n',
      project: first,
    },
    {
      name: 'a partition',
      file: 'migrations/002_parts.sql',
      code: "CREATE TABLE orders_2025 PARTITION OF orders FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\n",
      project: first,
    },
    {
      name: 'a comment and a text',
      file: 'migrations/002_note.sql',
      code: `-- ${orders};\nSELECT '${orders};';\n`,
      project: first,
    },
    {
      name: 'a block that looks first',
      file: 'migrations/002_block.sql',
      code: `DO $$ BEGIN ${orders}; END $$;\n`,
      project: first,
    },
    { name: 'a copy of the whole database', file: 'db/schema.sql', code: `${orders};\n`, project: first },
  ],
  fixed: [
    {
      name: 'the same columns',
      title: 'Add IF NOT EXISTS: the columns are the same',
      file: 'migrations/002_again.sql',
      code: `⟦${orders}⟧;\n`,
      project: first,
      after: { 'migrations/002_again.sql': `${orders.replace('TABLE', 'TABLE IF NOT EXISTS')};\n` },
    },
  ],
};
