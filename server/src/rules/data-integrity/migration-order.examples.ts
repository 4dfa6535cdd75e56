import type { RuleExamples } from '../example.ts';

const users = 'CREATE TABLE users (id int PRIMARY KEY, email text);\n';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a table that is gone',
      file: 'migrations/003_phone.sql',
      code: '⟦ALTER TABLE users ADD COLUMN phone text⟧;\n',
      project: { 'migrations/001_users.sql': users, 'migrations/002_drop.sql': 'DROP TABLE users;\n' },
    },
    {
      name: 'a whole database in one file',
      file: 'db/schema.sql',
      code: '⟦CREATE TABLE items (id int PRIMARY KEY, order_id int NOT NULL REFERENCES orders (id))⟧;\nCREATE TABLE orders (id int PRIMARY KEY);\n',
    },
    {
      name: 'a column for a table that comes later',
      file: 'migrations/001_age.sql',
      code: '⟦ALTER TABLE users ADD COLUMN age int⟧;\n',
      project: { 'migrations/002_users.sql': users },
    },
    {
      name: 'a foreign key to a table that comes later',
      file: 'migrations/001_orders.sql',
      code: '⟦CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users (id))⟧;\n',
      project: { 'migrations/002_users.sql': users },
    },
    {
      name: 'in one file',
      file: 'db/migrations/20250101000000_init.sql',
      code: `⟦CREATE TABLE orders (id int PRIMARY KEY, user_id int, FOREIGN KEY (user_id) REFERENCES users (id))⟧;\n${users}`,
    },
    {
      name: 'an index',
      file: 'migrations/001_index.sql',
      code: '⟦CREATE UNIQUE INDEX users_email ON users (email)⟧;\n',
      project: { 'migrations/002_users.sql': users },
    },
    {
      name: 'Knex',
      file: 'migrations/20240101000000_orders.js',
      code: `exports.up = (knex) => ⟦knex.schema.createTable('orders', (t) => {
  t.increments('id');
  t.integer('user_id').unsigned().references('id').inTable('users');
})⟧;
exports.down = (knex) => knex.schema.dropTable('orders');
`,
      project: {
        'migrations/20240102000000_users.js':
          "exports.up = (knex) => knex.schema.createTable('users', (t) => { t.increments('id'); });\nexports.down = (knex) => knex.schema.dropTable('users');\n",
      },
    },
    {
      name: 'Sequelize',
      file: 'migrations/20240101000000-age.js',
      code: `module.exports = {
  up: (queryInterface, Sequelize) => ⟦queryInterface.addColumn('Users', 'age', Sequelize.INTEGER)⟧,
  down: (queryInterface) => queryInterface.removeColumn('Users', 'age'),
};
`,
      project: {
        'migrations/20240102000000-users.js':
          "module.exports = {\n  up: (queryInterface, S) => queryInterface.createTable('Users', { id: S.INTEGER }),\n  down: (queryInterface) => queryInterface.dropTable('Users'),\n};\n",
      },
    },
  ],
  ok: [
    {
      name: 'a table that is dropped and made anew',
      file: 'migrations/003_phone.sql',
      code: 'ALTER TABLE users ADD COLUMN phone text;\n',
      project: {
        'migrations/001_users.sql': users,
        'migrations/002_again.sql': `DROP TABLE users;\n${users}`,
      },
    },
    {
      name: 'a table that another one takes the name of',
      file: 'migrations/003_phone.sql',
      code: 'ALTER TABLE users ADD COLUMN phone text;\n',
      project: {
        'migrations/001_users.sql': users,
        'migrations/002_again.sql':
          'CREATE TABLE people (id int PRIMARY KEY);\nDROP TABLE users;\nALTER TABLE people RENAME TO users;\n',
      },
    },
    {
      name: 'a whole database of SQLite, which looks for tables when rows are written',
      file: 'schema.sql',
      code: 'CREATE TABLE items (id INTEGER PRIMARY KEY, order_id INTEGER REFERENCES orders (id));\nCREATE TABLE orders (id INTEGER PRIMARY KEY);\n',
    },
    {
      name: 'the right order',
      file: 'migrations/002_orders.sql',
      code: 'CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users (id));\n',
      project: { 'migrations/001_users.sql': users },
    },
    {
      name: 'a table that is made elsewhere',
      file: 'supabase/migrations/20250101000000_profiles.sql',
      code: 'CREATE TABLE profiles (id uuid PRIMARY KEY REFERENCES auth.users (id));\nALTER TABLE storage.objects ADD COLUMN owner_name text;\n',
    },
    {
      name: 'a table of itself',
      file: 'migrations/001_tree.sql',
      code: 'CREATE TABLE nodes (id int PRIMARY KEY, parent int REFERENCES nodes (id));\n',
    },
    {
      name: 'only if it is there',
      file: 'migrations/001_age.sql',
      code: 'ALTER TABLE IF EXISTS users ADD COLUMN age int;\n',
      project: { 'migrations/002_users.sql': users },
    },
    {
      name: 'a table that was renamed into its name',
      file: 'migrations/002_rename.sql',
      code: '-- the old name stays as a view\nALTER TABLE people RENAME TO users;\nCREATE VIEW people AS SELECT * FROM users;\nALTER TABLE users ADD COLUMN age int;\n',
      project: { 'migrations/001_people.sql': 'CREATE TABLE people (id int PRIMARY KEY);\n' },
    },
    {
      name: 'SQLite, which looks for the table when rows are written',
      file: 'migrations/001_all.sql',
      code: `CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER REFERENCES users (id));\n${users}`,
    },
    {
      name: 'MySQL with its checks off',
      file: 'migrations/001_all.sql',
      code: `SET FOREIGN_KEY_CHECKS = 0;\nCREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users (id));\n${users}SET FOREIGN_KEY_CHECKS = 1;\n`,
    },
    {
      name: 'the way back',
      file: 'migrations/001_users.down.sql',
      code: 'ALTER TABLE orders DROP CONSTRAINT orders_user;\n',
      project: { 'migrations/002_orders.sql': 'CREATE TABLE orders (id int PRIMARY KEY);\n' },
    },
  ],
  fixed: [],
};
