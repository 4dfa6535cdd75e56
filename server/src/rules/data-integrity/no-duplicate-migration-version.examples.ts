import type { RuleExamples } from '../example.ts';

const table = (name: string) => `CREATE TABLE ${name} (id bigint PRIMARY KEY)`;

export const examples: RuleExamples = {
  bad: [
    {
      name: 'one number twice',
      file: 'migrations/013_invoices.sql',
      code: `⟦${table('invoices')}⟧;\n`,
      project: { 'migrations/013_customers.sql': `${table('customers')};\n` },
    },
    {
      name: 'one timestamp twice',
      file: 'supabase/migrations/20250101120000_orders.sql',
      code: `⟦${table('orders')}⟧;\n`,
      project: { 'supabase/migrations/20250101120000_items.sql': `${table('items')};\n` },
    },
    {
      name: 'Flyway, where 1.1 and 1_1 are the same',
      file: 'db/migration/V1.1__orders.sql',
      code: `⟦${table('orders')}⟧;\n`,
      project: { 'db/migration/V1_1__items.sql': `${table('items')};\n` },
    },
    {
      name: 'zeros in front mean nothing',
      file: 'migrations/0007_orders.sql',
      code: `⟦${table('orders')}⟧;\n`,
      project: { 'migrations/007_items.sql': `${table('items')};\n` },
    },
    {
      name: 'a pair of files with both ways',
      file: 'migrations/000002_orders.up.sql',
      code: `⟦${table('orders')}⟧;\n`,
      project: {
        'migrations/000002_items.up.sql': `${table('items')};\n`,
        'migrations/000002_items.down.sql': 'DROP TABLE items;\n',
        'migrations/000002_orders.down.sql': 'DROP TABLE orders;\n',
      },
    },
  ],
  ok: [
    {
      name: 'the way back has the version of the way forward',
      file: 'migrations/003_orders_rollback.sql',
      code: 'DROP TABLE orders;\n',
      project: { 'migrations/003_orders.sql': `${table('orders')};\n` },
    },
    {
      name: 'up and down',
      file: 'migrations/000001_orders.down.sql',
      code: 'DROP TABLE orders;\n',
      project: { 'migrations/000001_orders.up.sql': `${table('orders')};\n` },
    },
    {
      name: 'undo of Flyway, and what runs again and again',
      file: 'db/migration/U3__orders.sql',
      code: 'DROP TABLE orders;\n',
      project: {
        'db/migration/V3__orders.sql': `${table('orders')};\n`,
        'db/migration/R__totals.sql': 'CREATE OR REPLACE VIEW totals AS SELECT count(*) FROM orders;\n',
        'db/migration/R__names.sql': 'CREATE OR REPLACE VIEW names AS SELECT id FROM orders;\n',
      },
    },
    {
      name: 'a folder for each database',
      file: 'migrations/postgres/001_orders.sql',
      code: `${table('orders')};\n`,
      project: { 'migrations/mysql/001_orders.sql': `${table('orders')};\n` },
    },
    {
      name: 'a day, and a time on that day',
      file: 'migrations/20250807010000_orders.sql',
      code: `${table('orders')};\n`,
      project: { 'migrations/20250807_items.sql': `${table('items')};\n` },
    },
    {
      name: 'a letter behind the day',
      file: 'migrations/20201029B-orders.sql',
      code: `${table('orders')};\n`,
      project: { 'migrations/20201029A-items.sql': `${table('items')};\n` },
    },
    {
      name: 'an archive',
      file: 'migrations/archive/001_orders.sql',
      code: `${table('orders')};\n`,
      project: { 'migrations/001_items.sql': `${table('items')};\n` },
    },
    {
      name: 'versions that only begin alike',
      file: 'db/migration/V1.10__orders.sql',
      code: `${table('orders')};\n`,
      project: { 'db/migration/V1.1__items.sql': `${table('items')};\n` },
    },
  ],
  fixed: [],
};
