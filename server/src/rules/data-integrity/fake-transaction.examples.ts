import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'steps that run one after the other',
      file: 'src/orders.ts',
      code: 'class Orders {\n  async ⟦transaction⟧(steps: (() => Promise<void>)[]) {\n    const results = [];\n    for (const step of steps) {\n      results.push(await step());\n    }\n    return results;\n  }\n}\n',
    },
    {
      name: 'promises that run side by side',
      file: 'src/tx.ts',
      code: 'export function ⟦transaction⟧(queries: Promise<unknown>[]) {\n  return Promise.all(queries);\n}\n',
    },
    {
      name: 'a callback behind a promise',
      file: 'src/tx.js',
      code: 'function ⟦runTransaction⟧(db, callback) {\n  return Promise.resolve().then(() => callback(db));\n}\n',
    },
    {
      name: 'it only calls back',
      file: 'src/db/transaction.ts',
      code: `export async function ⟦withTransaction⟧<T>(work: () => Promise<T>): Promise<T> {
  // TODO: real transaction
  return await work();
}
`,
    },
    {
      name: 'it logs, and hands on the pool itself',
      file: 'src/db/run.js',
      code: `const ⟦runInTransaction⟧ = async (callback) => {
  try {
    logger.debug('start');
    const result = await callback(pool);
    return result;
  } catch (error) {
    logger.error('failed', error);
    throw error;
  }
};
`,
    },
    {
      name: 'an end that does nothing',
      file: 'src/db/unitOfWork.ts',
      code: `export class UnitOfWork {
  async begin() {}
  async ⟦commit⟧() {}
  async rollback() {
    console.log('rollback');
  }
}
`,
    },
    {
      name: 'an object with empty ends',
      file: 'src/db/begin.ts',
      code: `export async function beginTransaction() {
  return {
    run: (work: Work) => work(pool),
    ⟦commit⟧: async () => {},
    rollback: async () => {},
  };
}
`,
    },
    {
      name: 'BEGIN over a pool',
      file: 'src/transfer.ts',
      code: `import { Pool } from 'pg';

const db = new Pool();

export async function archive(id: string) {
  await ⟦db.query('BEGIN')⟧;
  await db.query('DELETE FROM orders WHERE id = $1', [id]);
  await db.query('COMMIT');
}
`,
    },
    {
      name: 'BEGIN through Prisma',
      file: 'src/transfer.ts',
      code: 'await ⟦prisma.$executeRaw`BEGIN`⟧;\nawait removeOrders(prisma);\nawait prisma.$executeRaw`COMMIT`;\n',
    },
    {
      name: 'writes that go past the transaction',
      file: 'src/transfer.ts',
      code: `export const rename = (id: string, name: string) =>
  prisma.⟦$transaction⟧(async (tx) => {
    await prisma.user.update({ where: { id }, data: { name } });
    await prisma.audit.create({ data: { userId: id } });
  });
`,
    },
    {
      name: 'a session that nothing names',
      file: 'src/transfer.ts',
      code: `export async function close(id: string) {
  const session = await mongoose.startSession();
  await session.⟦withTransaction⟧(async () => {
    await Account.updateOne({ _id: id }, { open: false });
    await Card.deleteMany({ account: id });
  });
}
`,
    },
  ],
  ok: [
    {
      name: 'an editor that counts how deep it is',
      file: 'src/history.ts',
      code: 'export class History {\n  private depth = 0;\n  transaction(change: () => void) {\n    this.depth++;\n    try {\n      change();\n    } finally {\n      this.depth--;\n    }\n  }\n}\n',
    },
    {
      name: 'one client for all of it',
      file: 'src/db/transaction.ts',
      code: `export async function withTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
`,
    },
    {
      name: 'it hands on to one that does',
      file: 'src/db/transaction.ts',
      code: 'export const withTransaction = <T>(work: (tx: Tx) => Promise<T>) => prisma.$transaction(work);\n',
    },
    {
      name: 'what the callback is handed is used',
      file: 'src/transfer.ts',
      code: `await prisma.$transaction(async (tx) => {
  await tx.user.update({ where: { id }, data: { name } });
});
`,
    },
    {
      name: "SQLite's connection is a single one",
      file: 'src/db/sqlite.ts',
      code: `import Database from 'better-sqlite3';

const db = new Database('data.db');
db.exec('BEGIN');
db.exec('COMMIT');
export const clear = db.transaction(() => {
  db.prepare('DELETE FROM items').run();
});
`,
    },
    {
      name: 'a driver that has none, and says so',
      file: 'src/db/runner.ts',
      code: `export class MongoRunner {
  // Transactions are not supported by this driver.
  async commitTransaction() {}
  // Not supported by this driver.
  async rollbackTransaction() {}
}
`,
    },
    {
      name: 'one that is called what it is',
      file: 'src/db/noop.ts',
      code: 'export class NoopTransaction {\n  async commit() {}\n  async rollback() {}\n}\n',
    },
    {
      name: 'all in one call',
      file: 'src/db/all.ts',
      code: "await pool.query('BEGIN; UPDATE a SET x = 1; UPDATE b SET y = 2; COMMIT;');\n",
    },
    {
      name: 'a transaction of a bank',
      file: 'src/payments.ts',
      code: 'export const transaction = (amount: number) => ({ amount, at: new Date() });\nexport const sendTransaction = (signer: Signer, tx: Tx) => signer.send(tx);\n',
    },
    {
      name: 'a pool of one connection',
      file: 'src/db/one.ts',
      code: "import { Pool } from 'pg';\n\nconst pool = new Pool({ max: 1 });\nawait pool.query('BEGIN');\n",
    },
    {
      name: 'a test',
      file: 'test/helpers.test.ts',
      code: 'export const withTransaction = (work: () => void) => work();\n',
    },
  ],
  fixed: [],
};
