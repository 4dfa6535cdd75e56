import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { type FunctionWithBody, isFunction } from '../functions.ts';
import { lastName } from '../namedValue.ts';
import { propertyOf } from '../routes/syntax.ts';
import { plain } from '../unwrapped.ts';
import { handlerOf, type RouteHandler } from './handlers.ts';
import { answersByCallback } from './lambdaCallback.ts';
import { registrationOf } from './registrations.ts';

/** Values that a server sends to whoever asked. */
export type Sent = readonly ScriptNode[];

const responses = /^_*(?:res|resp|response|reply|rep)$/i;
const contexts = /^_*(?:c|ctx|context|h|toolkit)$/;
const sending = /^(?:json|jsonp|send|end|write|sendData|success|ok|created)$/;
const ofContexts = /^(?:json|text|html|body|send|response|ok)$/;

/** What a call sends: `res.status(200).json(x)`, `c.json(x)`, `Response.json(x)`, `h.response(x)`; undefined for other calls. */
export function sentByCall(call: tsMorph.ts.CallExpression): Sent | undefined {
  const [first, second] = call.arguments;
  if (!first) return undefined;
  const callee = plain(call.expression);
  if (ts.isIdentifier(callee)) {
    // Remix and SvelteKit.
    if (callee.text === 'json' && isReturned(call)) return [first];
    return first.kind === ts.SyntaxKind.NullKeyword && second && answersByCallback(callee, second)
      ? [second]
      : undefined;
  }
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const method = callee.name.text;
  if (!sending.test(method) && !ofContexts.test(method)) return undefined;
  const root = rootOf(callee.expression);
  if (root === undefined) return undefined;
  if (method === 'json' && /^(?:Next)?Response$/.test(root)) return [first];
  if (responses.test(root) && sending.test(method)) return [first];
  return contexts.test(root) && ofContexts.test(method) ? [first] : undefined;
}

/** `new Response(JSON.stringify(x))` */
export function sentByNew(node: tsMorph.ts.NewExpression): Sent | undefined {
  const first = node.arguments?.[0];
  return first && /^(?:Next)?Response$/.test(lastName(node.expression) ?? '') ? [first] : undefined;
}

/** `ctx.body = x` of Koa, `context.res = { body: x }` of Azure's functions. */
export function sentByAssignment(node: tsMorph.ts.BinaryExpression): Sent | undefined {
  if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(node.left))
    return undefined;
  const { name, expression } = node.left;
  if (name.text === 'body' && /^(?:ctx|context)$/.test(rootOf(expression) ?? '')) {
    return lastName(expression) === 'request' ? undefined : [node.right];
  }
  return name.text === 'res' && lastName(expression) === 'context' ? [node.right] : undefined;
}

/** What a handler sends by returning it, in frameworks where that is done; undefined for other functions. */
export function sentByReturn(node: ScriptNode): Sent | undefined {
  const value = ts.isReturnStatement(node)
    ? node.expression
    : ts.isArrowFunction(node)
      ? node.body
      : undefined;
  if (!value || ts.isBlock(value) || isSentAlready(plain(value))) return undefined;
  let around: ScriptNode = node;
  while (around && !ts.isFunctionLike(around)) around = around.parent;
  if (!around || !isFunction(around)) return undefined;
  const handler = handlerOf(around);
  if (!handler) return sentWithoutRequest(around, value);
  return sendsWhatItReturns(handler) ? bodyOf(handler, value) : undefined;
}

/** What a function sends that asks nothing of the request, and so takes no parameter to know it by. */
function sentWithoutRequest(around: FunctionWithBody, value: ScriptNode): Sent | undefined {
  const name = nameOf(around);
  if (/^get(?:ServerSide|Static)Props$/.test(name)) return [value];
  if (around.parameters.length > 0) return undefined;
  // A serverless function. `app.get('/config', async () => ({ … }))`: what Express would never answer, Fastify, Hono and Elysia send.
  if (name === 'handler') return [propertyOf(plain(value), 'body') ?? value];
  return registrationOf(around)?.path === undefined ? undefined : [value];
}

/** A call that sends by itself: it is asked when it is visited. */
const isSentAlready = (value: ScriptNode): boolean =>
  (ts.isCallExpression(value) && sentByCall(value) !== undefined) ||
  (ts.isNewExpression(value) && sentByNew(value) !== undefined);

const nameOf = (node: ScriptNode): string => {
  if (ts.isFunctionDeclaration(node)) return node.name?.text ?? '';
  return node.parent && ts.isVariableDeclaration(node.parent) ? (lastName(node.parent.name) ?? '') : '';
};

const sendsWhatItReturns = ({ shape, registration }: RouteHandler): boolean =>
  /^(?:fastify|hapi|fetch|nest|event|action)$/.test(shape) ||
  (shape === 'context' && registration?.method !== 'USE');

/** Of a serverless function's `{ statusCode, headers, body }` only the body, else all. */
function bodyOf({ shape }: RouteHandler, value: ScriptNode): Sent {
  const object = plain(value);
  const body = shape === 'event' ? propertyOf(object, 'body') : undefined;
  return [body ?? value];
}

/** The name that a chain of calls begins with: `res` of `res.status(200).type('json')`. */
function rootOf(expression: ScriptNode): string | undefined {
  let node = plain(expression);
  for (let links = 0; links < 12; links++) {
    if (ts.isIdentifier(node)) return node.text;
    if (ts.isCallExpression(node)) node = plain(node.expression);
    else if (ts.isPropertyAccessExpression(node)) {
      // `this.res`, `ctx.response`
      if (responses.test(node.name.text)) return node.name.text;
      node = plain(node.expression);
    } else return undefined;
  }
  return undefined;
}

/** Whether a call's value is what the function around it gives. */
function isReturned(call: ScriptNode): boolean {
  const { parent } = call;
  return ts.isReturnStatement(parent) || ts.isArrowFunction(parent) || ts.isThrowStatement(parent);
}
