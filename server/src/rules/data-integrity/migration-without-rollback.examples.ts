import type { RuleExamples } from '../example.ts';

const both = {
  'migrations/001_users.up.sql': 'CREATE TABLE users (id int PRIMARY KEY);\n',
  'migrations/001_users.down.sql': 'DROP TABLE users;\n',
  'migrations/002_items.up.sql': 'CREATE TABLE items (id int PRIMARY KEY);\n',
  'migrations/002_items.down.sql': 'DROP TABLE items;\n',
};

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a word that says only that it does nothing',
      file: 'migrations/20250101_a.ts',
      code: "⟦export async function up(knex: Knex) ⟧{\n  await knex.schema.createTable('a', () => {});\n}\nexport async function down(): Promise<void> { /* noop */ }\n",
    },
    {
      name: 'a comment that explains nothing',
      file: 'migrations/20240101_a.js',
      code: "exports.up = ⟦(knex) => ⟧knex.schema.createTable('a', (t) => t.increments());\nexports.down = () => {\n  // nothing\n};\n",
    },
    {
      name: 'a way back that is still to be written',
      file: 'migrations/20240101_a.js',
      code: "export const up = ⟦async (knex) => ⟧{\n  await knex.schema.alterTable('a', (t) => t.string('x'));\n};\nexport const down = async () => {\n  throw new Error('not implemented');\n};\n",
    },
    {
      name: 'two files, and one without the twin that its name promises',
      file: 'migrations/002_b.up.sql',
      code: '⟦CREATE TABLE b (id int PRIMARY KEY)⟧;\n',
      project: {
        'migrations/001_a.up.sql': 'CREATE TABLE a (id int PRIMARY KEY);\n',
        'migrations/001_a.down.sql': 'DROP TABLE a;\n',
      },
    },
    {
      name: 'a tool that asks for both, in one file',
      file: 'migrations/001_a.sql',
      code: '-- +goose Up\n⟦CREATE TABLE a (id int PRIMARY KEY)⟧;\n',
    },
    {
      name: 'the others have one',
      file: 'migrations/003_orders.up.sql',
      code: '⟦CREATE TABLE orders (id int PRIMARY KEY)⟧;\n',
      project: both,
    },
    {
      name: 'Knex without down',
      file: 'migrations/20240101000000_users.js',
      code: "exports.up = ⟦(knex) => ⟧knex.schema.createTable('users', (t) => t.increments());\n",
    },
    {
      name: 'a down that does nothing',
      file: 'src/migrations/1690000000000-Users.ts',
      code: `export class Users1690000000000 implements MigrationInterface {
  ⟦public async up(queryRunner: QueryRunner): Promise<void> ⟧{
    await queryRunner.query('CREATE TABLE users (id int PRIMARY KEY)');
  }
  public async down(queryRunner: QueryRunner): Promise<void> {}
}
`,
    },
    {
      name: 'a section that is missing',
      file: 'db/migrations/20240103000000_orders.sql',
      code: '-- migrate:up\n⟦CREATE TABLE orders (id int PRIMARY KEY)⟧;\n',
      project: {
        'db/migrations/20240101000000_users.sql':
          '-- migrate:up\nCREATE TABLE users (id int PRIMARY KEY);\n-- migrate:down\nDROP TABLE users;\n',
        'db/migrations/20240102000000_items.sql':
          '-- migrate:up\nCREATE TABLE items (id int PRIMARY KEY);\n-- migrate:down\nDROP TABLE items;\n',
      },
    },
  ],
  ok: [
    {
      name: 'a folder that only goes forward',
      file: 'migrations/002_orders.sql',
      code: 'CREATE TABLE orders (id int PRIMARY KEY);\n',
      project: { 'migrations/001_users.sql': 'CREATE TABLE users (id int PRIMARY KEY);\n' },
    },
    {
      name: 'both ways',
      file: 'migrations/20240101000000_users.js',
      code: "exports.up = (knex) => knex.schema.createTable('users', (t) => t.increments());\nexports.down = (knex) => knex.schema.dropTable('users');\n",
    },
    {
      name: 'a way back that says there is none',
      file: 'migrations/20240101000000_users.js',
      code: "exports.up = (knex) => knex.schema.createTable('users', (t) => t.increments());\nexports.down = () => {\n  throw new Error('This migration has no way back.');\n};\n",
    },
    {
      name: 'false, as node-pg-migrate has it',
      file: 'migrations/1700000000000_users.js',
      code: "exports.up = (pgm) => {\n  pgm.createTable('users', { id: 'id' });\n};\nexports.down = false;\n",
    },
    {
      name: 'an empty one with its reason',
      file: 'migrations/20240101000000_users.js',
      code: "exports.up = (knex) => knex.schema.createTable('users', (t) => t.increments());\nexports.down = async () => {\n  // The table stays: older versions ignore it.\n};\n",
    },
    {
      name: 'rows that were mended',
      file: 'migrations/003_mend.up.sql',
      code: "UPDATE users SET name = 'unknown' WHERE name IS NULL;\n",
      project: both,
    },
    {
      name: 'the way back itself',
      file: 'migrations/003_orders.down.sql',
      code: 'DROP TABLE orders;\n',
      project: both,
    },
  ],
  fixed: [],
};
