import assert from 'node:assert/strict';
import { Engine } from '../../../server/src/engine/engine.ts';
import { corsAllowAll } from '../../../server/src/rules/security/cors-allow-all.ts';
import { MemoryWorkspace } from '../../support/memoryWorkspace.ts';

async function findingsOf(code: string, path = 'src/server.ts', manifest = '{}') {
  const workspace = new MemoryWorkspace({ [path]: code, 'package.json': manifest });
  const engine = new Engine(workspace, [corsAllowAll], { today: () => '2026-01-20' });
  return (await engine.check(path))[0].findings;
}

const header = "res.setHeader('Access-Control-Allow-Origin', req.headers.origin);";
const allowed = "res.setHeader('Access-Control-Allow-Credentials', 'true');";

describe('cors-allow-all', () => {
  for (const [code, priority] of Object.entries({
    "import cors from 'cors'; app.use(cors());": 'P1',
    "import cors from 'cors'; app.use(cors({ origin: true }));": 'P1',
    "import cors from 'cors'; app.use(cors({ origin: true, credentials: true }));": 'P0',
    "import cors from 'cors'; app.use(cors({ origin: '*', credentials: true }));": 'P0',
    [`app.use((req, res) => { ${header} });`]: 'P1',
    [`app.use((req, res) => { ${header} ${allowed} });`]: 'P0',
  })) {
    it(`is ${priority} for ${code}`, async () => {
      assert.deepEqual(
        (await findingsOf(code)).map((finding) => finding.priority),
        [priority],
      );
    });
  }

  for (const [spelling, code] of Object.entries({
    'a namespace': "import * as cors from 'cors'; app.use(cors());",
    'a module loaded in place': "app.use(require('cors')());",
    'a name of its own': "import { cors as allow } from 'hono/cors'; app.use(allow());",
    'what compilers make of it':
      'const cors_1 = __importDefault(require("cors")); app.use((0, cors_1.default)());',
    'a dynamic import': "const { default: cors } = await import('cors'); app.use(cors());",
  })) {
    it(`knows the package by ${spelling}`, async () => {
      assert.equal((await findingsOf(code)).length, 1);
    });
  }

  it('has no fix where a list would not do', async () => {
    const [koa] = await findingsOf("import cors from '@koa/cors'; app.use(cors());");
    const [written] = await findingsOf(`app.use((req, res) => { ${header} });`);
    assert.deepEqual([koa?.fixes, written?.fixes], [[], []]);
  });

  it('stays silent in code that runs in browsers, and in a font folder', async () => {
    const code = `export const set = (req, res) => { ${header} };`;
    const react = '{ "dependencies": { "react-dom": "19" } }';
    assert.deepEqual(await findingsOf(code, 'src/App.tsx', react), []);
    assert.deepEqual(await findingsOf(code, 'src/fonts/serve.ts'), []);
  });

  it('does not ask what every name of a bundle holds', async () => {
    const calls = 'e(t);'.repeat(20_000);
    const scopes = 'function n() { var e = 1; return e; }\n'.repeat(4_000);
    const code = `var cors = require('cors');\n${' '.repeat(300)}${scopes}${calls}\napp.use(cors());\n`;
    assert.equal((await findingsOf(code, 'src/server.js')).length, 1);
  });
});
