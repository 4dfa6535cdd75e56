import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { plain } from '../unwrapped.ts';
import type { Step } from './facts.ts';
import type { FileSource, PartTable } from './partTable.ts';
import { functionAround, literalText, propertyOf } from './syntax.ts';
import { valuesOf } from './values.ts';

type Call = tsMorph.ts.CallExpression;

const verbs = /^(?:get|head|post|put|patch|delete|del|all|options|any)$/;
const mounts = /^(?:use|useAsync|register|mount|route|useGlobalGuards|useGlobalInterceptors|addHook|on)$/;

/** What the calls of a file do to its parts. */
export function readCall(call: ScriptNode, table: PartTable, file: FileSource): readonly Step[] {
  if (ts.isNewExpression(call)) return handed(call, table, file);
  if (!ts.isCallExpression(call)) return [];
  const callee = plain(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return handed(call, table, file);
  const method = callee.name.text;
  if (verbs.test(method)) {
    const route = readRoute(call, callee, table, file);
    if (route) return [route];
  }
  if (mounts.test(method)) {
    const mounted = readMount(call, callee, method, table, file);
    if (mounted) return mounted;
  }
  return handed(call, table, file);
}

const stepFacts = (part: number, call: ScriptNode, { script }: FileSource) => ({
  part,
  at: call.getStart(script),
  end: call.end,
  scope: functionAround(call).pos,
});

/** `app.post(path, …)`, `router.route(path).post(…)`, and chains of both. */
function readRoute(
  call: Call,
  callee: tsMorph.ts.PropertyAccessExpression,
  table: PartTable,
  file: FileSource,
): Step | undefined {
  const { base, path: chainPath } = baseOf(callee.expression);
  const own = chainPath === undefined;
  const args = own ? call.arguments.slice(1) : [...call.arguments];
  const first = call.arguments[0];
  const path = own ? literalText(first) : chainPath.text;
  if (args.length === 0 || !couldHandle(args.at(-1))) return undefined;
  // Of something unknown only a path shows that it takes routes: `cache.get(key, load)` doesn't.
  const looksLikeRoute = !own || (path !== undefined && /^(?:[/*:]|$)/.test(path));
  const part = looksLikeRoute ? table.partUsed(base) : table.partOf(base);
  if (part === undefined) return undefined;
  const name = callee.name.text.toUpperCase();
  return {
    kind: 'route',
    ...stepFacts(part, call, file),
    method: name === 'DEL' ? 'DELETE' : name === 'ANY' ? 'ALL' : name,
    path,
    values: valuesOf(args, (node) => table.targetOf(node)),
    // From the method on: in a chain, each route has a place of its own.
    place: file.placeOf(callee.name.getStart(file.script), (first ?? call).end),
  };
}

interface ChainBase {
  readonly base: ScriptNode;
  readonly path?: { readonly text: string | undefined };
}

/** By link: each call of a chain asks, and the way down is walked once. */
const bases = new WeakMap<ScriptNode, ChainBase>();

/** What a chain of routes begins with, and the path of `route('/x')` in it. */
function baseOf(expression: ScriptNode): ChainBase {
  const links: ScriptNode[] = [];
  let found: ChainBase | undefined;
  for (let node = plain(expression); !found; ) {
    found = bases.get(node);
    if (found) break;
    const callee = ts.isCallExpression(node) ? plain(node.expression) : node;
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(callee)) {
      found = { base: node };
    } else if (callee.name.text === 'route' && node.arguments.length === 1) {
      found = { base: callee.expression, path: { text: literalText(node.arguments[0]) } };
    } else if (!verbs.test(callee.name.text) && !/^(?:use|basePath|route)$/.test(callee.name.text)) {
      found = { base: node };
    } else {
      links.push(node);
      node = plain(callee.expression);
    }
  }
  for (const link of links) bases.set(link, found);
  return found;
}

/** Whether a last argument can be a handler and not the body that a client sends. */
const couldHandle = (last: ScriptNode | undefined): boolean => {
  const node = last && plain(last);
  return node !== undefined && !ts.isObjectLiteralExpression(node) && !ts.isLiteralExpression(node);
};

function readMount(
  call: Call,
  callee: tsMorph.ts.PropertyAccessExpression,
  method: string,
  table: PartTable,
  file: FileSource,
): readonly Step[] | undefined {
  const { base } = baseOf(callee.expression);
  const known = table.partOf(base);
  if (method === 'route' && call.arguments.length === 1)
    return known === undefined ? undefined : objectRoute(call, known, table, file);
  if (/^(?:on|addHook|useGlobal|route)/.test(method) && known === undefined) return undefined;
  const args = [...call.arguments];
  const first = args[0];
  const hasPath =
    first !== undefined && (ts.isStringLiteralLike(first) || method === 'route' || isPathList(first));
  const part = known ?? table.partUsed(base);
  if (part === undefined) return undefined;
  if (method === 'on' || method === 'addHook') args.shift();
  else if (hasPath) args.shift();
  const prefix = method === 'register' ? literalText(propertyOf(args[1], 'prefix')) : undefined;
  const path = prefix ?? (hasPath && method !== 'addHook' ? literalText(first) : '');
  const values = valuesOf(args, (node) => table.targetOf(node));
  if (method === 'register' && args[0]) {
    const [plugin, ...options] = values;
    const names = [...(plugin?.names ?? []), ...options.flatMap((each) => each.names)];
    const inline = plain(args[0]);
    const inner = ts.isFunctionLike(inline) ? table.partOfParameter(inline) : undefined;
    const target = inner === undefined ? plugin?.target : { part: inner };
    // A plugin and its options are one; one that stands inline is read step by step.
    const value = { names: ts.isFunctionLike(inline) ? [] : names, ...(target ? { target } : {}) };
    return [{ kind: 'use', ...stepFacts(part, call, file), path, values: [value] }];
  }
  return [{ kind: 'use', ...stepFacts(part, call, file), path, values }];
}

const isPathList = (node: ScriptNode): boolean =>
  ts.isRegularExpressionLiteral(node) ||
  (ts.isArrayLiteralExpression(node) &&
    node.elements.length > 0 &&
    node.elements.every(ts.isStringLiteralLike));

/** `fastify.route({ method: 'POST', url: '/x', preHandler, handler })`. */
function objectRoute(
  call: Call,
  part: number,
  table: PartTable,
  file: FileSource,
): readonly Step[] | undefined {
  const [options] = call.arguments;
  const method = propertyOf(options, 'method');
  if (!options || !method) return undefined;
  const methods = ts.isArrayLiteralExpression(method) ? [...method.elements] : [method];
  return methods.map((each) => ({
    kind: 'route',
    ...stepFacts(part, call, file),
    method: literalText(each)?.toUpperCase() ?? 'ALL',
    path: literalText(propertyOf(options, 'url') ?? propertyOf(options, 'path')),
    values: valuesOf([options], (node) => table.targetOf(node)),
    place: file.placeOf(call.getStart(file.script), (options.getFirstToken() ?? call).end),
  }));
}

/** `setUp(app)`, `new Routes(app)`: what it leads to goes on with the part. */
function handed(call: Call | tsMorph.ts.NewExpression, table: PartTable, file: FileSource): readonly Step[] {
  const steps: Step[] = [];
  for (const each of call.arguments ?? []) {
    const node = plain(each);
    if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) continue;
    const part = table.partOf(node);
    const to = part === undefined ? undefined : table.targetOf(call.expression);
    if (part !== undefined && to && !('part' in to))
      steps.push({ kind: 'hand', ...stepFacts(part, call, file), to });
  }
  return steps;
}
