import type { Example, RuleExamples } from '../example.ts';

const file = 'src/live.ts';
const title = 'Use wss';
const silent = (name: string, code: string, path = file): Example => ({ name, file: path, code });

export const examples: RuleExamples = {
  bad: [
    { name: 'an address', file, code: "const socket = new WebSocket(⟦'ws://live.tool.dev/feed'⟧);\n" },
    {
      name: 'a constant, and what it falls back to',
      file,
      code: "const url = process.env.WS_URL ?? ⟦'ws://live.tool.dev:8080'⟧;\nconst socket = new ReconnectingWebSocket(url);\n",
    },
    {
      name: 'a host in a constant of its own',
      file,
      code: "const host = 'live.tool.dev';\nconst socket = new WebSocket(⟦`ws://${host}/feed`⟧);\nconst other = new WebSocket(⟦'ws://'⟧ + host + '/other');\n",
    },
    {
      name: "the page's own server, whatever the page came over",
      file,
      code: 'export function connect() {\n  return new WebSocket(⟦`ws://${window.location.host}/feed`⟧);\n}\n',
    },
    {
      name: 'a program in a page',
      file: 'web/index.html',
      code: '<script>\n  var socket = new WebSocket(⟦"ws://live.tool.dev/room"⟧);\n</script>\n',
    },
    { name: 'an environment', file: '.env.production', code: 'VITE_WS_URL=⟦ws://live.tool.dev⟧\n' },
    { name: 'a settings file', file: 'config/app.json', code: '{ "socketUrl": ⟦"ws://live.tool.dev"⟧ }\n' },
  ],
  ok: [
    silent(
      'a page that tells about it',
      '<p>Use <code>new WebSocket("ws://live.tool.dev")</code>.</p>\n',
      'web/index.html',
    ),
    silent('an encrypted socket', "const socket = new WebSocket('wss://live.tool.dev/feed');\n"),
    silent(
      "the page's own protocol",
      "const scheme = location.protocol === 'https:' ? 'wss' : 'ws';\nconst socket = new WebSocket(`${scheme}://${location.host}/feed`);\nconst url = location.protocol === 'https:' ? `wss://${location.host}` : `ws://${location.host}`;\n",
    ),
    silent(
      'machines of its own',
      "for (const url of ['ws://localhost:3000', 'ws://127.0.0.1', 'ws://10.0.0.4', 'ws://gateway:8080', 'ws://hub.internal']) open(url);\n",
    ),
    silent(
      'outside production',
      "const url = process.env.NODE_ENV === 'production' ? 'wss://live.tool.dev' : 'ws://staging.tool.dev';\n",
    ),
    silent('what is computed', 'const socket = new WebSocket(`ws://${host}:${port}`);\n'),
    silent(
      'a comparison',
      "if (url.startsWith('ws://live.tool.dev') || url === 'ws://live.tool.dev') url = url.replace('ws://', 'wss://');\n",
    ),
    silent('an example domain', "const socket = new WebSocket('ws://example.com');\n"),
    silent('a comment', '// new WebSocket("ws://live.tool.dev")\nconst websocket = undefined;\n'),
    silent('a test', "const socket = new WebSocket('ws://live.tool.dev');\n", 'test/live.test.ts'),
    silent('a developer environment', 'WS_URL=ws://staging.tool.dev\n', '.env.development'),
  ],
  fixed: [
    {
      name: 'an address',
      file,
      title,
      code: "const socket = new WebSocket('ws://live.tool.dev/feed');\n",
      after: { [file]: "const socket = new WebSocket('wss://live.tool.dev/feed');\n" },
    },
    {
      name: 'an environment',
      file: '.env.production',
      title,
      code: 'VITE_WS_URL=ws://live.tool.dev\n',
      after: { '.env.production': 'VITE_WS_URL=wss://live.tool.dev\n' },
    },
  ],
};
