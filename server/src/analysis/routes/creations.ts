import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import type { Framework, ServerPart } from './facts.ts';
import { importOf } from './modules.ts';

/** What an expression makes: an application or a router of some framework. */
export interface Creation {
  readonly kind: 'root' | 'router';
  readonly framework: Framework;
  readonly prefix?: string;
  /** The call that makes it. */
  readonly call: ScriptNode;
}

type Call = tsMorph.ts.CallExpression | tsMorph.ts.NewExpression;

/** Which framework a package belongs to. */
const packages: readonly (readonly [RegExp, Framework])[] = [
  [/^(?:express|express-promise-router|polka|restify|@feathersjs\/express|ultimate-express)$/, 'express'],
  [/^fastify$/, 'fastify'],
  [/^(?:hono|hono\/.+|@hono\/zod-openapi)$/, 'hono'],
  [/^(?:koa|koa-router|@koa\/router|@koa\/.+)$/, 'koa'],
  [/^@nestjs\/core$/, 'nest'],
  [/^(?:node:)?https?$/, 'http'],
];

/** Modules and names without which a file makes nothing of the kind. */
export const makesServers =
  /['"](?:express|polka|restify|@feathersjs\/|ultimate-express|fastify|hono|@hono\/|koa|@koa\/|@nestjs\/core|(?:node:)?https?['"])|\b(?:express|express\.Router|Router|[fF]astify|Hono|Koa|NestFactory\.create|https?\.createServer)\(/;

/** What a call makes; undefined for anything else. */
export function creationOf(call: ScriptNode): Creation | undefined {
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return undefined;
  const callee = plain(call.expression);
  const name = lastName(callee) ?? '';
  if (!ts.isCallExpression(callee) && !mayMake.test(name)) return undefined;
  const framework = frameworkOf(callee) ?? byGlobalName(callee, name);
  const prefix = prefixIn(call);
  const root: Creation = { kind: 'root', framework: framework ?? 'unknown', call };
  const router: Creation = {
    kind: 'router',
    framework: framework ?? 'unknown',
    call,
    ...(prefix ? { prefix } : {}),
  };
  if (name === 'createServer') return framework === 'express' || framework === 'http' ? root : undefined;
  if (/^(?:PromiseRouter|ExpressRouter)$/.test(name)) return router;
  if (name === 'Router' || name === 'router') return framework && framework !== 'http' ? router : undefined;
  if (name === 'create' || name === 'createMicroservice')
    return framework === 'nest' && name === 'create' ? root : undefined;
  const isNew = ts.isNewExpression(call);
  if (framework === 'express') return isNew ? undefined : /Router/.test(name) ? router : root;
  if (framework === 'fastify') return isNew ? undefined : root;
  if (framework === 'hono') return isNew ? root : undefined;
  // `koa-router` is imported under any name.
  if (framework === 'koa') return name === 'Koa' || importedFrom(callee) === 'koa' ? root : router;
  return undefined;
}

const globalNames: ReadonlyMap<string, Framework> = new Map<string, Framework>([
  ['express', 'express'],
  ['Router', 'express'],
  ['fastify', 'fastify'],
  ['Fastify', 'fastify'],
  ['Hono', 'hono'],
  ['Koa', 'koa'],
  ['create', 'nest'],
  ['createServer', 'http'],
]);

/** In code without its imports, a name that nothing declares is the one that everybody gives. */
function byGlobalName(callee: ScriptNode, name: string): Framework | undefined {
  const framework = globalNames.get(name);
  if (!framework) return undefined;
  const base = ts.isPropertyAccessExpression(callee) ? plain(callee.expression) : undefined;
  const first = base ?? callee;
  if (!ts.isIdentifier(first) || heldBy(first)) return undefined;
  if (!base) return name === 'create' || name === 'createServer' ? undefined : framework;
  const owner = { Router: /^express$/, create: /^NestFactory$/, createServer: /^https?$/ }[name];
  return owner?.test(first.text) ? framework : undefined;
}

/** Names, in any spelling that an import may give, of what makes a part; only to leave early. */
const mayMake = /^default$|express|app|polka|restify|server|router|fastify|hono|koa|create/i;

function frameworkOf(callee: ScriptNode): Framework | undefined {
  const module = importedFrom(callee);
  return module === undefined ? undefined : packages.find(([pattern]) => pattern.test(module))?.[1];
}

/** The module that the first name of a callee comes from; also `require('express')()`. */
function importedFrom(callee: ScriptNode): string | undefined {
  let node = plain(callee);
  while (ts.isPropertyAccessExpression(node)) node = plain(node.expression);
  if (ts.isCallExpression(node)) return importOf(node)?.module;
  if (!ts.isIdentifier(node)) return undefined;
  const held = heldBy(node);
  return held && importOf(held.declaration)?.module;
}

/** `new Router({ prefix: '/users' })`. */
function prefixIn(call: Call): string | undefined {
  const options = call.arguments?.[0];
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  for (const property of options.properties) {
    if (!ts.isPropertyAssignment(property) || textOfName(property.name) !== 'prefix') continue;
    return ts.isStringLiteralLike(property.initializer) ? property.initializer.text : undefined;
  }
  return undefined;
}

/** Types by which a parameter is known for an application or router. */
export const serverTypes =
  /\b(?:Express|Application|Router|IRouter|FastifyInstance|FastifyPluginAsync|FastifyPluginCallback|Hono|Koa|INestApplication)\b/;

/** Whether something handed to a function is meant to be an application or a router. */
export const looksLikeServer = ({ name, type }: ServerPart): boolean =>
  serverTypes.test(type ?? '') || /^(?:app|server|router|fastify|instance|express|koa|hono|f)$/i.test(name);
