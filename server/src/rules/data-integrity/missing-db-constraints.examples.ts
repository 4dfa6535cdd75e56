import type { RuleExamples } from '../example.ts';

/** Off unless a project asks for it. */
const on = { 'production-blockers.json': '{ "rules": { "missing-db-constraints": "P2" } }' };
const users = 'CREATE TABLE users (id int PRIMARY KEY);\n';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'no key at all',
      file: 'migrations/001_events.sql',
      code: '⟦CREATE TABLE events (name text, at timestamptz)⟧;\n',
      project: on,
    },
    {
      name: 'no foreign key',
      file: 'migrations/002_orders.sql',
      code: '⟦CREATE TABLE orders (id int PRIMARY KEY, user_id int NOT NULL)⟧;\n',
      project: { ...on, 'migrations/001_users.sql': users },
    },
    {
      name: 'Knex',
      file: 'migrations/20240101000000_events.js',
      code: "exports.up = (knex) => ⟦knex.schema.createTable('events', (t) => {\n  t.string('name');\n})⟧;\nexports.down = (knex) => knex.schema.dropTable('events');\n",
      project: on,
    },
  ],
  ok: [
    {
      name: 'both keys',
      file: 'migrations/002_orders.sql',
      code: 'CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users (id));\n',
      project: { ...on, 'migrations/001_users.sql': users },
    },
    {
      name: 'a key of two columns',
      file: 'migrations/001_pairs.sql',
      code: 'CREATE TABLE pairs (a int, b int, PRIMARY KEY (a, b));\n',
      project: on,
    },
    {
      name: 'keys that come later',
      file: 'migrations/002_orders.sql',
      code: 'CREATE TABLE orders (id int, user_id int);\nALTER TABLE orders ADD PRIMARY KEY (id);\nALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id);\n',
      project: { ...on, 'migrations/001_users.sql': users },
    },
    {
      name: "an id of somebody else's",
      file: 'migrations/001_payments.sql',
      code: 'CREATE TABLE payments (id int PRIMARY KEY, stripe_id text);\n',
      project: on,
    },
    {
      name: 'a copy of rows',
      file: 'migrations/001_copy.sql',
      code: 'CREATE TABLE copies AS SELECT * FROM users;\n',
      project: on,
    },
  ],
  fixed: [],
};
