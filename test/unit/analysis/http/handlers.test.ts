import assert from 'node:assert/strict';
import { handlerAround } from '../../../../server/src/analysis/http/handlers.ts';
import {
  loadScriptParser,
  parseScript,
  type ScriptNode,
  ts,
} from '../../../../server/src/languages/script.ts';

/** The call of `here()` in a text. */
function hereIn(code: string): ScriptNode {
  const find = (node: ScriptNode): ScriptNode | undefined =>
    ts.isCallExpression(node) && node.expression.getText() === 'here'
      ? node
      : ts.forEachChild(node, (child) => find(child));
  const here = find(parseScript('a.ts', code));
  assert.ok(here, code);
  return here;
}

/** A text, and the handler around `here()`: its shape, its method and its path. */
const cases: readonly (readonly [code: string, handler: string])[] = [
  ["app.post('/users', (req, res) => { here(); });", 'connect POST /users'],
  ["app.post('/users', auth, asyncHandler(async (req, res, next) => { here(); }));", 'connect POST /users'],
  ["router.route('/users').get(list).post(function (req, res) { here(); });", 'connect POST /users'],
  ["async function create(req, res) { here(); } app.post('/users', [auth, create]);", 'connect POST /users'],
  ['const create = wrap(async (req, res) => { here(); }); router.put(path, create);', 'connect PUT'],
  [
    "class A { create = async (req, res) => { here(); }; routes() { this.router.post('/a', this.create); } }",
    'connect POST /a',
  ],
  [
    "class A { async create(req, res) { here(); } } const a = new A(); app.post('/a', a.create.bind(a));",
    'connect POST /a',
  ],
  ['export const create = async (req: Request, res: Response) => { list.map((x) => here()); };', 'connect'],
  ['app.use((err, req, res, next) => { here(); });', 'connect USE'],
  ["fastify.post('/x', { schema }, async (request, reply) => { here(); });", 'fastify POST /x'],
  [
    "fastify.route({ method: 'PUT', url: '/x', handler: async (request, reply) => { here(); } });",
    'fastify PUT /x',
  ],
  ["server.route({ method: 'POST', path: '/x', handler: (request, h) => { here(); } });", 'hapi POST /x'],
  ["router.post('/x', async (ctx) => { here(); });", 'context POST /x'],
  ["app.get('/x/:id', (c) => { here(); });", 'context GET /x/:id'],
  ['export async function POST(request: Request) { here(); }', 'fetch POST'],
  ['export const GET = withAuth(async (request, { params }) => { here(); });', 'fetch GET'],
  ['export async function action({ request }) { here(); }', 'fetch'],
  ['export default { async fetch(request, env) { here(); } };', 'fetch'],
  ["@Controller('a') class A { @Post('b') create(@Body() dto: Dto) { here(); } }", 'nest POST b'],
  ['export const handler = async (event) => { here(); };', 'event'],
  ['export default defineEventHandler(async (event) => { here(); });', 'event'],
  ["async function save(data) { 'use server'; here(); }", 'action'],
  ["io.on('connection', (socket) => socket.on('chat', (text) => { here(); }));", 'socket'],
];

const none: readonly string[] = [
  'function add(a, b) { here(); }',
  "cache.get('key', () => { here(); });",
  "api.get('/users').then((response) => { here(); });",
  "button.on('click', (event) => { here(); });",
  'const Row = ({ item }) => { here(); };',
  'here();',
  'new Promise((resolve, reject) => { here(); });',
];

describe('handlerAround', () => {
  before(loadScriptParser);
  for (const [code, expected] of cases) {
    it(`is ${expected} in ${code}`, () => {
      const handler = handlerAround(hereIn(code));
      assert.equal([handler?.shape, handler?.method, handler?.path].filter(Boolean).join(' '), expected);
    });
  }
  for (const code of none) {
    it(`is none in ${code}`, () => assert.equal(handlerAround(hereIn(code)), undefined));
  }
});
