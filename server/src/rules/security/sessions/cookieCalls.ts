import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { heldValue, objectOf, optionOf } from '../../../analysis/options.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { CookieDefaults } from './flags.ts';

type Call = tsMorph.ts.CallExpression;

/** A cookie that is set by a call. */
export interface CookieCall {
  readonly call: Call;
  readonly name: ScriptNode;
  readonly value: ScriptNode | undefined;
  /** Where the options stand, or would stand. */
  readonly index: number;
  readonly options: ScriptNode | undefined;
  readonly defaults: CookieDefaults;
  /** A script in the page sets it, so it can never be kept from scripts. */
  readonly byPage?: boolean;
}

const nothing: CookieDefaults = { httpOnly: false, secure: false, sameSite: false };
const koa: CookieDefaults = { httpOnly: true, secure: false, sameSite: false };
const all: CookieDefaults = { httpOnly: true, secure: true, sameSite: true };

export function cookieCallAt(call: Call): CookieCall | undefined {
  const { expression: callee } = call;
  const name = lastName(callee) ?? '';
  switch (name) {
    case 'cookie':
      return ts.isPropertyAccessExpression(callee) && isResponse(callee.expression)
        ? at(call, 0, nothing)
        : undefined;
    case 'setCookie':
    case 'setSignedCookie':
      return ofSetCookie(call, name);
    case 'serialize':
    case 'serializeCookie':
      return isSerializer(callee, name) ? at(call, 0, nothing) : undefined;
    case 'createCookie':
      return ofCreateCookie(call);
    case 'state':
      return ts.isPropertyAccessExpression(callee) &&
        /^(?:h|server|reply|response)$/.test(lastName(callee.expression) ?? '')
        ? at(call, callee.expression.getText() === 'server' ? -1 : 0, all)
        : undefined;
    case 'set':
      return ts.isPropertyAccessExpression(callee) ? ofJar(call, callee.expression) : undefined;
    default:
      return undefined;
  }
}

/** The arguments name, value, options from an index on; -1 where there is no value. */
function at(call: Call, first: number, defaults: CookieDefaults): CookieCall | undefined {
  const withoutValue = first < 0;
  const start = Math.max(first, 0);
  const name = call.arguments[start];
  if (!name || ts.isSpreadElement(name)) return undefined;
  const index = start + (withoutValue ? 1 : 2);
  return {
    call,
    name,
    value: withoutValue ? undefined : call.arguments[start + 1],
    index,
    options: call.arguments[index],
    defaults,
  };
}

/** `res`, `reply`, also behind what chains: `res.status(200).cookie(…)` */
function isResponse(expression: ScriptNode, depth = 4): boolean {
  if (/^(?:_?res|response|reply|resp|r)$/i.test(lastName(expression) ?? '')) return true;
  return (
    depth > 0 &&
    ts.isCallExpression(expression) &&
    ts.isPropertyAccessExpression(expression.expression) &&
    isResponse(expression.expression.expression, depth - 1)
  );
}

/** Fastify's `reply.setCookie(name, …)`; Hono's, Nuxt's and others' `setCookie(c, name, …)`. */
function ofSetCookie(call: Call, name: string): CookieCall | undefined {
  const [first, second] = call.arguments;
  if (ts.isPropertyAccessExpression(call.expression)) {
    if (isResponse(call.expression.expression)) return at(call, 0, nothing);
    return undefined;
  }
  if (!first || !second) return undefined;
  const isContext =
    ts.isIdentifier(first) && /^(?:c|ctx|context|event|res|response|reply|req|null)$/i.test(first.text);
  if (name === 'setSignedCookie') {
    const cookie = at(call, 1, nothing);
    return cookie && { ...cookie, index: 4, options: call.arguments[4] };
  }
  if (isContext || second.kind === ts.SyntaxKind.NullKeyword) return at(call, 1, nothing);
  const module = importedFrom(call.expression)?.module;
  const declared = ts.isIdentifier(call.expression) ? heldBy(call.expression) : undefined;
  // `const [cookies, setCookie] = useCookies()`
  const fromHook = !!declared && ts.isBindingElement(declared.declaration);
  if (module !== 'cookies-next' && !fromHook) return undefined;
  const cookie = at(call, 0, nothing);
  return cookie && (fromHook || !objectHas(cookie.options, 'req') ? { ...cookie, byPage: true } : cookie);
}

const objectHas = (node: ScriptNode | undefined, name: string): boolean => {
  const object = objectOf(node);
  return !!object && optionOf(object, name).kind === 'is';
};

/** `cookie.serialize(…)`, `serialize(…)` of the package `cookie` */
function isSerializer(callee: ScriptNode, name: string): boolean {
  const imported = importedFrom(callee);
  if (imported) return /^(?:cookie|cookie-es|hono\/utils\/cookie)$/.test(imported.module);
  if (ts.isPropertyAccessExpression(callee)) return /^cookies?$/i.test(lastName(callee.expression) ?? '');
  return name === 'serializeCookie' || !heldBy(callee as tsMorph.ts.Identifier);
}

/** Remix: `createCookie('session', { … })` */
function ofCreateCookie(call: Call): CookieCall | undefined {
  const [name, options] = call.arguments;
  return (
    name && { call, name, value: undefined, index: 1, options, defaults: { ...nothing, sameSite: true } }
  );
}

/** `cookies().set(…)`, `ctx.cookies.set(…)`, `response.cookies.set(…)`, `Cookies.set(…)` */
function ofJar(call: Call, jar: ScriptNode): CookieCall | undefined {
  const defaults = defaultsOfJar(jar);
  if (!defaults) return undefined;
  const [first] = call.arguments;
  if (defaults === 'page') {
    const cookie = at(call, 0, nothing);
    return cookie && { ...cookie, byPage: true };
  }
  const object = call.arguments.length === 1 ? objectOf(first) : undefined;
  if (!object) return at(call, 0, defaults);
  const name = optionOf(object, 'name');
  const value = optionOf(object, 'value');
  if (name.kind !== 'is') return undefined;
  return {
    call,
    name: name.value,
    value: value.kind === 'is' ? value.value : undefined,
    index: 0,
    options: object,
    defaults,
  };
}

function defaultsOfJar(jar: ScriptNode): CookieDefaults | 'page' | undefined {
  const held = heldValue(jar);
  const node = ts.isParenthesizedExpression(held) ? held.expression : held;
  const inner = ts.isAwaitExpression(node) ? node.expression : node;
  // Next: `cookies()`, `(await cookies())`, a variable that holds it.
  if (ts.isCallExpression(inner)) return lastName(inner.expression) === 'cookies' ? nothing : undefined;
  if (ts.isPropertyAccessExpression(jar) && jar.name.text === 'cookies') {
    const owner = lastName(jar.expression) ?? '';
    if (/^(?:ctx|koaCtx)$/.test(owner)) return koa;
    if (/^(?:res|response|resp|nextResponse|Astro)$/i.test(owner)) return nothing;
    // SvelteKit turns everything on by itself.
    return owner === 'event' ? all : undefined;
  }
  if (!ts.isIdentifier(jar)) return undefined;
  if (jar.text === 'cookieStore' && !heldBy(jar)) return nothing;
  if (jar.text === 'cookies') return all;
  const module = importedFrom(jar)?.module;
  if (module !== undefined) return /^(?:js-cookie|universal-cookie)$/.test(module) ? 'page' : undefined;
  return jar.text === 'Cookies' ? 'page' : undefined;
}
