import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a repository in memory that is the one in use',
      file: 'src/orders.repository.ts',
      code: 'export class InMemoryOrderRepository {\n  private readonly ⟦orders⟧ = new Map<string, Order>();\n  async save(order: Order) {\n    this.orders.set(order.id, order);\n  }\n  async findById(id: string) {\n    return this.orders.get(id);\n  }\n}\nexport const orderRepository = new InMemoryOrderRepository();\n',
    },
    {
      name: 'tokens of people who are signed in',
      file: 'src/tokens.ts',
      code: "import { Request, Response } from 'express';\nlet ⟦refreshTokens⟧: string[] = [];\n\nexport function login(req: Request, res: Response) {\n  const token = sign(req.body.user);\n  refreshTokens.push(token);\n  res.json({ token });\n}\nexport function logout(req: Request, res: Response) {\n  refreshTokens = refreshTokens.filter((token) => token !== req.body.token);\n  res.sendStatus(204);\n}\n",
    },
    {
      name: 'a list that a service hands out whole',
      file: 'src/cats.service.ts',
      code: `@Injectable()
export class CatsService {
  private readonly ⟦cats⟧: Cat[] = [];

  create(cat: Cat) {
    this.cats.push(cat);
  }

  findAll(): Cat[] {
    return this.cats;
  }
}
`,
    },
    {
      name: 'a part of what was sent, by person',
      file: 'src/carts.js',
      code: `const ⟦carts⟧ = {};

router.post('/cart/:userId', async (req, res) => {
  const { userId } = req.params;
  if (!carts[userId]) carts[userId] = [];
  carts[userId].push(req.body.item);
  res.json(carts[userId]);
});
`,
    },
    {
      name: 'what only another file reads',
      file: 'src/otp.ts',
      code: `export const ⟦otpStore⟧ = new Map();

export async function sendOtp(req, res) {
  const code = oneTimeCode();
  otpStore.set(req.body.phone, code);
  await sms.send(req.body.phone, code);
  res.json({ sent: true });
}
`,
    },
    {
      name: 'a map, for now',
      file: 'src/routers/memory.ts',
      code: `import { Router } from 'express';

export const router = Router();

// In-memory storage for now.
const ⟦memories⟧: Map<string, Memory> = new Map();

router.post('/memories', requireUser, limiter, (req, res) => {
  const memory = { id: randomUUID(), text: readText(req) };
  memories.set(memory.id, memory);
  res.status(201).json(memory);
});
`,
    },
    {
      name: 'a list that handlers push to and look in',
      file: 'src/index.ts',
      code: `let ⟦todos⟧ = [{ id: 1, title: 'Buy milk' }];

export function addTodo(title: string) {
  const todo = { id: todos.length + 1, title };
  todos.push(todo);
  return todo;
}

export function removeTodo(id: number) {
  todos = todos.filter((todo) => todo.id !== id);
}

export const findTodo = (id: number) => todos.find((todo) => todo.id === id);
`,
    },
    {
      name: 'the rows of a service',
      file: 'src/orders/orders.service.ts',
      code: `@Injectable()
export class OrdersService {
  private readonly ⟦orders⟧: Order[] = [];

  create(order: Order): Order {
    this.orders.push(order);
    return order;
  }

  findOne(id: string): Order | undefined {
    return this.orders.find((order) => order.id === id);
  }
}
`,
    },
    {
      name: "a route's own list, as Next has it",
      file: 'app/api/posts/route.ts',
      code: `const ⟦posts⟧: Post[] = [];

export async function POST(request: Request) {
  const post = { id: crypto.randomUUID(), title: await titleOf(request) };
  posts.push(post);
  return Response.json(post);
}

export const GET = () => Response.json(posts);
`,
    },
    {
      name: 'tables in an object',
      file: 'src/db.js',
      code: `const ⟦db⟧ = { users: [], orders: [] };

function saveOrder(order) {
  db.orders.push(order);
}

function ordersOf(user) {
  return db.orders.filter((order) => order.userId === user.id);
}

module.exports = { saveOrder, ordersOf };
`,
    },
    {
      name: 'by id, in a plain object',
      file: 'src/payments.ts',
      code: `const ⟦payments⟧: Record<string, Payment> = {};

export async function createPayment(input: PaymentInput) {
  const id = randomUUID();
  payments[id] = { id, ...input };
  return payments[id];
}
`,
    },
  ],
  ok: [
    {
      name: 'the last tokens only',
      file: 'server/csrf.js',
      code: "const crypto = require('crypto');\nlet tokens = [];\n\nexports.create = () => {\n  const token = crypto.randomBytes(16).toString('hex');\n  tokens.unshift(token);\n  tokens = tokens.slice(0, 500);\n  return token;\n};\n\nexports.has = (token) => tokens.some((each) => each === token);\n",
    },
    {
      name: 'a list that is cut by its length',
      file: 'server/nonces.js',
      code: 'const tokens = [];\n\nexports.createToken = (token) => {\n  tokens.unshift(token);\n  tokens.length = Math.min(tokens.length, 500);\n};\n\nexports.has = (token) => tokens.find((each) => each === token);\n',
    },
    {
      name: 'a service in the browser',
      file: 'src/app/messages.service.ts',
      code: `import { Injectable } from '@angular/core';

@Injectable({ providedIn: 'root' })
export class MessagesService {
  messages: Message[] = [];

  add(message: Message) {
    this.messages.push(message);
  }

  all() {
    return this.messages;
  }
}
`,
    },
    {
      name: 'a cache',
      file: 'src/users.ts',
      code: `const userCache = new Map<string, User>();

export async function getUser(id: string) {
  const known = userCache.get(id);
  if (known) return known;
  const user = await prisma.user.findUnique({ where: { id } });
  userCache.set(id, user);
  return user;
}
`,
    },
    {
      name: 'a cache that does not say so',
      file: 'src/users.ts',
      code: `const users = new Map<string, User>();

export async function loadUser(id: string) {
  const known = users.get(id);
  if (known) return known;
  const user = await prisma.user.findUnique({ where: { id } });
  users.set(id, user);
  return user;
}
`,
    },
    {
      name: 'sockets that are open in this process',
      file: 'src/chat.ts',
      code: `const users = new Map<string, { name: string; socket: Socket }>();

io.on('connection', (socket) => {
  socket.on('join', (name) => users.set(socket.id, { name, socket }));
  socket.on('disconnect', () => users.delete(socket.id));
});
`,
    },
    {
      name: 'a registry that modules fill when they are loaded',
      file: 'src/tools.ts',
      code: `const tools: Tool[] = [];

export function registerTool(tool: Tool) {
  tools.push(tool);
}

export const findTool = (name: string) => tools.find((tool) => tool.name === name);
`,
    },
    {
      name: 'a registry, and a comment that says so',
      file: 'src/carriers.ts',
      code: `/** In-memory registry of carriers: extensions register theirs at startup. */
const carriers = new Map<string, Carrier>();

export function registerCarrier(carrier: Carrier) {
  carriers.set(carrier.code, carrier);
}

export const carrierOf = (code: string) => carriers.get(code);
`,
    },
    {
      name: 'who is connected to this process',
      file: 'src/presence.ts',
      code: `const users = new Map<string, string>();

io.on('connection', (socket) => {
  socket.on('login', (name) => users.set(socket.id, name));
  socket.on('disconnect', () => users.delete(socket.id));
  io.emit('users', [...users.values()]);
});
`,
    },
    {
      name: 'rows that never change',
      file: 'src/plans.ts',
      code: `const plans = [
  { id: 'free', price: 0 },
  { id: 'pro', price: 10 },
];

export const findPlan = (id: string) => plans.find((plan) => plan.id === id);
`,
    },
    {
      name: 'a list that is kept short',
      file: 'src/recent.ts',
      code: `const messages: Message[] = [];

export function addMessage(message: Message) {
  messages.push(message);
  if (messages.length > 100) messages.shift();
}

export const recentMessages = () => messages.filter((message) => message.isPublic);
`,
    },
    {
      name: 'counters',
      file: 'src/metrics.ts',
      code: `const orders: Record<string, number> = {};

export function addOrder(country: string) {
  orders[country] = (orders[country] ?? 0) + 1;
}

export const ordersOf = (country: string) => orders[country] ?? 0;
`,
    },
    {
      name: 'a list of one call',
      file: 'src/report.ts',
      code: `export async function createReport() {
  const orders = [];
  for (const row of await readRows()) orders.push({ id: row.id });
  return orders.find((order) => order.id > 0);
}
`,
    },
    {
      name: 'a repository for tests, by its name',
      file: 'src/inMemoryUsers.ts',
      code: `export class InMemoryUserRepository implements UserRepository {
  private users: User[] = [];
  create(user: User) {
    this.users.push(user);
  }
  find(id: string) {
    return this.users.find((user) => user.id === id);
  }
}
`,
    },
    {
      name: 'a test',
      file: 'test/server.test.ts',
      code: `const users = [];
const createUser = (user) => users.push({ ...user });
export const findUser = (id) => users.find((user) => user.id === id);
export { createUser };
`,
    },
    {
      name: 'answers that are waited for',
      file: 'src/rpc.ts',
      code: `const calls = new Map<string, { resolve: (value: unknown) => void }>();

export const send = (id: string) => new Promise((resolve) => calls.set(id, { resolve }));

export const receive = (id: string, value: unknown) => calls.get(id)?.resolve(value);
`,
    },
  ],
  fixed: [],
};
