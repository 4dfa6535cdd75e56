import type { Example, RuleExamples } from '../example.ts';

const file = 'src/users.ts';
const route = (body: string): string =>
  `router.post('/users', async (req, res) => {\n  ${body}\n  res.end();\n});\n`;
const example = (name: string, code: string, path = file): Example => ({ name, file: path, code });

export const examples: RuleExamples = {
  bad: [
    {
      name: 'MySQL, where a mark stands for all fields',
      file: 'src/users.js',
      code: `app.put('/me', (req, res) => {\n  db.query('UPDATE users SET ? WHERE id = ?', [⟦req.body⟧, req.user.id], () => res.end());\n});\n`,
    },
    example('Prisma', route('await prisma.user.create({ data: ⟦req.body⟧ });')),
    example(
      'Prisma, an update',
      route('await prisma.user.update({ where: { id: req.params.id }, data: ⟦{ ...req.body }⟧ });'),
    ),
    example(
      'Prisma, in a route of Next',
      'export async function POST(request: Request) {\n  const body = await request.json();\n  const user = await db.user.create({ data: ⟦body⟧ });\n  return Response.json(user);\n}\n',
      'app/api/users/route.ts',
    ),
    example('Mongoose', route('const user = await User.create(⟦req.body⟧);')),
    example('Mongoose, a new document', route('const user = new User(⟦req.body⟧);\n  await user.save();')),
    example('Mongoose, in one line', route('await new User(⟦req.body⟧).save();')),
    example(
      'Mongoose, by id',
      route('await User.findByIdAndUpdate(req.params.id, ⟦req.body⟧, { new: true });'),
    ),
    example(
      'Mongoose, through `$set`',
      route('await User.updateOne({ _id: req.params.id }, { $set: ⟦req.body⟧ });'),
    ),
    example("MongoDB's driver", route("await db.collection('users').insertOne(⟦req.body⟧);")),
    example('Sequelize', route('await User.update(⟦req.body⟧, { where: { id: req.params.id } });')),
    example(
      'Sequelize, a record',
      route('const user = await User.findByPk(req.params.id);\n  await user.update(⟦req.body⟧);'),
    ),
    example('TypeORM', route('await userRepository.save(⟦req.body⟧);')),
    example('TypeORM, an update', route('await this.userRepo.update(req.params.id, ⟦req.body⟧);')),
    example(
      'onto a record',
      route(
        'const user = await repository.findOneBy({ id: 1 });\n  Object.assign(user, ⟦req.body⟧);\n  await repository.save(user);',
      ),
    ),
    example('Knex', route("await knex('users').insert(⟦req.body⟧);")),
    example('Knex, an update', route("await db('users').where({ id: req.params.id }).update(⟦req.body⟧);")),
    example('Supabase', route("await supabase.from('users').update(⟦req.body⟧).eq('id', req.params.id);")),
    example('Drizzle', route('await db.insert(users).values(⟦req.body⟧);')),
    example(
      'Drizzle, an update',
      route('await db.update(users).set(⟦req.body⟧).where(eq(users.id, req.params.id));'),
    ),
    example('Kysely', route("await db.updateTable('users').set(⟦req.body⟧).execute();")),
    example(
      'spread, with more fields',
      route('await User.create(⟦{ ...req.body, createdAt: new Date() }⟧);'),
    ),
    example('a variable', route('const data = req.body;\n  await prisma.post.create({ data: ⟦data⟧ });')),
    example(
      'out of the parameters',
      'export const create = async ({ body }, res) => {\n  res.json(await Product.create(⟦body⟧));\n};\n',
    ),
    example(
      'Koa',
      "router.put('/users/:id', async (ctx) => {\n  ctx.body = await User.findByIdAndUpdate(ctx.params.id, ⟦ctx.request.body⟧);\n});\n",
    ),
    example(
      'Hono',
      "app.post('/users', async (c) => {\n  const body = await c.req.json();\n  return c.json(await db.insert(users).values(⟦body⟧).returning());\n});\n",
    ),
    example(
      'a serverless function',
      'exports.handler = async (event) => {\n  await User.create(⟦JSON.parse(event.body)⟧);\n  return { statusCode: 201 };\n};\n',
    ),
    example(
      'Nest, of any type',
      "@Controller('users')\nexport class UsersController {\n  @Post()\n  create(@Body() body: any) {\n    return this.usersRepository.save(⟦body⟧);\n  }\n}\n",
    ),
    example('a part of the body', route('await User.create(⟦req.body.user⟧);')),
    example('Firestore', route("await db.collection('users').doc(req.params.id).set(⟦req.body⟧);")),
    example(
      'Lodash',
      route(
        'const user = await User.findById(req.params.id);\n  _.merge(user, ⟦req.body⟧);\n  await user.save();',
      ),
    ),
    example(
      'a form, whole',
      'export async function POST(request) {\n  const data = Object.fromEntries(await request.formData());\n  await prisma.user.create({ data: ⟦data⟧ });\n  return Response.json({});\n}\n',
    ),
    example(
      'field by field',
      route('for (const key in req.body) {\n    user[key] = ⟦req.body⟧[key];\n  }\n  await user.save();'),
    ),
    example(
      'field by field, by their keys',
      route(
        'Object.keys(req.body).forEach((key) => {\n    user[key] = ⟦req.body⟧[key];\n  });\n  await user.save();',
      ),
    ),
    example('in a list', route("await supabase.from('profiles').insert([⟦req.body⟧]);")),
    {
      name: 'a record that is saved afterwards',
      file: 'src/index.ts',
      code: 'Object.assign(user, ⟦req.body⟧);\nawait user.save();\n',
    },
    {
      name: 'what Hono read, without what is around it',
      file: 'src/index.ts',
      code: 'const body = await c.req.json();\nawait db.insert(users).values(⟦body⟧);\n',
    },
    {
      name: 'all but the id that is looked for',
      file: 'src/index.ts',
      code: 'const { id, ...updates } = req.body;\nawait Account.findOneAndUpdate({ _id: String(id) }, ⟦updates⟧);\n',
    },
  ],
  ok: [
    {
      name: 'records that only administrators write',
      file: 'src/routes/channels.ts',
      code: "import express from 'express';\n\nconst app = express();\napp.post('/channels', async (req, res) => {\n  if (!req.user.isAdmin) return res.sendStatus(403);\n  res.json(await Channel.create(req.body));\n});\n",
    },
    {
      name: 'MySQL, where the mark stands for one value',
      file: 'src/users.js',
      code: `app.put('/me', (req, res) => {\n  db.query('UPDATE users SET name = ? WHERE id = ?', [req.body.name, req.user.id], () => res.end());\n});\n`,
    },
    example(
      'a module that saves what it knows',
      "const connections = require('../models/connections.js');\n\nrouter.put('/connections/:id', mustBeAdmin, async (req, res) => {\n  let connection = await connections.findOneById(req.params.id);\n  if (!connection) return sendError(res, null, 'Not found');\n  Object.assign(connection, req.body);\n  connection = await connections.save(connection);\n  res.json({ connection });\n});\n",
    ),
    example(
      'listed fields in a loop',
      route(
        "if (!req.body.name) return res.status(400).end();\n  for (const key of ['name', 'age']) {\n    if (req.body[key] !== undefined) user[key] = req.body[key];\n  }\n  await user.save();",
      ),
    ),
    example(
      'named fields',
      route(
        'const { name, email } = req.body;\n  if (!name || !email) return res.status(400).end();\n  await User.create({ name, email });',
      ),
    ),
    example(
      'named fields of Prisma',
      route(
        'if (!req.body.name) return res.status(400).end();\n  await prisma.user.create({ data: { name: req.body.name, email: req.body.email } });',
      ),
    ),
    example(
      'parsed by a schema',
      route('const data = createUser.parse(req.body);\n  await prisma.user.create({ data });'),
    ),
    example(
      'parsed safely',
      route(
        'const result = schema.safeParse(req.body);\n  if (!result.success) return res.status(400).end();\n  await User.create(result.data);',
      ),
    ),
    example(
      'validated in place',
      route(
        'const { error } = schema.validate(req.body);\n  if (error) return res.status(400).end();\n  await User.create(req.body);',
      ),
    ),
    example(
      'validated in front',
      "router.post('/users', validateBody(createUserSchema), async (req, res) => {\n  res.json(await User.create(req.body));\n});\n",
    ),
    example(
      "Fastify's schema",
      "fastify.post('/users', { schema: { body: userBody } }, async (request, reply) => {\n  return prisma.user.create({ data: request.body });\n});\n",
    ),
    example('picked', route("await User.create(_.pick(req.body, ['name', 'email']));")),
    example(
      "Sequelize's list of fields",
      route("await User.create(req.body, { fields: ['name', 'email'] });"),
    ),
    example(
      "Nest's checked classes",
      "@Controller('users')\nexport class UsersController {\n  @Post()\n  create(@Body() dto: CreateUserDto) {\n    return this.usersRepository.save(dto);\n  }\n}\n",
    ),
    example('a service that decides', route('res.json(await userService.create(req.body));')),
    example(
      'another API',
      route('await stripe.customers.create(req.body);\n  await axios.post(url, req.body);'),
    ),
    example(
      'a hash',
      route("const hash = createHash('sha256').update(req.params.text).digest('hex');\n  console.log(hash);"),
    ),
    example(
      'keys that are looked at',
      route(
        "const allowed = ['name', 'age'];\n  if (!Object.keys(req.body).every((key) => allowed.includes(key))) return res.status(400).end();\n  await User.findByIdAndUpdate(req.params.id, req.body);",
      ),
    ),
    example(
      'without what is not theirs',
      route(
        'const { role, isAdmin, ...profile } = req.body;\n  if (role || isAdmin) return res.status(400).end();\n  await User.create(profile);',
      ),
    ),
    example('a set and a map', route('seen.add(req.body);\n  map.set(req.params.id, req.body);')),
    example(
      'a copy for oneself',
      route('const options = Object.assign({}, defaults, req.body);\n  render(options);'),
    ),
    example('what the program made', route('await User.create(buildUser(req.params.name));')),
    example('in a test', route('await User.create(req.body);'), 'test/users.test.ts'),
    example('an error', route('throw new ValidationError(req.body);')),
    example(
      'c.req.valid of Hono',
      "app.post('/users', zValidator('json', schema), async (c) => {\n  const data = c.req.valid('json');\n  return c.json(await db.insert(users).values(data));\n});\n",
    ),
    {
      name: 'options that nobody saves',
      file: 'src/index.ts',
      code: 'const options = { page: 1 };\nObject.assign(options, req.body);\nrender(options);\n',
    },
    {
      name: 'only what is listed is left',
      file: 'src/index.ts',
      code: "const allowed = ['name', 'email'];\nconst updates = Object.fromEntries(Object.entries(req.body).filter(([name]) => allowed.includes(name)));\nawait User.findByIdAndUpdate(req.params.id, updates);\n",
    },
  ],
  fixed: [
    {
      name: 'fields that are asked for',
      title: 'Save only the fields that are read by name here',
      file,
      code: route(
        'if (!req.body.name || !req.body.email) return res.status(400).end();\n  await User.create(⟦req.body⟧);',
      ),
      after: {
        [file]: route(
          'if (!req.body.name || !req.body.email) return res.status(400).end();\n  await User.create({ name: req.body.name, email: req.body.email });',
        ),
      },
    },
  ],
};
