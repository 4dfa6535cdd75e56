import assert from 'node:assert/strict';
import { clientInput } from '../../../../server/src/analysis/http/clientInput.ts';
import { holdsClientInput } from '../../../../server/src/analysis/http/heldInput.ts';
import {
  loadScriptParser,
  parseScript,
  type ScriptNode,
  ts,
} from '../../../../server/src/languages/script.ts';

/** What `use(…)` is handed in a text. */
function usedIn(code: string): ScriptNode {
  const find = (node: ScriptNode): ScriptNode | undefined =>
    ts.isCallExpression(node) && node.expression.getText() === 'use'
      ? node.arguments[0]
      : ts.forEachChild(node, (child) => find(child));
  const used = find(parseScript('a.ts', code));
  assert.ok(used, code);
  return used;
}

/** What `use` is handed, and what that is: the part with its keys, `!` where it is text for certain. */
const sent: readonly (readonly [code: string, input: string])[] = [
  ["app.post('/x', (req, res) => { use(req.body); });", 'body'],
  ["app.post('/x', (req, res) => { use(req.body.user.name); });", 'body.user.name'],
  ["app.post('/x', async (request, reply) => { use(request.query['q']); });", 'query.q'],
  ["app.get('/:id', (req, res) => { use(req.params.id); });", 'params.id!'],
  ["app.get('/:id', (r, response, next) => { const req = r; use(req); });", ''],
  ['function create(req, res) { const { name } = req.body; use(name); }', 'body.name'],
  ['function create(req, res) { const { body: { user: { id } } } = req; use(id); }', 'body.user.id'],
  ['function create({ body }, res) { use(body); }', 'body'],
  ['function create({ body: { name }, params }, res) { use(params.id); }', 'params.id!'],
  ['function create(req, res) { const data = { ...req.body, at: 1 }; use(data); }', 'body'],
  ['function create(req, res) { const { id, ...rest } = req.body; use(rest); }', 'body'],
  ["function create(req, res) { let q; q = req.query.q || ''; use(q.trim()); }", 'query.q!'],
  ['function create(req, res) { use(String(req.body.name)); }', 'body.name!'],
  ["function create(req, res) { use(req.get('host')); }", 'headers.host!'],
  ["function create(req, res) { use(req.headers['x-id']); }", 'headers.x-id!'],
  ['function create(req, res) { use(req.cookies.sid); }', 'cookies.sid!'],
  ['function create(req, res) { use(req.file.originalname); }', 'files.originalname'],
  ['function create(req, res) { for (const each of req.body.items) use(each.id); }', 'body.items.*.id'],
  ['function create(req, res) { use(JSON.parse(req.body)); }', 'body'],
  [
    'http.createServer((req, res) => { const { query } = url.parse(req.url, true); use(query.q); });',
    'query.q',
  ],
  [
    "http.createServer((req, res) => { const u = new URL(req.url, base); use(u.searchParams.get('q')); });",
    'query.q!',
  ],
  [
    'export async function POST(request: Request) { const body = await request.json(); use(body.name); }',
    'body.name',
  ],
  [
    'export const POST = auth(async (req) => { const { name } = await req.json(); use(name); });',
    'body.name',
  ],
  [
    "export async function GET(request: NextRequest) { use(request.nextUrl.searchParams.get('q')); }",
    'query.q!',
  ],
  [
    "export async function GET(request) { const { searchParams } = new URL(request.url); use(searchParams.get('q')); }",
    'query.q!',
  ],
  ['export async function GET(request, { params }) { use(params.id); }', 'params.id!'],
  ['export async function GET(request, { params }) { const { id } = await params; use(id); }', 'params.id!'],
  [
    "export async function POST(request) { const form = await request.formData(); use(form.get('name')); }",
    'body.name',
  ],
  [
    'export async function action({ request }) { const form = Object.fromEntries(await request.formData()); use(form); }',
    'body',
  ],
  ['export async function loader({ request, params }) { use(params.slug); }', 'params.slug!'],
  ["export const GET = async ({ url }) => { use(url.searchParams.get('q')); };", 'query.q!'],
  ["router.post('/x', async (ctx) => { use(ctx.request.body); });", 'body'],
  ["router.get('/x', async (ctx, next) => { use(ctx.query.q); });", 'query.q'],
  ["router.get('/x', async (ctx) => { const { id } = ctx.params; use(id); });", 'params.id!'],
  ["app.post('/x', async (c) => { const { name } = await c.req.json(); use(name); });", 'body.name'],
  ["app.get('/x', (c) => { use(c.req.query('q')); });", 'query.q!'],
  ["app.get('/x', (c) => { use(c.req.param('id')); });", 'params.id!'],
  ["app.get('/x', (c) => { use(c.req.param()); });", 'params'],
  ["app.post('/x', async (c) => { use(await c.req.parseBody()); });", 'body'],
  ['exports.handler = async (event) => { use(JSON.parse(event.body)); };', 'body'],
  ['exports.handler = async (event) => { const { id } = event.pathParameters; use(id); };', 'params.id!'],
  ['exports.handler = async (event) => { use(event.queryStringParameters.q); };', 'query.q!'],
  [
    'module.exports.create = async (event) => { use(JSON.parse(event.body).a); return { statusCode: 200 }; };',
    'body.a',
  ],
  [
    'export const create: APIGatewayProxyHandler = async ({ body, headers }) => { use(JSON.parse(body!)); return { statusCode: 1 }; };',
    'body',
  ],
  [
    'export default defineEventHandler(async (event) => { const body = await readBody(event); use(body.name); });',
    'body.name',
  ],
  ['export default defineEventHandler((event) => { use(getQuery(event).q); });', 'query.q'],
  ["export default defineEventHandler((event) => { use(getRouterParam(event, 'id')); });", 'params.id!'],
  ['@Controller() class A { @Post() create(@Body() dto: CreateDto) { use(dto); } }', 'body'],
  ["@Controller() class A { @Get() find(@Query('q') q: string) { use(q); } }", 'query.q'],
  ["@Controller() class A { @Get(':id') find(@Param('id') id: string) { use(id); } }", 'params.id!'],
  ['@Controller() class A { @Post() x(@Req() r: Request) { use(r.body); } }', 'body'],
  [
    "server.route({ method: 'POST', path: '/x', handler: (request, h) => { use(request.payload); } });",
    'body',
  ],
  [
    "io.on('connection', (socket) => { socket.on('chat', (message) => { use(message.text); }); });",
    'message.text',
  ],
  [
    "'use server'; export async function save(formData: FormData) { use(formData.get('name')); }",
    'body.name',
  ],
  ["async function save(id) { 'use server'; use(id); }", 'body'],
  [
    "import { cookies } from 'next/headers'; async function f() { use((await cookies()).get('sid')); }",
    'cookies.sid!',
  ],
  ['class A { create = (req: AuthRequest, res: Response) => { use(req.body) } }', 'body'],
  ['class A extends Controller { index() { use(this.ctx.request.body); } }', 'body'],
  ['function userOf(req) { use(req.headers.authorization); }', 'headers.authorization!'],
  ['use(req.body.name);', 'body.name'],
];

const own: readonly string[] = [
  'function create(req, res) { use(req.user.id); }',
  'function create(req, res) { const data = schema.parse(req.body); use(data); }',
  'function create(req, res) { use(res.body); }',
  'function create(req, res) { use(req.body.items.length); }',
  "app.post('/x', zValidator('json', schema), (c) => { use(c.req.valid('json')); });",
  "router.get('/x', (ctx) => { use(ctx.body); });",
  "router.get('/x', (ctx) => { use(ctx.state.user); });",
  "app.get('/x', (c) => { use(c.get('user')); });",
  'const request = new Request(url); use(request.body);',
  'const req = https.request(options); use(req.headers);',
  'function save(request: CreateUserRequest) { use(request.body); }',
  'axios.interceptors.request.use((config) => { use(config.params); });',
  "@Controller() class A { @Get(':id') find(@Param('id', ParseIntPipe) id: number) { use(id); } }",
  'function onClick(event) { use(event.target.value); }',
  'const response = await fetch(url); use(await response.json());',
  'function Row({ params }) { use(params.id); }',
  'use(session.body);',
  "emitter.on('data', (chunk) => { use(chunk); });",
];

const holding: readonly (readonly [code: string, input: string])[] = [
  ['function f(req, res) { use(`https://${req.query.host}/x`); }', 'query.host'],
  ['function f(req, res) { const url = base + req.params.path; use(url); }', 'params.path!'],
  ['function f(req, res) { use(path.join(root, req.params.name)); }', 'params.name!'],
  ['function f(req, res) { use({ where: { id: req.body.id } }); }', 'body.id'],
  ["function f(req, res) { const { a } = req.body; const list = ['x', a]; use(list.join(' ')); }", 'body.a'],
];

describe('clientInput', () => {
  before(loadScriptParser);
  const shown = (input: ReturnType<typeof clientInput>) =>
    input ? `${[input.part, ...input.keys].join('.')}${input.text ? '!' : ''}` : '';

  for (const [code, input] of sent) {
    it(`is ${input} in ${code}`, () => assert.equal(shown(clientInput(usedIn(code))), input));
  }
  for (const code of own) {
    it(`is nothing that was sent in ${code}`, () => assert.equal(shown(clientInput(usedIn(code))), ''));
  }
  for (const [code, input] of holding) {
    it(`holds ${input} in ${code}`, () => {
      assert.equal(shown(clientInput(usedIn(code))), '');
      assert.equal(shown(holdsClientInput(usedIn(code))), input);
    });
  }
});
