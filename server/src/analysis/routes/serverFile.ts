import { type ScriptNode, ts } from '../../languages/script.ts';
import { lastName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import { readController } from './controllers.ts';
import type { ServerFile, Step } from './facts.ts';
import { fileRoute, readFileHandlers } from './fileHandlers.ts';
import { exportsOf } from './modules.ts';
import { type FileSource, PartTable } from './partTable.ts';
import { readCall } from './steps.ts';
import { literalText } from './syntax.ts';

const known = new WeakMap<FileSource, ServerFile | undefined>();

/** Words without which a script has nothing to do with servers, nor leads from one file of a server to another. */
const words =
  /\b(?:express|fastify|hono|koa|polka|restify|createServer|nestjs|Router|router|listen|serve)\b|\.(?:use|register|post|put|patch|delete|del|all|route)\(|Controller\(|\bexport\s*(?:\*|\{)|exports\b/;

/**
 * What a file says about servers; undefined where it says nothing. Read in one walk when the first rule asks, and
 * kept for the others.
 */
export function serverFileOf(file: FileSource): ServerFile | undefined {
  if (known.has(file)) return known.get(file);
  const facts = read(file);
  known.set(file, facts);
  return facts;
}

/** Words that the keywords of every rule about servers must hold, in lower case, as `keywords` wants them. */
export const serverKeywords: readonly string[] = [
  ...['express', 'fastify', 'hono', 'koa', 'polka', 'restify', 'createserver', 'nestjs', 'router', 'listen'],
  ...['.use(', '.register(', '.post(', '.put(', '.patch(', '.delete(', '.all(', '.route(', 'controller('],
  ...['serve(', 'export', 'scripts', 'compileroptions'],
];

function read(file: FileSource): ServerFile | undefined {
  const isRoute = fileRoute(file.path) !== undefined;
  const { script } = file;
  if (!script || (!isRoute && !words.test(script.text))) return undefined;
  const table = new PartTable(file);
  const calls: ScriptNode[] = [];
  const classes: ScriptNode[] = [];
  const waiting: ScriptNode[] = [script];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) calls.push(node);
    else if (ts.isClassDeclaration(node)) classes.push(node);
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  calls.sort((a, b) => a.end - b.end);
  for (const call of calls) table.addCreation(call);
  const steps: Step[] = classes.flatMap((node) => readController(node, table, file));
  steps.push(...readFileHandlers(script, table, file));
  // Outer calls first: `register(async (app) => …)` says what `app` is.
  for (const call of [...calls].sort((a, b) => a.pos - b.pos || b.end - a.end)) {
    steps.push(...readCall(call, table, file));
  }
  const { exports, exportsAll } = exportsOf(script, (node) => table.targetOf(node));
  const listens = calls.map(listening).find((each) => each !== undefined);
  const leads = exportsAll.length > 0 || Object.keys(exports).length > 0;
  if (table.parts.length === 0 && !listens && !leads) return undefined;
  return { parts: table.parts, steps, exports, exportsAll, ...(listens ? { listens } : {}) };
}

/** `app.listen(3000)` is open to other machines, `app.listen(3000, '127.0.0.1')` isn't. */
function listening(call: ScriptNode): 'open' | 'local' | undefined {
  if (!ts.isCallExpression(call)) return undefined;
  const name = lastName(plain(call.expression));
  if (name !== 'listen' && name !== 'serve') return undefined;
  const local = call.arguments.some((each) => {
    const host = ts.isObjectLiteralExpression(each)
      ? /host(?:name)?:\s*['"]([^'"]+)/.exec(each.getText())?.[1]
      : literalText(each);
    return host !== undefined && /^(?:127\.0\.0\.1|localhost|::1)$/.test(host);
  });
  return local ? 'local' : 'open';
}
