import type { RuleExamples } from '../example.ts';

const users = {
  'migrations/001_users.sql':
    'CREATE TABLE users (id bigint PRIMARY KEY, name varchar(200), first_name text, age smallint);\n',
};

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a table',
      file: 'migrations/005_clean.sql',
      code: '⟦DROP TABLE IF EXISTS customers CASCADE⟧;\n',
    },
    {
      name: 'a column among other changes',
      file: 'migrations/005_clean.sql',
      code: 'ALTER TABLE users\n  ADD COLUMN city text,\n  ⟦DROP COLUMN first_name⟧;\n',
      project: users,
    },
    {
      name: 'all rows',
      file: 'migrations/005_clean.sql',
      code: '⟦TRUNCATE TABLE orders⟧;\n⟦DELETE FROM payments⟧;\n',
    },
    {
      name: 'a type that holds less',
      file: 'migrations/005_clean.sql',
      code: '⟦ALTER TABLE users ALTER COLUMN name TYPE varchar(50)⟧;\n',
      project: users,
    },
    {
      name: 'a column that must hold something at once',
      file: 'migrations/005_more.sql',
      code: '⟦ALTER TABLE users ADD COLUMN country text NOT NULL⟧;\n⟦ALTER TABLE users ALTER COLUMN age SET NOT NULL⟧;\n',
      project: users,
    },
    {
      name: 'new names for what the running version asks for',
      file: 'migrations/005_names.sql',
      code: '⟦ALTER TABLE users RENAME COLUMN name TO full_name⟧;\n⟦ALTER TABLE users RENAME TO accounts⟧;\n',
      project: users,
    },
    {
      name: 'a table made anew without its rows',
      file: 'migrations/005_again.sql',
      code: '⟦DROP TABLE users⟧;\nCREATE TABLE users (id uuid PRIMARY KEY);\n',
      project: users,
    },
    {
      name: 'what Prisma warns of',
      file: 'prisma/migrations/20240101000000_age/migration.sql',
      code: '/*\n  Warnings:\n\n  - You are about to drop the column `age` on the `User` table. All the data in the column will be lost.\n\n*/\n-- AlterTable\n⟦ALTER TABLE "User" DROP COLUMN "age"⟧;\n',
    },
    {
      name: 'Knex',
      file: 'migrations/20240101000000_clean.js',
      code: `exports.up = async (knex) => {
  await ⟦knex.schema.dropTable('customers')⟧;
  await knex.schema.alterTable('orders', (table) => {
    ⟦table.dropColumn('total')⟧;
  });
  await ⟦knex('payments').del()⟧;
};
exports.down = (knex) => knex.schema.createTable('customers', (t) => t.increments());
`,
    },
    {
      name: 'Sequelize',
      file: 'src/migrations/20240101000000-clean.js',
      code: `module.exports = {
  async up(queryInterface, Sequelize) {
    await ⟦queryInterface.removeColumn('Users', 'email')⟧;
    await queryInterface.sequelize.query('⟦TRUNCATE "Orders"⟧');
  },
  async down(queryInterface, Sequelize) {
    await queryInterface.addColumn('Users', 'email', { type: Sequelize.STRING });
  },
};
`,
    },
    {
      name: 'TypeORM',
      file: 'src/migrations/1690000000000-Clean.ts',
      code: `export class Clean1690000000000 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`⟦ALTER TABLE "users" DROP COLUMN "age"⟧\`);
    await ⟦queryRunner.dropTable('orders')⟧;
  }
  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`ALTER TABLE "users" ADD "age" integer\`);
  }
}
`,
    },
  ],
  ok: [
    {
      name: 'rows of what was never released',
      file: 'migrations/012_discard.js',
      code: "const TABLE = 'custom_values';\n\n// Values are discarded rather than converted: custom fields sit behind a private flag and\n// have never been released.\nexports.up = async (knex) => {\n  await knex(TABLE).del();\n};\nexports.down = async () => {};\n",
    },
    {
      name: 'rows that nobody outside has',
      file: 'migrations/013_writer.js',
      code: "// Existing rows have a writer nobody can recover, so they go rather than get backfilled:\n// the feature is behind a flag with no released data.\nexports.up = async (knex) => {\n  await knex('custom_values').del();\n};\nexports.down = async () => {};\n",
    },
    {
      name: 'new names that the way back takes again',
      file: 'migrations/014_names.js',
      code: "exports.up = async (knex) => {\n  await knex.schema.renameTable('users', 'accounts');\n  await knex.schema.alterTable('accounts', (table) => table.renameColumn('bio', 'about'));\n};\nexports.down = async (knex) => {\n  await knex.schema.alterTable('accounts', (table) => table.renameColumn('about', 'bio'));\n  await knex.schema.renameTable('accounts', 'users');\n};\n",
    },
    {
      name: 'a comment that says where the data is kept',
      file: 'migrations/005_clean.sql',
      code: '-- Backed up on 2024-05-01 to the cold storage bucket.\nDROP TABLE customers;\n',
    },
    {
      name: 'a copy is made first',
      file: 'migrations/005_clean.sql',
      code: 'CREATE TABLE customers_copy AS SELECT * FROM customers;\nDROP TABLE customers;\n',
    },
    {
      name: 'the rows were moved by an earlier migration',
      file: 'migrations/006_clean.sql',
      code: 'DROP TABLE customers;\n',
      project: {
        'migrations/005_move.sql': 'INSERT INTO accounts (id, name) SELECT id, name FROM customers;\n',
      },
    },
    {
      name: 'a table made anew with its rows, as SQLite needs it',
      file: 'prisma/migrations/20240101000000_name/migration.sql',
      code: 'CREATE TABLE "new_User" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL);\nINSERT INTO "new_User" ("id") SELECT "id" FROM "User";\nDROP TABLE "User";\nALTER TABLE "new_User" RENAME TO "User";\n',
    },
    {
      name: 'what the column held was moved',
      file: 'migrations/005_names.sql',
      code: 'ALTER TABLE users ADD COLUMN full_name text;\nUPDATE users SET full_name = first_name;\nALTER TABLE users DROP COLUMN first_name;\n',
      project: users,
    },
    {
      name: 'scratch tables',
      file: 'migrations/005_scratch.sql',
      code: 'CREATE TEMP TABLE picked AS SELECT 1 AS id;\nDROP TABLE picked;\nDROP TABLE IF EXISTS tmp_import;\n',
    },
    {
      name: 'the ways back',
      file: 'migrations/20240101000000_users.js',
      code: "exports.up = (knex) => knex.schema.createTable('users', (t) => t.increments());\nexports.down = (knex) => knex.schema.dropTable('users');\n",
      project: { 'sql/005_users_rollback.sql': 'DROP TABLE users;\n' },
    },
    {
      name: 'the way back in one file',
      file: 'db/migrations/20240101000000_users.sql',
      code: '-- migrate:up\nCREATE TABLE users (id bigint PRIMARY KEY);\n\n-- migrate:down\nDROP TABLE users;\n',
    },
    {
      name: 'a default, and rows that are filled first',
      file: 'migrations/005_more.sql',
      code: "ALTER TABLE users ADD COLUMN country text NOT NULL DEFAULT 'at';\nUPDATE users SET age = 0 WHERE age IS NULL;\nALTER TABLE users ALTER COLUMN age SET NOT NULL;\n",
      project: users,
    },
    {
      name: 'types that hold more',
      file: 'migrations/005_more.sql',
      code: 'ALTER TABLE users ALTER COLUMN name TYPE varchar(400);\nALTER TABLE users ALTER COLUMN age TYPE integer;\nALTER TABLE users ALTER COLUMN first_name TYPE text;\n',
      project: users,
    },
    {
      name: 'what holds no data',
      file: 'migrations/005_more.sql',
      code: 'DROP INDEX users_name;\nDROP VIEW totals;\nALTER TABLE users DROP CONSTRAINT users_name_key;\nALTER TABLE users ALTER COLUMN age DROP NOT NULL;\nDELETE FROM users WHERE id < 0;\n',
    },
    {
      name: 'a table that is filled anew at once',
      file: 'migrations/005_countries.sql',
      code: "DELETE FROM countries;\nINSERT INTO countries (code) VALUES ('at'), ('ch');\n",
    },
    {
      name: 'the first migration, run again',
      file: 'migrations/001_users.sql',
      code: 'DROP TABLE IF EXISTS users;\nCREATE TABLE users (id bigint PRIMARY KEY);\n',
    },
    { name: 'no migration', file: 'sql/reset.sql', code: 'DROP TABLE users;\n' },
  ],
  fixed: [],
};
