import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'repositories that are asked for by their entities',
      file: 'src/sales.ts',
      code: "import { DataSource } from 'typeorm';\nexport class Sales {\n  constructor(private readonly source: DataSource) {}\n  async sell(productId: number, count: number) {\n    await this.source.getRepository(Sale).save({ productId, count });\n    await ⟦this.source.getRepository(Product).decrement({ id: productId }, 'stock', count)⟧;\n  }\n}\n",
    },
    {
      name: 'rows of one customer in several tables',
      file: 'src/customers.js',
      code: `async function deleteCustomer(id) {
  await pool.execute('DELETE FROM invoices WHERE customer_id = ?', [id]);
  await ⟦pool.execute('DELETE FROM customers WHERE id = ?', [id])⟧;
}
`,
    },
    {
      name: 'repositories of TypeORM',
      file: 'src/users.service.ts',
      code: `import { Repository } from 'typeorm';
export class UsersService {
  constructor(private users: Repository<User>, private profiles: Repository<Profile>) {}
  async register(email: string, name: string) {
    const user = await this.users.save({ email });
    await ⟦this.profiles.save({ userId: user.id, name })⟧;
  }
}
`,
    },
    {
      name: 'an invitation that is taken, and the membership that it gives',
      file: 'src/invite.ts',
      code: `export async function accept(inviteId: string, userId: string) {
  await db.update(invites).set({ acceptedAt: new Date() }).where(eq(invites.id, inviteId));
  await ⟦db.insert(memberships).values({ userId, inviteId })⟧;
}
`,
    },
    {
      name: 'a booking, and the seat that it takes',
      file: 'src/booking.ts',
      code: `export async function book(seatId: string, userId: string) {
  const { data } = await supabase.from('bookings').insert({ seat_id: seatId });
  await ⟦supabase.from('seats').update({ taken: true }).eq('id', seatId)⟧;
  return data;
}
`,
    },
    {
      name: 'documents that are saved one after the other',
      file: 'src/order.js',
      code: `exports.place = async (req, res) => {
  const order = new Order({ user: req.body.user });
  await order.save();
  const payment = new Payment({ order: order._id });
  await ⟦payment.save()⟧;
};
`,
    },
    {
      name: 'tagged SQL',
      file: 'src/settle.ts',
      code: 'export async function settle(invoiceId: string, amount: number) {\n  await sql`UPDATE invoices SET paid = true WHERE id = ${invoiceId}`;\n  await ⟦sql`INSERT INTO payments (invoice_id, amount) VALUES (${invoiceId}, ${amount})`⟧;\n}\n',
    },
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
      name: 'rows that have nothing to do with each other',
      file: 'src/onboard.ts',
      code: `export async function onboard(name: string, plan: string) {
  await prisma.team.create({ data: { name } });
  await prisma.plan.update({ where: { name: plan }, data: { used: true } });
}
`,
    },
    {
      name: 'what comes and goes',
      file: 'src/leave.ts',
      code: `export async function leave(userId: string) {
  await prisma.membership.delete({ where: { userId } });
  await prisma.session.deleteMany({ where: { userId } });
}
`,
    },
    {
      name: 'a table that is called transactions does not make one, yet the session of MongoDB does',
      file: 'src/move.js',
      code: `async function move(id, session) {
  await Draft.deleteOne({ _id: id }, { session });
  await Post.create([{ _id: id }], { session });
}
`,
    },
    {
      name: 'one table or the other',
      file: 'src/remove.ts',
      code: `export async function remove(id: string, isDraft: boolean) {
  if (isDraft) {
    await prisma.draft.delete({ where: { id } });
    return;
  }
  await prisma.post.delete({ where: { id } });
}
`,
    },
    {
      name: 'collections in memory',
      file: 'src/index.ts',
      code: `export function drop(id: string) {
  users.delete(id);
  index.delete(id);
}
`,
    },
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
