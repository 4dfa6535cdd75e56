import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { type FunctionWithBody, isFunction } from '../functions.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { literalText, nameOfOwner } from '../routes/syntax.ts';
import { plain } from '../unwrapped.ts';
import { isHttpMethod, isServerAction, isSocketListener, namedLikeHandler } from './handlerNames.ts';
import { type Registration, registrationOf } from './registrations.ts';

/**
 * What a parameter of a handler is: the request; the response; what holds the request and more (`ctx` of Koa, `c` of
 * Hono); the event of a serverless function, of H3, or what SvelteKit and Remix give (`{ request, params }`); what
 * the client sent itself (`input`).
 */
export type Role = 'request' | 'response' | 'context' | 'event' | 'next' | 'error' | 'input';

/** A function that answers requests, or stands before one that does. */
export interface RouteHandler {
  readonly node: FunctionWithBody;
  /**
   * By the shape: `connect` is `(req, res)` of Express, plain http and Next's `pages/api`, `fetch` takes a `Request`
   * and gives a `Response` as in Next's routes, Remix, SvelteKit and workers; `event` is a serverless function or H3.
   */
  readonly shape:
    | 'connect'
    | 'fastify'
    | 'hapi'
    | 'context'
    | 'fetch'
    | 'nest'
    | 'event'
    | 'action'
    | 'socket';
  /** What each of its parameters is. */
  readonly roles: readonly (Role | undefined)[];
  /** In capitals; `USE` for a middleware; undefined where the file doesn't tell. */
  readonly method: string | undefined;
  readonly path: string | undefined;
  /** The call that puts it on a route, where it stands in the same file. */
  readonly registration: Registration | undefined;
}

const known = new WeakMap<ScriptNode, RouteHandler | null>();

/** The function as a handler of requests; undefined where it isn't one, as far as its own file says. */
export function handlerOf(node: FunctionWithBody): RouteHandler | undefined {
  let handler = known.get(node);
  if (handler === undefined) {
    handler = read(node) ?? null;
    known.set(node, handler);
  }
  return handler ?? undefined;
}

/** The innermost handler around a node. */
export function handlerAround(node: ScriptNode): RouteHandler | undefined {
  for (let around: ScriptNode | undefined = node; around; around = around.parent) {
    const handler = isFunction(around) ? handlerOf(around) : undefined;
    if (handler) return handler;
  }
  return undefined;
}

const routeDecorators = /^(?:Get|Head|Post|Put|Patch|Delete|All|Options)$/;

function read(node: FunctionWithBody): RouteHandler | undefined {
  const decorated = readDecorated(node);
  if (decorated) return decorated;
  const registration = registrationOf(node);
  const shaped = shapeOf(node, registration);
  if (!shaped) return undefined;
  const name = nameOfOwner(node) ?? '';
  const method = registration?.method ?? (isHttpMethod(name) ? name : undefined);
  return { node, ...shaped, method, path: registration?.path, registration };
}

/** A method with `@Post('users')`: what its parameters are, their own decorators say. */
function readDecorated(node: FunctionWithBody): RouteHandler | undefined {
  if (!ts.isMethodDeclaration(node)) return undefined;
  for (const { expression } of ts.getDecorators(node) ?? []) {
    const decorator = plain(expression);
    const name = lastName(ts.isCallExpression(decorator) ? decorator.expression : decorator) ?? '';
    if (!routeDecorators.test(name)) continue;
    const first = ts.isCallExpression(decorator) ? decorator.arguments[0] : undefined;
    const roles = node.parameters.map(roleByDecorator);
    const path = first ? literalText(first) : '';
    return { node, shape: 'nest', roles, method: name.toUpperCase(), path, registration: undefined };
  }
  return undefined;
}

function roleByDecorator(parameter: tsMorph.ts.ParameterDeclaration): Role | undefined {
  const names = (ts.getDecorators(parameter) ?? []).map(({ expression }) =>
    lastName(ts.isCallExpression(expression) ? expression.expression : expression),
  );
  if (names.some((name) => /^Req(?:uest)?$/.test(name ?? ''))) return 'request';
  return names.some((name) => /^Res(?:ponse)?$/.test(name ?? '')) ? 'response' : undefined;
}

type Shaped = Pick<RouteHandler, 'shape' | 'roles'>;

const requestNames = /^_*(?:req|request|)$/i;
const responseNames = /^_*(?:res|resp|response)$/i;
const contextNames = /^_*(?:ctx|context|c|koaCtx|koaContext)$/;
const eventNames = /^_*(?:event|evt|e)$/;

/** Type names, without their arguments: `express.Request<{}, {}, Body>` → `Request`. */
const typeOf = ({ type }: tsMorph.ts.ParameterDeclaration): string => {
  if (!type || !ts.isTypeReferenceNode(type)) return '';
  return ts.isIdentifier(type.typeName) ? type.typeName.text : type.typeName.right.text;
};

function shapeOf(node: FunctionWithBody, registration: Registration | undefined): Shaped | undefined {
  const parameters = node.parameters.filter((each) => each.name.getText() !== 'this');
  const names = parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : '{}'));
  const types = parameters.map(typeOf);
  const [first = '', second = '', third = ''] = names;
  const [firstType = '', secondType = ''] = types;
  if (parameters.length === 0) return undefined;

  const fourth = names.length === 4 && /^_*(?:err|error|e)$/.test(first) && responseNames.test(third);
  if (fourth) return { shape: 'connect', roles: ['error', 'request', 'response', 'next'] };

  const takesRequest =
    requestNames.test(first) || first === '{}' || /Request$|^IncomingMessage$/.test(firstType);
  const roles: readonly Role[] = ['request', 'response', 'next'];
  if (takesRequest && /^_*(?:reply|rep)$/.test(second)) return { shape: 'fastify', roles };
  if (takesRequest && (responseNames.test(second) || /Response$/.test(secondType)))
    return { shape: 'connect', roles };
  if (takesRequest && first !== '{}' && /^(?:h|toolkit)$/.test(second))
    return { shape: 'hapi', roles: ['request'] };

  const name = nameOfOwner(node) ?? '';
  if (isHttpMethod(name) || /^(?:action|loader|onRequest\w*)$/.test(name)) {
    const isEvent = first === '{}' || !takesRequest;
    return { shape: 'fetch', roles: isEvent ? ['event'] : ['request', 'event'] };
  }
  if (isSocketListener(node)) return { shape: 'socket', roles: names.map(() => 'input') };
  if (isServerAction(node)) return { shape: 'action', roles: names.map(() => 'input') };
  const takesContext = contextNames.test(first) || /Context$/.test(firstType);
  if (takesContext && (registration || second === 'next' || /^(?:Koa)?Context$/.test(firstType)))
    return { shape: 'context', roles: ['context', 'next'] };
  if (takesContext && readsContext(node, first)) return { shape: 'context', roles: ['context', 'next'] };
  const wrapper = namedLikeHandler(node, name);
  const takesEvent =
    eventNames.test(first) || /^(?:APIGateway\w*|ALBEvent|H3Event|RequestEvent)$/.test(firstType);
  if (takesEvent || first === '{}') {
    const isHandler = takesEvent && (wrapper === 'event' || firstType !== '');
    if (isHandler || readsEvent(node)) return { shape: 'event', roles: ['event', undefined] };
  }
  if (!takesRequest) return undefined;
  if (wrapper === 'fetch') return { shape: 'fetch', roles: ['request'] };
  if (!registration) return undefined;
  return { shape: first === '{}' ? 'context' : 'connect', roles: ['request'] };
}

/** `ctx.request.body`, `c.req.json()`: what only the context of a request has. */
function readsContext(node: FunctionWithBody, name: string): boolean {
  const text = node.body?.getText() ?? '';
  return text.includes(`${name}.req.`) || text.includes(`${name}.request.body`);
}

/** What only the events of serverless functions have. */
function readsEvent(node: FunctionWithBody): boolean {
  const first = node.parameters[0]?.name;
  if (first && ts.isObjectBindingPattern(first) && !/\b(?:body|\w+Parameters)\b/.test(first.getText()))
    return false;
  const text = node.getText();
  return (
    /\b(?:queryStringParameters|pathParameters)\b/.test(text) ||
    (/\bbody\b/.test(text) && /\bstatusCode\b/.test(text))
  );
}

/** The function whose parameter it is, and which one; undefined for parameters of types. */
export function placeOfParameter(
  parameter: tsMorph.ts.ParameterDeclaration,
): { readonly owner: FunctionWithBody; readonly index: number } | undefined {
  const owner = parameter.parent;
  if (!isFunction(owner)) return undefined;
  const parameters = owner.parameters.filter((each) => textOfName(each.name) !== 'this');
  return { owner, index: parameters.indexOf(parameter) };
}
