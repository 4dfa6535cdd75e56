import type { Example, RuleExamples } from '../example.ts';

const file = 'src/users.js';
const route = (body: string, verb = 'post'): string =>
  `app.${verb}('/users', async (req, res) => {\n  ${body}\n});\n`;
const example = (name: string, code: string, path = file): Example => ({ name, file: path, code });
const title = 'Compare with `$eq`, behind which nothing is an operator';

export const examples: RuleExamples = {
  bad: [
    example(
      'a login that accepts any password',
      route(
        'const user = await User.findOne({ email: ⟦req.body.email⟧, password: req.body.password });\n  res.json(user);',
      ),
    ),
    example(
      "through variables, with MongoDB's driver",
      route(
        "const { username, password } = req.body;\n  const user = await db.collection('users').findOne({ username: ⟦username⟧, password });\n  res.json({ ok: !!user });",
      ),
    ),
    example('the query string as the filter', route('res.json(await Product.find(⟦req.query⟧));', 'get')),
    example('the body as the filter', route('res.json(await User.findOne(⟦req.body⟧));')),
    example(
      'the body spread in the filter',
      route('res.json(await Order.find({ ...⟦req.body⟧, open: true }));'),
    ),
    example(
      'a filter that is sent as JSON',
      "export async function GET(request) {\n  const { searchParams } = new URL(request.url);\n  const filter = JSON.parse(searchParams.get('filter'));\n  return Response.json(await Product.find(⟦filter⟧).lean());\n}\n",
      'app/api/products/route.js',
    ),
    example(
      'a filter that is put together',
      route(
        'const filter = {};\n  if (req.query.status) filter.status = ⟦req.query.status⟧;\n  res.json(await Order.find(filter));',
        'get',
      ),
    ),
    example(
      'code with a value in it',
      route("res.json(await User.find({ $where: ⟦`this.name == '${req.body.name}'`⟧ }));"),
    ),
    example(
      'code that is concatenated',
      route(
        "const code = 'this.year > ' + req.params.year;\n  db.collection('cars').find({ $where: ⟦code⟧ }).toArray(send);",
        'get',
      ),
    ),
    example(
      'code as it was sent',
      route('res.json(await Car.find().$where(⟦req.query.expression⟧));', 'get'),
    ),
    example(
      'code of a function',
      "async function search(term) {\n  return db.collection('posts').find({ $where: ⟦'this.title.includes(\"' + term + '\")'⟧ }).toArray();\n}\n",
    ),
    example(
      'in a branch of `$or`',
      route(
        'const user = await User.findOne({ $or: [{ email: ⟦req.body.login⟧ }, { name: String(req.body.login) }] });\n  res.json(user);',
      ),
    ),
    example(
      'what is deleted',
      route('await Session.deleteMany({ token: ⟦req.body.token⟧ });\n  res.sendStatus(204);', 'delete'),
    ),
    example(
      'what is updated',
      route(
        "await db.collection('accounts').updateOne({ key: ⟦req.query.key⟧ }, { $set: { active: true } });\n  res.end();",
      ),
    ),
    example(
      'a pipeline',
      route(
        'res.json(await Order.aggregate([{ $match: { customer: ⟦req.body.customer⟧ } }, { $limit: 10 }]));',
      ),
    ),
    example(
      'Koa',
      "router.post('/login', async (ctx) => {\n  const { email } = ctx.request.body;\n  ctx.body = await User.findOne({ email: ⟦email⟧ });\n});\n",
    ),
    example(
      'Hono',
      "app.post('/login', async (c) => {\n  const { email, token } = await c.req.json();\n  return c.json(await users.findOne({ email: ⟦email⟧, token }));\n});\n",
    ),
    example(
      'a serverless function',
      "exports.handler = async (event) => {\n  const { code } = JSON.parse(event.body);\n  const found = await db.collection('codes').findOne({ code: ⟦code⟧ });\n  return { statusCode: found ? 200 : 404 };\n};\n",
    ),
    example(
      'a pattern as it was sent (P1)',
      route("res.json(await Product.find({ name: { $regex: ⟦req.query.q⟧, $options: 'i' } }));", 'get'),
    ),
    example(
      'a handler that takes the body out of the request',
      'export const login = async ({ body }, res) => {\n  const user = await UserModel.findOne({ name: ⟦body.name⟧ });\n  res.json(user);\n};\n',
    ),
    example(
      'a map function that is put together',
      "app.get('/stats', (req, res) => {\n  const map = ⟦`function () { emit(this.${req.query.field}, 1); }`⟧;\n  orders.mapReduce(map, 'function (k, v) { return v.length; }', { out: { inline: 1 } });\n});\n"
        .replace(
          'const map = ⟦`function () { emit(this.${req.query.field}, 1); }`⟧;',
          'const map = `function () { emit(this.${req.query.field}, 1); }`;',
        )
        .replace('mapReduce(map,', 'mapReduce(⟦map⟧,'),
    ),
  ],
  ok: [
    {
      name: 'a filter that only administrators send',
      file: 'src/api/audits.js',
      code: "export async function getAudits(ctx) {\n  if (!authorisation.inGroup('admin', ctx.authenticated)) {\n    refuse(ctx, 403);\n    return;\n  }\n  ctx.body = await Audit.find(JSON.parse(ctx.request.query.filters)).exec();\n}\n",
    },
    example(
      'made text',
      route('const user = await User.findOne({ email: String(req.body.email) });\n  res.json(user);'),
    ),
    example(
      'a parameter of the path is text',
      route('res.json(await User.findOne({ slug: req.params.slug }));', 'get'),
    ),
    example(
      'a header is text',
      route("res.json(await Session.findOne({ token: req.headers['x-token'] }));", 'get'),
    ),
    example(
      'compared with `$eq`',
      route('res.json(await User.findOne({ email: { $eq: req.query.email } }));'),
    ),
    example(
      'parsed by a schema',
      route('const { email } = loginSchema.parse(req.body);\n  res.json(await User.findOne({ email }));'),
    ),
    example(
      'checked by a schema in place',
      route(
        'const { error } = schema.validate(req.body);\n  if (error) return res.status(400).end();\n  res.json(await User.findOne({ email: req.body.email }));',
      ),
    ),
    example(
      'checked in front of the handler',
      "router.post('/login', validate(loginSchema), async (req, res) => {\n  res.json(await User.findOne({ email: req.body.email }));\n});\n",
    ),
    example(
      'checked by express-validator',
      "router.post('/login', [body('email').isEmail()], async (req, res) => {\n  const errors = validationResult(req);\n  if (!errors.isEmpty()) return res.status(400).end();\n  res.json(await User.findOne({ email: req.body.email }));\n});\n",
    ),
    example(
      'checked to be text',
      route(
        "const { email } = req.body;\n  if (typeof email !== 'string') return res.status(400).end();\n  res.json(await User.findOne({ email }));",
      ),
    ),
    example(
      'used as only text can be',
      route(
        'const email = req.query.email.toLowerCase().trim();\n  res.json(await User.findOne({ email }));',
      ),
    ),
    example(
      'operators are taken out of every request',
      `const mongoSanitize = require('express-mongo-sanitize');\napp.use(mongoSanitize());\n${route('res.json(await User.findOne({ email: req.body.email }));')}`,
    ),
    example(
      'an id',
      route("await db.collection('users').deleteOne({ _id: new ObjectId(req.query.id) });\n  res.end();"),
    ),
    example(
      'constant code',
      route("res.json(await User.find({ $where: 'this.credits === this.debits' }));", 'get'),
    ),
    example(
      'code that is a function',
      route('res.json(await User.find({ $where: function () { return this.a === this.b; } }));', 'get'),
    ),
    example(
      'the find of a list',
      route('const item = items.find((each) => each.id === req.body.id);\n  res.json(item);'),
    ),
    example('Sequelize', route('res.json(await User.findOne({ where: { email: req.query.email } }));')),
    example(
      'Prisma',
      route('res.json(await prisma.user.findUnique({ where: { email: req.query.email } }));'),
    ),
    example(
      'a search parameter of a URL is text',
      "export async function GET(request) {\n  const name = request.nextUrl.searchParams.get('name');\n  return Response.json(await Product.find({ name }));\n}\n",
      'app/api/products/route.js',
    ),
    example('who is signed in', route('res.json(await Order.find({ owner: req.user.id }));', 'get')),
    example(
      'a pattern with its special characters escaped',
      route(
        "res.json(await Product.find({ name: { $regex: escapeRegExp(req.query.q), $options: 'i' } }));",
        'get',
      ),
    ),
    example(
      'numbers',
      route(
        'res.json(await Product.find({ price: { $lt: Number(req.query.max) }, stock: parseInt(req.query.stock, 10) }));',
        'get',
      ),
    ),
    example('in a test', route('res.json(await User.findOne(req.body));'), 'test/users.test.js'),
    example(
      'a service that is handed a value',
      'export class Users {\n  byEmail(email) {\n    return this.model.findOne({ email });\n  }\n}\n',
    ),
    example('lodash', route('res.json(_.find(list, { id: req.query.id }));')),
  ],
  fixed: [
    {
      name: 'a login',
      title,
      file,
      code: route(
        'const { email, password } = req.query;\n  res.json(await User.findOne({ email: ⟦email⟧, password, active: true }));',
      ),
      after: {
        [file]: route(
          'const { email, password } = req.query;\n  res.json(await User.findOne({ email: { $eq: email }, password: { $eq: password }, active: true }));',
        ),
      },
    },
  ],
};
