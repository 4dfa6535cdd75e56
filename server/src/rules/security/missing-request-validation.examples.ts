import type { Example, RuleExamples } from '../example.ts';

const example = (
  name: string,
  code: string,
  file = 'src/users.ts',
  project?: Example['project'],
): Example => ({
  name,
  file,
  code: `${code}\n`,
  ...(project ? { project } : {}),
});
const post = (body: string): string =>
  `app.post('/users', async (req, res) => {\n  ${body}\n  res.json({ ok: true });\n});`;

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a handler by its name, which refuses for another reason',
      file: 'src/exec.js',
      code: "app.post('/exec/:id', exec);\n\nfunction exec(req, res) {\n  const parts = split(⟦req.body⟧.command);\n  if (!allowed.has(req.params.id)) return res.status(403).end();\n  run(parts).then(() => res.json({}));\n}\n",
    },
    {
      name: 'another field than the one that the middleware looks at',
      file: 'src/git.js',
      code: "const { ensurePathExists } = require('./middlewares');\napp.post('/merge', ensurePathExists, (req, res) => {\n  git(['merge', ⟦req.body⟧.with.trim()], req.body.path).then(() => res.json({}));\n});\n",
    },
    {
      name: 'a middleware that lets everything pass',
      file: 'src/git.js',
      code: "const remember = (req, res, next) => {\n  last = req.body.path;\n  next();\n};\napp.post('/merge', remember, (req, res) => {\n  git(['merge', '--abort'], ⟦req.body⟧.path).then(() => res.json({}));\n});\n",
    },
    {
      name: 'what may be missing, and is used as a text',
      file: 'src/branch.js',
      code: "app.post('/branch', (req, res) => {\n  git(['branch', (⟦req.body⟧.name || '').trim()]).then(() => res.json({}));\n});\n",
    },
    {
      name: 'a function of the file that looks at nothing',
      file: 'src/branch.js',
      code: "function branch(name) {\n  return git(['branch', name]);\n}\n\napp.post('/branch', (req, res) => {\n  branch(⟦req.body⟧.name).then(() => res.json({}));\n});\n",
    },
    example(
      'fields that are saved',
      post('const { name, email } = ⟦req.body⟧;\n  await User.create({ name, email });'),
    ),
    example(
      'fields that are read where they are used',
      post('await users.add(⟦req.body⟧.name, req.body.email);'),
    ),
    example(
      'through a variable',
      post('const data = req.body;\n  await createUser(data.name);')
        .replace('data.name', 'data.name')
        .replace('const data = req.body', 'const data = ⟦req.body⟧'),
    ),
    example(
      'a route of Next',
      'export async function POST(request: Request) {\n  const { title } = ⟦await request.json()⟧;\n  const post = await prisma.post.create({ data: { title } });\n  return Response.json(post);\n}',
      'app/api/posts/route.ts',
    ),
    example(
      'a page of Next',
      'export default async function handler(req, res) {\n  const { title } = ⟦req.body⟧;\n  await prisma.post.create({ data: { title } });\n  res.status(201).end();\n}',
      'pages/api/posts.ts',
    ),
    example(
      'Fastify',
      "fastify.post('/users', async (request, reply) => {\n  const { name } = ⟦request.body⟧;\n  return db.users.insert({ name });\n});",
    ),
    example(
      'Koa',
      "router.post('/users', async (ctx) => {\n  const { name } = ⟦ctx.request.body⟧;\n  ctx.body = await users.insert({ name });\n});",
    ),
    example(
      'Hono',
      "app.post('/users', async (c) => {\n  const { name } = ⟦await c.req.json()⟧;\n  return c.json(await users.insert({ name }));\n});",
    ),
    example(
      'a controller',
      'export const create = async (req: Request, res: Response) => {\n  const { name, age } = ⟦req.body⟧;\n  res.json(await users.insert({ name, age }));\n};',
    ),
    example(
      'a class',
      'class UserController {\n  async update(req, res) {\n    const user = await this.users.find(req.params.id);\n    user.name = ⟦req.body⟧.name;\n    await user.save();\n    res.json(user);\n  }\n}',
    ),
    example(
      'Nest, of any type',
      "@Controller('users')\nclass UsersController {\n  @Post()\n  create(@Body() ⟦body: any⟧) {\n    return this.users.insert(body.name, body.email);\n  }\n}".replace(
        '@Body() ⟦body: any⟧',
        '⟦@Body() body: any⟧',
      ),
    ),
    example(
      'a serverless function',
      'export const handler = async (event) => {\n  const { name } = ⟦JSON.parse(event.body)⟧;\n  await table.put({ name });\n  return { statusCode: 200 };\n};',
    ),
    example(
      'another route of the file checks',
      "app.post('/a', validate(schema), (req, res) => {\n  res.json(save(req.body.name));\n});\napp.post('/b', (req, res) => {\n  res.json(save(⟦req.body⟧.name));\n});",
    ),
    example(
      'no library for it in the package',
      'exports.create = async (req, res) => {\n  const { name } = ⟦req.body⟧;\n  res.json(await users.insert({ name }));\n};',
      'src/users.js',
      { 'package.json': '{ "dependencies": { "express": "^4.0.0" } }' },
    ),
  ],
  ok: [
    {
      name: 'a route of the tests',
      file: 'src/testing.js',
      code: "if (config.dev) {\n  app.post('/testing/remove', (req, res) => {\n    fs.unlink(req.body.file).then(() => res.json({}));\n  });\n}\n",
    },
    {
      name: 'a field that a middleware of the file looks at',
      file: 'src/git.js',
      code: "const hasRepo = (req, res, next) => {\n  fs.access(req.query.path || req.body.path)\n    .then(() => next())\n    .catch(() => res.status(400).json({ error: 'no such path' }));\n};\napp.post('/repo', hasRepo, (req, res) => {\n  git(['merge', '--abort'], req.body.path).then(() => res.json({}));\n});\n",
    },
    {
      name: 'a field that an imported middleware is named for',
      file: 'src/git.js',
      code: "const { ensurePathExists } = require('./middlewares');\napp.post('/repo', ensurePathExists, (req, res) => {\n  git(['merge', '--abort'], req.body.path).then(() => res.json({}));\n});\n",
    },
    {
      name: 'a function of the file refuses what it can not use',
      file: 'src/commits.js',
      code: "function commit(message, files) {\n  if (!message) throw new BadMessage();\n  if (!files.length) return Promise.reject(new NoFiles());\n  return run(['commit', '-m', message, ...files]);\n}\n\napp.post('/commit', (req, res) => {\n  commit(req.body.message, req.body.files).then(() => res.json({}));\n});\n",
    },
    {
      name: 'a text that may be missing',
      file: 'src/stash.js',
      code: "app.post('/stash', (req, res) => {\n  git(['stash', 'save', req.body.message || '']).then(() => res.json({}));\n});\n",
    },
    example(
      'options of an interface that refuses',
      "app.post('/:id/commit', needsPermission('projects.write'), (req, res) => {\n  const opts = {\n    user: req.user,\n    id: req.params.id,\n    message: req.body.message,\n  };\n  runtimeAPI.projects.commit(opts).then(() => {\n    res.end();\n  }).catch((err) => {\n    rejectHandler(req, res, err);\n  });\n});",
    ),
    example(
      'a model that checks what it saves',
      "router.put('/queries/:id', mustBeAuthenticated, async (req, res) => {\n  const query = await Query.findOneById(req.params.id);\n  query.name = req.body.name || '';\n  query.tags = req.body.tags;\n  res.json({ query: await query.save() });\n});",
      'src/queries.js',
      { 'package.json': '{ "dependencies": { "express": "^4.0.0", "joi": "^14.0.0" } }' },
    ),
    example(
      'a message of any form',
      "admin.post('/inject/:id', needsPermission('inject.write'), (req, res) => {\n  const node = nodes.get(req.params.id);\n  if (req.body && req.body.__inject) {\n    node.receive(req.body);\n  } else {\n    node.receive();\n  }\n  res.sendStatus(200);\n});",
    ),
    example(
      'a token that is taken back',
      'function revoke(req, res) {\n  const token = req.body.token;\n  Tokens.revoke(token).then(() => res.status(200).end());\n}',
    ),
    example(
      'a middleware that answers nothing',
      'function getWithBody(req, res, next) {\n  if (req.body?.__query) {\n    req.query = { ...req.query, ...req.body.__query };\n    delete req.body;\n  }\n  return next();\n}',
    ),
    example(
      'the check itself',
      "routes.checkValid = function (req, res) {\n  const doc = req.body.document;\n  try {\n    toDocument(doc);\n  } catch (error) {\n    return res.send('Invalid');\n  }\n  res.send('Valid');\n};",
    ),
    example(
      'parsed by a schema',
      post('const { name } = createUser.parse(req.body);\n  await users.insert({ name });'),
    ),
    example(
      'parsed safely',
      post(
        'const parsed = schema.safeParse(req.body);\n  if (!parsed.success) throw parsed.error;\n  await users.insert(parsed.data);',
      ),
    ),
    example(
      'Joi',
      post(
        'const { value, error } = schema.validate(req.body);\n  if (error) throw error;\n  await users.insert(value);',
      ),
    ),
    example(
      'a middleware',
      "router.post('/users', validate(schema), async (req, res) => {\n  res.json(await users.insert({ name: req.body.name }));\n});",
    ),
    example(
      'express-validator',
      "router.post('/users', body('email').isEmail(), checkErrors, async (req, res) => {\n  res.json(await users.insert({ email: req.body.email }));\n});",
    ),
    example(
      'celebrate',
      "router.post('/users', celebrate({ [Segments.BODY]: user }), async (req, res) => {\n  res.json(await users.insert({ email: req.body.email }));\n});",
    ),
    example(
      "Fastify's schema",
      "fastify.post('/users', { schema: { body: userBody } }, async (request) => users.insert({ name: request.body.name }));",
    ),
    example(
      'validation by hand',
      post(
        "const { name } = req.body;\n  if (!name || name.length > 100) return res.status(400).json({ error: 'name' });\n  await users.insert({ name });",
      ),
    ),
    example(
      'what is missing is refused',
      post(
        "const { name } = req.body;\n  if (!name) throw new Error('a name is needed');\n  await users.insert({ name });",
      ),
    ),
    example(
      'a field of its own',
      post('const body = req.body;\n  body.preview = true;\n  await preview(body);'),
    ),
    example(
      'types by hand',
      post(
        "const { name } = req.body;\n  if (typeof name !== 'string') throw new HttpError('name');\n  await users.insert({ name });",
      ),
    ),
    example(
      'a validator of its own',
      post('validateUser(req.body);\n  await users.insert({ name: req.body.name });'),
    ),
    example(
      'a wrapper',
      'export const POST = withValidation(schema, async (request) => {\n  const { title } = await request.json();\n  return Response.json(await save(title));\n});',
      'app/api/posts/route.ts',
    ),
    example(
      'validateRequest',
      'export async function POST(request: Request) {\n  const body = await validateRequest(request, schema);\n  return Response.json(await save(body.title));\n}',
      'app/api/posts/route.ts',
    ),
    example(
      'Hono validates',
      "app.post('/users', zValidator('json', schema), async (c) => {\n  const { name } = c.req.valid('json');\n  return c.json(await users.insert({ name }));\n});",
    ),
    example(
      'a checked class of Nest',
      "@Controller('users')\nclass UsersController {\n  @Post()\n  create(@Body() dto: CreateUserDto) {\n    return this.users.insert(dto.name);\n  }\n}",
    ),
    example(
      'a webhook that is signed',
      "app.post('/webhook', (req, res) => {\n  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], secret);\n  handle(event.type, req.body.data);\n  res.end();\n});",
    ),
    example(
      'handed on as it is',
      "app.post('/users', async (req, res) => {\n  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(req.body) });\n  res.json(await answer.json());\n});",
    ),
    example('a service that is handed all', post('await userService.create(req.body);')),
    example('made a number at once', post('await votes.add(Number(req.body.value));')),
    example(
      'no body',
      "app.get('/users/:id', async (req, res) => {\n  res.json(await users.find(req.params.id));\n});",
    ),
    example('written to a log only', post('console.log(req.body.event);')),
    example(
      'a controller of a project with a library for it',
      'exports.create = async (req, res) => {\n  const { name } = req.body;\n  res.json(await users.insert({ name }));\n};',
      'src/users.js',
      { 'package.json': '{ "dependencies": { "express": "^4.0.0", "joi": "^17.0.0" } }' },
    ),
    example(
      'an own request',
      'async function send(data) {\n  const response = await fetch(url, { body: JSON.stringify(data) });\n  const { id } = await response.json();\n  return id;\n}',
    ),
    example('a test', post('await users.insert(req.body.name);'), 'test/app.test.ts'),
    example(
      'a validator for all routes',
      `app.use(OpenApiValidator.middleware({ apiSpec }));\n${post('await users.insert(req.body.name);')}`,
    ),
  ],
  fixed: [],
};
