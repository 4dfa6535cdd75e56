import type { RuleExamples } from '../example.ts';

const file = 'src/orders.ts';
const title = 'Answer 401 when nobody is signed in';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'refused above for something else',
      file: 'src/access.js',
      code: "exports.list = async (req, res) => {\n  if (!req.body) return res.status(400).end();\n  const userId = ⟦req.user.id || 'anonymous'⟧;\n  res.json(await orders.of(userId));\n};\n",
    },
    {
      name: 'a default that rows are read with',
      file: 'src/access.js',
      code: "exports.list = async (req, res) => {\n  const { ⟦username = 'guest'⟧ } = req.session.user;\n  logger.info(`orders of ${username}`);\n  res.json(await orders.of(username));\n};\n",
    },
    {
      name: 'a user that is asked for before',
      file: 'src/notes.js',
      code: "router.delete('/notes/:id', (req, res) => {\n  const owner = ⟦(req.user && req.user.id) || 'default'⟧;\n  notes.remove(owner, req.params.id);\n});\n",
    },
    {
      name: 'a resolver whose context has no user',
      file: 'src/resolvers.js',
      code: "const resolvers = {\n  Mutation: {\n    addComment: (_, { text }, { user }) => Comment.create({ text, authorId: ⟦user?.id || 'anonymous'⟧ }),\n  },\n};\n",
    },
    {
      name: 'a default where the user is taken apart',
      file,
      code: "export async function list(req, res) {\n  const { ⟦id: userId = 'anonymous'⟧ } = req.user ?? {};\n  res.json(await orders.of(userId));\n}\n",
    },
    {
      name: 'filled in afterwards',
      file,
      code: "export async function list(req, res) {\n  let userId = req.user?.id;\n  if (!userId) {\n    ⟦userId = 'anonymous'⟧;\n  }\n  res.json(await orders.of(userId));\n}\n",
    },
    {
      name: 'a made-up user behind the real one',
      file,
      code: "export async function list(req, res) {\n  const user = ⟦(await getCurrentUser(req)) || { id: 'mock-user', email: 'mock@example.com' }⟧;\n  res.json(await orders.of(user.id));\n}\n",
    },
    {
      name: 'a word instead of a user',
      file,
      code: "export async function list(req: Request, res: Response) {\n  const userId = ⟦req.user?.id || 'anonymous'⟧;\n  res.json(await orders.of(userId));\n}\n",
    },
    {
      name: 'the first user',
      file: 'src/orders.js',
      code: 'exports.create = async (req, res) => {\n  await orders.add({ ...req.body, ownerId: ⟦req.session.userId ?? 1⟧ });\n  res.end();\n};\n',
    },
    {
      name: 'a header that may be missing',
      file,
      code: "export const userOf = (req: Request) => ⟦req.headers['x-user-id'] || 'default-user'⟧;\n",
    },
    {
      name: 'a constant',
      file,
      code: "const DEFAULT_USER_ID = 'user-1';\nexport const mine = (ctx: Context) => orders.of(⟦ctx.state.user?.id ?? DEFAULT_USER_ID⟧);\n",
    },
    {
      name: 'Next',
      file: 'src/api/orders.ts',
      code: "export async function GET() {\n  const session = await getServerSession();\n  const userId = ⟦session?.user?.id ?? 'default-user'⟧;\n  return Response.json(await orders.of(userId));\n}\n",
    },
    {
      name: 'a whole user, made up',
      file: 'src/auth.js',
      code: "function auth(req, res, next) {\n  if (!req.headers.authorization) {\n    ⟦req.user = { id: 'demo', role: 'admin' }⟧;\n    return next();\n  }\n}\n",
    },
    {
      name: 'a condition',
      file: 'src/orders.js',
      code: "const ownerOf = (req) => (⟦req.user ? req.user.id : 'system'⟧);\n",
    },
  ],
  ok: [
    {
      name: 'a default that only a log shows',
      file: 'src/access.js',
      code: "exports.check = (req, res, next) => {\n  const { username = 'guest' } = req.session.user;\n  httpLogger.info(`signed in from ${req.ip}: ${username}`);\n  next();\n};\n",
    },
    {
      name: 'who is nobody was refused above',
      file: 'src/access.js',
      code: "exports.list = async (req, res) => {\n  if (req.user == null) {\n    return res.status(401).end();\n  }\n  const userId = req.user.id || 'anonymous';\n  res.json(await orders.of(userId));\n};\n",
    },
    {
      name: 'who is nobody was refused above, and a pattern',
      file: 'src/access.js',
      code: "exports.list = async (req, res) => {\n  if (!req.session.user) throw new Unauthorized();\n  const { username = 'guest' } = req.session.user;\n  res.json(await orders.of(username));\n};\n",
    },
    {
      name: 'a component that is given a user',
      file: 'src/name.js',
      code: "export const nameOf = ({ user }) => user?.id || 'nobody';\n",
    },
    {
      name: 'a default for a name that is shown',
      file,
      code: "export function greet(req, res) {\n  const { name = 'Guest' } = req.user ?? {};\n  res.send(`Hello ${name}`);\n}\n",
    },
    {
      name: 'filled in with an account that is made for it',
      file,
      code: 'export async function list(req, res) {\n  let userId = req.user?.id;\n  if (!userId) userId = await accounts.open(req.sessionID);\n  res.json(await orders.of(userId));\n}\n',
    },
    {
      name: 'refusing',
      file,
      code: 'export async function list(req: Request, res: Response) {\n  const userId = req.user?.id;\n  if (!userId) return res.status(401).end();\n  return res.json(await orders.of(userId));\n}\n',
    },
    {
      name: 'logs and analytics',
      file,
      code: "export function record(req: Request) {\n  logger.info({ user: req.user?.id ?? 'anonymous' }, 'order');\n  analytics.track(req.user?.id || 'anonymous', 'order');\n  const who = req.user?.id ?? 'anonymous';\n  posthog.capture({ distinctId: who, event: 'order' });\n}\n",
    },
    {
      name: 'a key to count requests by',
      file,
      code: "export const limits = { keyGenerator: (req: Request) => req.user?.id ?? 'anonymous' };\nexport const rateLimitKey = (req: Request) => req.user?.id || 'guest';\n",
    },
    {
      name: 'a name to show',
      file,
      code: "export const greeting = (req: Request) => ({ displayName: req.user?.username || 'guest', role: req.user?.role ?? 'visitor' });\n",
    },
    {
      name: 'nobody stays nobody',
      file,
      code: "export const who = (req: Request) => req.user?.id ?? null;\nexport const text = (req: Request) => req.user?.id || '';\n",
    },
    {
      name: 'another source of the same',
      file,
      code: 'export const who = (req: Request) => req.user?.id ?? req.session.userId;\n',
    },
    {
      name: 'while one develops',
      file,
      code: "export function who(req: Request) {\n  if (process.env.NODE_ENV === 'development') return req.user?.id ?? 'developer';\n  return req.user.id;\n}\n",
    },
    {
      name: 'other things with a default',
      file,
      code: "export const page = (req: Request) => req.query.page || 1;\nexport const shop = (req: Request) => req.params.shopId ?? 'main';\n",
    },
  ],
  fixed: [
    {
      name: 'a handler of Express',
      file,
      title,
      code: "export async function list(req: Request, res: Response) {\n  const userId = req.user?.id || 'anonymous';\n  res.json(await orders.of(userId));\n}\n",
      after: {
        [file]:
          "export async function list(req: Request, res: Response) {\n  const userId = req.user?.id;\n  if (!userId) {\n    res.status(401).json({ error: 'Sign in first.' });\n    return;\n  }\n  res.json(await orders.of(userId));\n}\n",
      },
    },
  ],
};
