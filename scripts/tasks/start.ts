/**
 * `npm start`: builds, then opens VS Code on test/workspaces/shop with the extension: the desktop's `code` where
 * it is on the path, else VS Code in the browser, until Ctrl+C.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openInBrowser } from '../editor/openInBrowser.ts';
import { openOnDesktop } from '../editor/openOnDesktop.ts';
import { fromRoot } from '../paths.ts';

const help = `npm start -- [options] [folder or .code-workspace file]

  --browser     VS Code in the browser, even where desktop VS Code is installed
  --port <n>    the port for the browser; without it 8137, or a free one where that is taken
  --untrusted   in restricted mode (in the browser)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string' },
    untrusted: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const target = positionals[0]
  ? resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0])
  : fromRoot('test', 'workspaces', 'shop');
const port = values.port === undefined ? undefined : Number(values.port);

if (values.help) {
  console.log(help);
} else if (!existsSync(target)) {
  console.error(`There is no ${target}.`);
  process.exitCode = 2;
} else if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
  console.error(`--port wants a number from 1 to 65535, not "${values.port}".`);
  process.exitCode = 2;
} else if (values.browser || !(await openOnDesktop(target))) {
  await openInBrowser({ target, port, trusted: !values.untrusted });
}
