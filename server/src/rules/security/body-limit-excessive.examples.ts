import type { Example, RuleExamples } from '../example.ts';

const example = (name: string, code: string, file = 'src/app.ts'): Example => ({
  name,
  file,
  code: `${code}\n`,
});

export const examples: RuleExamples = {
  bad: [
    example('Restify', 'server.use(restify.plugins.bodyParser({ ⟦maxBodySize: 1024 * 1024 * 512⟧ }));'),
    example('JSON of 50 MB', "app.use(express.json({ ⟦limit: '50mb'⟧ }));"),
    example('forms of 100 MB', "app.use(express.urlencoded({ extended: true, ⟦limit: '100mb'⟧ }));"),
    example('body-parser', "app.use(bodyParser.json({ ⟦limit: '1gb'⟧ }));"),
    example('a number of bytes', 'app.use(express.json({ ⟦limit: 1024 * 1024 * 200⟧ }));'),
    example('a constant', "const MAX_BODY = '500MB';\napp.use(express.json({ ⟦limit: MAX_BODY⟧ }));"),
    example('no limit', 'app.use(express.json({ ⟦limit: Infinity⟧ }));'),
    example(
      'options in a variable',
      "const options = { ⟦limit: '50mb'⟧, strict: true };\napp.use(express.json(options));",
    ),
    example(
      'unless the environment says otherwise',
      "app.use(express.json({ ⟦limit: process.env.BODY_LIMIT || '100mb'⟧ }));",
    ),
    example('Fastify', 'const app = Fastify({ logger: true, ⟦bodyLimit: 104857600⟧ });'),
    example(
      'a route of Fastify',
      "fastify.post('/import', { ⟦bodyLimit: 500 * 1024 * 1024⟧ }, async (request) => request.body);",
    ),
    example('koa-body', "app.use(koaBody({ ⟦jsonLimit: '100mb'⟧ }));"),
    example('koa-bodyparser', "app.use(bodyParser({ ⟦formLimit: '56mb'⟧ }));"),
    example('Nest', "app.useBodyParser('json', { ⟦limit: '50mb'⟧ });"),
    example(
      'a route of Next',
      "export const config = { api: { bodyParser: { ⟦sizeLimit: '50mb'⟧ } } };",
      'pages/api/upload.ts',
    ),
    example(
      'server actions of Next',
      "module.exports = { experimental: { serverActions: { ⟦bodySizeLimit: '100mb'⟧ } } };",
      'next.config.js',
    ),
    example('Hono', 'app.use(bodyLimit({ ⟦maxSize: 100 * 1024 * 1024⟧ }));'),
    example(
      'Hapi',
      "server.route({ method: 'POST', path: '/x', options: { payload: { ⟦maxBytes: 209715200⟧ } }, handler });",
    ),
    example('Bun', 'Bun.serve({ ⟦maxRequestBodySize: 1024 * 1024 * 1024⟧, fetch });'),
    example(
      'uploads into memory',
      'const upload = multer({ storage: multer.memoryStorage(), limits: { ⟦fileSize: 1024 * 1024 * 1024⟧ } });',
    ),
    example('formidable', 'const form = formidable({ ⟦maxFileSize: 5 * 1024 * 1024 * 1024⟧ });'),
    example('express-fileupload', 'app.use(fileUpload({ limits: { ⟦fileSize: 2 * 1024 ** 3⟧ } }));'),
    example('a constant of the same name', "const limit = '1gb';\napp.use(express.json({ ⟦limit⟧ }));"),
  ],
  ok: [
    example(
      'a function of its own',
      "function json(options) {\n  return JSON.stringify(options);\n}\njson({ limit: '500mb' });",
    ),
    example(
      'a parser for the route that takes files',
      "app.use('/api/upload', express.raw({ limit: '50mb', type: 'image/*' }));",
    ),
    example('the default', 'app.use(express.json());'),
    example('JSON of 1 MB', "app.use(express.json({ limit: '1mb' }));"),
    example('JSON of 10 MB', "app.use(express.json({ limit: '10mb' }));"),
    example('kilobytes', "app.use(express.urlencoded({ extended: false, limit: '500kb' }));"),
    example('a number that is small', 'app.use(express.json({ limit: 1048576 }));'),
    example('Fastify, 1 MB', 'const app = Fastify({ bodyLimit: 1048576 });'),
    example('what the environment says', 'app.use(express.json({ limit: process.env.BODY_LIMIT }));'),
    example('rows of a page', 'const users = await User.findAll({ limit: 50000000 });'),
    example('a rate', 'app.use(rateLimit({ limit: 100000000, windowMs: 60000 }));'),
    example('uploads of 25 MB', 'const upload = multer({ limits: { fileSize: 25 * 1024 * 1024 } });'),
    example(
      'a stream of Hapi',
      "server.route({ method: 'POST', path: '/x', options: { payload: { output: 'stream', maxBytes: 209715200 } }, handler });",
    ),
    example('the answer of an own request', 'const body = await response.json({ limit: 5 });'),
    example('in a test', "app.use(express.json({ limit: '50mb' }));", 'test/app.test.ts'),
    example('a cache', 'const cache = new LRUCache({ maxSize: 100000000 });'),
  ],
  fixed: [],
};
