import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'an order, and the stock that it takes',
      file: 'src/purchase.ts',
      code: `export const purchase = async (userId, productId) => {
  await knex('orders').insert({ userId, productId });
  await ⟦knex('products').where({ id: productId }).decrement('stock', 1)⟧;
};
`,
    },
    {
      name: 'a payment, and the credits that it buys',
      file: 'src/pay.ts',
      code: `export async function pay(userId, amount) {
  await pool.query('INSERT INTO payments (user_id, amount) VALUES ($1, $2)', [userId, amount]);
  await ⟦pool.query('UPDATE users SET credits = credits + $1 WHERE id = $2', [amount, userId])⟧;
}
`,
    },
    {
      name: 'money from one account to another',
      file: 'src/transfer.ts',
      code: `export async function transfer(from: string, to: string, amount: number) {
  await db.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, from]);
  await ⟦db.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [amount, to])⟧;
}
`,
    },
    {
      name: 'with Prisma',
      file: 'src/transfer.ts',
      code: `export async function transfer(from: string, to: string, amount: number) {
  await prisma.account.update({ where: { id: from }, data: { balance: { decrement: amount } } });
  await ⟦prisma.account.update({ where: { id: to }, data: { balance: { increment: amount } } })⟧;
}
`,
    },
    {
      name: 'with documents that are saved',
      file: 'src/transfer.ts',
      code: `export async function transfer(from: Account, to: Account, amount: number) {
  from.balance -= amount;
  ⟦to.balance += amount⟧;
  await from.save();
  await to.save();
}
`,
    },
    {
      name: 'an order and its items',
      file: 'src/orders.ts',
      code: `export async function createOrder(userId: string, lines: Line[]) {
  const order = await prisma.order.create({ data: { userId } });
  for (const { sku, count } of lines) {
    await ⟦prisma.orderItem.create({ data: { orderId: order.id, sku, count } })⟧;
  }
  return order;
}
`,
    },
  ],
  ok: [
    {
      name: 'a note of what happened beside an amount',
      file: 'src/restock.ts',
      code: `export async function restock(productId, count) {
  await prisma.product.update({ where: { id: productId }, data: { stock: { increment: count } } });
  await prisma.auditLog.create({ data: { action: 'restock', productId } });
}
`,
    },
    {
      name: 'in a transaction',
      file: 'src/transfer.ts',
      code: `export const transfer = (from: string, to: string, amount: number) =>
  prisma.$transaction(async (tx) => {
    await tx.account.update({ where: { id: from }, data: { balance: { decrement: amount } } });
    await tx.account.update({ where: { id: to }, data: { balance: { increment: amount } } });
  });
`,
    },
    {
      name: 'inside the transaction of a caller',
      file: 'src/transfer.ts',
      code: `export async function transfer(tx: Tx, from: string, to: string, amount: number) {
  await tx.account.update({ where: { id: from }, data: { balance: { decrement: amount } } });
  await tx.account.update({ where: { id: to }, data: { balance: { increment: amount } } });
}
`,
    },
    {
      name: 'one or the other',
      file: 'src/wallet.ts',
      code: `export async function change(id: string, amount: number, isIn: boolean) {
  if (isIn) {
    await prisma.wallet.update({ where: { id }, data: { balance: { increment: amount } } });
  } else {
    await prisma.wallet.update({ where: { id }, data: { balance: { decrement: amount } } });
  }
}
`,
    },
    {
      name: 'a single write',
      file: 'src/wallet.ts',
      code: `export const spend = (id: string, amount: number) =>
  prisma.wallet.update({ where: { id }, data: { balance: { decrement: amount } } });
`,
    },
    {
      name: 'rows that are created together',
      file: 'src/orders.ts',
      code: `export const createOrder = (userId: string, lines: Line[]) =>
  prisma.order.create({ data: { userId, items: { create: lines } } });
`,
    },
    {
      name: 'a row, and a line of the log',
      file: 'src/users.ts',
      code: `export async function createUser(name: string) {
  const user = await prisma.user.create({ data: { name } });
  logger.info({ userId: user.id });
  return user;
}
`,
    },
  ],
  fixed: [],
};
