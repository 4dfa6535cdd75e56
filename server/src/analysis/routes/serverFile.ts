import { type ScriptFile, type ScriptNode, ts } from '../../languages/script.ts';
import { lastName } from '../namedValue.ts';
import { heldAtTopLevel } from '../topLevelNames.ts';
import { plain } from '../unwrapped.ts';
import { readController } from './controllers.ts';
import { makesServers } from './creations.ts';
import type { ServerFile, Step } from './facts.ts';
import { fileRoute, readFileHandlers } from './fileHandlers.ts';
import { exportsOf } from './modules.ts';
import { type FileSource, PartTable } from './partTable.ts';
import { readListener } from './plainHttp.ts';
import { readCall } from './steps.ts';
import { literalText } from './syntax.ts';

const known = new WeakMap<FileSource, ServerFile | undefined>();

/** Words without which a script has nothing to do with servers. */
const serves =
  /['"](?:express|fastify|hono|koa|polka|restify|@hono|@koa|@fastify|@nestjs)\b|\b(?:express|[fF]astify|Hono|Koa|polka|restify|createServer|[rR]outer|listen|serve)\(|\.(?:use|register|route)\(|\.(?:get|post|put|patch|delete|del|all)\(\s{0,20}['"`][/*:]|Controller\(/;

/** Words without which it doesn't lead from one file to what limits the routes of another either. */
const leads = /\bexport ?[*{]|\bexports[.\w]{0,60} = (?:\w{1,40}\()?require\(|__exportStar/;
const limiters = ['imit', 'hrottl', 'lowDown', 'low-down', '429'];

const mayLead = (text: string): boolean =>
  text.includes('export') && (limiters.some((each) => text.includes(each)) || leads.test(text));

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
  ...[
    '.use(',
    '.register(',
    '.get(',
    '.post(',
    '.put(',
    '.patch(',
    '.delete(',
    '.all(',
    '.route(',
    'controller(',
  ],
  ...['serve(', 'export', 'scripts', 'compileroptions'],
];

/** More than a file has that people wrote. */
const mostSteps = 2_000;

function read(file: FileSource): ServerFile | undefined {
  const isRoute = fileRoute(file.path) !== undefined;
  const { script } = file;
  if (!script) return undefined;
  if (!isRoute && !serves.test(script.text)) return mayLead(script.text) ? leading(script, file) : undefined;
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
  if (makesServers.test(script.text)) for (const call of calls) table.addCreation(call);
  const steps: Step[] = classes.flatMap((node) => readController(node, table, file));
  steps.push(...readFileHandlers(script, table, file));
  for (const call of calls) {
    const part = isListener(call) ? table.partOf(call) : undefined;
    if (part !== undefined && table.parts[part]?.framework === 'http') {
      steps.push(...readListener(call, part, table, file));
    }
  }
  // Outer calls first: `register(async (app) => …)` says what `app` is.
  for (const call of [...calls].sort((a, b) => a.pos - b.pos || b.end - a.end)) {
    if (steps.length < mostSteps) steps.push(...readCall(call, table, file));
  }
  const { exports, exportsAll } = exportsOf(script, (node) => table.targetOf(node));
  const listens = calls.map(listening).find((each) => each !== undefined);
  if (table.parts.length === 0 && !listens && !leadsOn(exports, exportsAll)) return undefined;
  return { parts: table.parts, steps, exports, exportsAll, ...(listens ? { listens } : {}) };
}

const isListener = (call: ScriptNode): boolean =>
  ts.isCallExpression(call) && lastName(plain(call.expression)) === 'createServer';

/** A file without servers, through which others may get at theirs: read without walking it. */
function leading(script: ScriptFile, file: FileSource): ServerFile | undefined {
  const table = new PartTable(file, ({ text }) => heldAtTopLevel(script, text));
  const { exports, exportsAll } = exportsOf(script, (node) => table.targetOf(node));
  return leadsOn(exports, exportsAll) ? { parts: [], steps: [], exports, exportsAll } : undefined;
}

const leadsOn = (exports: object, exportsAll: readonly string[]): boolean =>
  exportsAll.length > 0 || Object.keys(exports).length > 0;

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
