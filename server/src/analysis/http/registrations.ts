import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { type FunctionWithBody, isFunction } from '../functions.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { literalText, propertyOf } from '../routes/syntax.ts';
import { plain } from '../unwrapped.ts';

/** Where a function is put on a route: `app.post('/users', auth, create)`. */
export interface Registration {
  readonly call: tsMorph.ts.CallExpression;
  /** `GET`, `POST` …; `ALL` for every method, `USE` for a middleware of `app.use(…)`. */
  readonly method: string;
  /** Undefined where it is not literal, or holds for all paths. */
  readonly path: string | undefined;
  /** Whether it comes last and answers; what comes before it are middlewares. */
  readonly last: boolean;
}

const verbs = /^(?:get|head|post|put|patch|delete|del|all|options|any|use|GET|POST|PUT|PATCH|DELETE)$/;
/** What applications and routers are called, where the path is not literal. */
const receivers = /(?:^|[a-z_])(?:app|server|router|routes?|api|fastify|instance|hono|koa|express|r)$/i;
const known = new WeakMap<ScriptNode, ReadonlyMap<ScriptNode, Registration>>();

/** How a function is put on a route by its own file: inline, by name, as a method; undefined where it isn't. */
export function registrationOf(handler: FunctionWithBody): Registration | undefined {
  const file = handler.getSourceFile();
  let registrations = known.get(file);
  if (!registrations) {
    registrations = registrationsIn(file);
    known.set(file, registrations);
  }
  return registrations.get(handler);
}

function registrationsIn(file: ScriptNode): ReadonlyMap<ScriptNode, Registration> {
  const found = new Map<ScriptNode, Registration>();
  const waiting: ScriptNode[] = [file];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isCallExpression(node)) addCall(node, found);
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return found;
}

function addCall(call: tsMorph.ts.CallExpression, found: Map<ScriptNode, Registration>): void {
  const callee = plain(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return;
  const verb = callee.name.text;
  if (verb === 'route' && call.arguments.length === 1) addOptions(call, found);
  if (!verbs.test(verb)) return;
  const [first, ...rest] = call.arguments;
  if (!first) return;
  const chained = pathOfChain(callee.expression);
  const own = chained === undefined && isPath(first, callee.expression);
  if (!own && chained === undefined && verb !== 'use') return;
  const method = /^del$/i.test(verb) ? 'DELETE' : verb === 'any' ? 'ALL' : verb.toUpperCase();
  const path = own ? literalText(first) : chained?.text;
  const values = own ? rest : [first, ...rest];
  for (const [index, value] of values.entries()) {
    const last = index === values.length - 1;
    for (const each of functionsIn(value)) {
      if (!found.has(each)) found.set(each, { call, method, path, last });
    }
  }
}

/** `fastify.route({ method: 'POST', url: '/x', handler })`. */
function addOptions(call: tsMorph.ts.CallExpression, found: Map<ScriptNode, Registration>): void {
  const [options] = call.arguments;
  const method = propertyOf(options, 'method');
  const handler = propertyOf(options, 'handler');
  if (!method || !handler) return;
  const path = literalText(propertyOf(options, 'url') ?? propertyOf(options, 'path'));
  for (const each of functionsIn(handler)) {
    found.set(each, { call, method: literalText(method)?.toUpperCase() ?? 'ALL', path, last: true });
  }
}

function isPath(first: ScriptNode, receiver: ScriptNode): boolean {
  const text = literalText(first);
  if (text !== undefined) return /^(?:[/*:]|$)/.test(text) || receivers.test(lastName(plain(receiver)) ?? '');
  if (ts.isRegularExpressionLiteral(first)) return true;
  if (ts.isFunctionLike(first) || ts.isCallExpression(first)) return false;
  return receivers.test(lastName(plain(receiver)) ?? '');
}

/** The path of `route('/x')` that a chain begins with; undefined where it begins otherwise. */
function pathOfChain(expression: ScriptNode): { readonly text: string | undefined } | undefined {
  let node = plain(expression);
  for (let links = 0; links < 12 && ts.isCallExpression(node); links++) {
    const callee = plain(node.expression);
    if (!ts.isPropertyAccessExpression(callee)) return undefined;
    if (callee.name.text === 'route') return { text: literalText(node.arguments[0]) };
    node = plain(callee.expression);
  }
  return undefined;
}

/** The functions that an argument stands for: itself, through a wrapper, a list, a name, a method. */
function functionsIn(argument: ScriptNode, hops = 5): readonly FunctionWithBody[] {
  const node = plain(argument);
  if (hops === 0) return [];
  const inner = (each: ScriptNode) => functionsIn(each, hops - 1);
  if (isFunction(node)) return [node];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(inner);
  if (ts.isCallExpression(node)) {
    const callee = plain(node.expression);
    const binds = ts.isPropertyAccessExpression(callee) && callee.name.text === 'bind';
    return binds ? inner(callee.expression) : node.arguments.flatMap(inner);
  }
  if (ts.isObjectLiteralExpression(node)) {
    const handler = propertyOf(node, 'handler');
    return handler ? inner(handler) : [];
  }
  if (ts.isIdentifier(node)) {
    const held = heldBy(node);
    if (!held) return [];
    if (isFunction(held.declaration)) return [held.declaration];
    return held.writes.flatMap(({ value }) => inner(value));
  }
  return ts.isPropertyAccessExpression(node) ? membersNamed(node, inner) : [];
}

/** `this.create`, `controller.create` where the file declares the class or object itself. */
function membersNamed(
  node: tsMorph.ts.PropertyAccessExpression,
  inner: (each: ScriptNode) => readonly FunctionWithBody[],
): readonly FunctionWithBody[] {
  const owner = ownerOf(node.expression);
  if (!owner) return [];
  if (ts.isObjectLiteralExpression(owner)) {
    const member = propertyOf(owner, node.name.text);
    return member ? inner(member) : [];
  }
  return owner.members.flatMap((member) => {
    if (!member.name || textOfName(member.name) !== node.name.text) return [];
    if (ts.isMethodDeclaration(member)) return [member];
    return ts.isPropertyDeclaration(member) && member.initializer ? inner(member.initializer) : [];
  });
}

type Owner = tsMorph.ts.ClassLikeDeclaration | tsMorph.ts.ObjectLiteralExpression;

function ownerOf(expression: ScriptNode): Owner | undefined {
  const node = plain(expression);
  if (node.kind === ts.SyntaxKind.ThisKeyword) {
    let around = node.parent;
    while (around && !ts.isClassLike(around)) around = around.parent;
    return around;
  }
  if (!ts.isIdentifier(node)) return undefined;
  const held = heldBy(node);
  if (held && ts.isClassDeclaration(held.declaration)) return held.declaration;
  const value = held?.writes[0] && plain(held.writes[0].value);
  if (value && ts.isObjectLiteralExpression(value)) return value;
  return value && ts.isNewExpression(value) ? ownerOf(value.expression) : undefined;
}
