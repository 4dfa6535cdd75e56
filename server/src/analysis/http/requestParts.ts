import type * as tsMorph from 'ts-morph';
import type { ScriptNode } from '../../languages/script.ts';

/** Which part of a request something is; `message` is what a socket was sent. */
export type RequestPart = 'body' | 'query' | 'params' | 'headers' | 'cookies' | 'files' | 'url' | 'message';

/** What the client sent: a whole part, or something taken out of it. */
export interface ClientInput {
  readonly part: RequestPart;
  /**
   * What was taken out of the part, `req.body.user.name` → user, name; empty for all of it. What isn't literal is
   * `*`.
   */
  readonly keys: readonly string[];
  /**
   * Whether it is text for certain, so that no object or list can be in its place: a parameter of the path, a
   * header, what `searchParams.get()` gives, what `String()` made of it.
   */
  readonly text: boolean;
  /** Whether it was parsed as JSON or the like, so that it may be an object wherever it came from. */
  readonly parsed?: boolean;
  /** Where it is read from the request: `req.body`, `await request.json()`, or the parameter with `@Body()`. */
  readonly source: ScriptNode;
}

/** What an expression is, on the way from a request to what the client sent. */
export type Origin =
  | ClientInput
  | { readonly holder: 'request' | 'context' | 'event' }
  /** `request.nextUrl`, `new URL(request.url)`, and their parameters or a form, of which only `get` gives anything. */
  | { readonly holder: 'url' | 'pairs'; readonly part: RequestPart; readonly source: ScriptNode };

export const isInput = (origin: Origin | undefined): origin is ClientInput =>
  origin !== undefined && !('holder' in origin);

const parts: Readonly<Record<string, RequestPart>> = {
  body: 'body',
  rawBody: 'body',
  payload: 'body',
  query: 'query',
  params: 'params',
  headers: 'headers',
  rawHeaders: 'headers',
  hostname: 'headers',
  cookies: 'cookies',
  signedCookies: 'cookies',
  file: 'files',
  files: 'files',
  url: 'url',
  originalUrl: 'url',
};

const eventParts: Readonly<Record<string, RequestPart>> = {
  body: 'body',
  rawBody: 'body',
  queryStringParameters: 'query',
  multiValueQueryStringParameters: 'query',
  rawQueryString: 'query',
  query: 'query',
  searchParams: 'query',
  pathParameters: 'params',
  params: 'params',
  headers: 'headers',
  cookies: 'cookies',
  rawPath: 'url',
  url: 'url',
};

/** Methods of requests that give a part of them, whole or what their argument names. */
const methods: Readonly<Record<string, RequestPart>> = {
  json: 'body',
  text: 'body',
  parseBody: 'body',
  arrayBuffer: 'body',
  blob: 'body',
  query: 'query',
  queries: 'query',
  param: 'params',
  header: 'headers',
  get: 'headers',
  file: 'files',
};

/** Parts whose single values are always text. */
const textual: ReadonlySet<RequestPart> = new Set(['params', 'headers', 'cookies', 'url']);

/** What `origin.name` is. */
export function propertyOf(origin: Origin, name: string, source: ScriptNode): Origin | undefined {
  if (isInput(origin)) return within(origin, name);
  const { holder } = origin;
  const whole = (part: RequestPart | undefined): Origin | undefined =>
    part && { part, keys: [], text: part === 'url', source };
  if (holder === 'pairs') return undefined;
  if (holder === 'url') {
    if (name === 'searchParams') return { holder: 'pairs', part: 'query', source };
    if (name === 'query') return whole('query');
    return /^(?:pathname|search|href|path|hash)$/.test(name) ? whole('url') : undefined;
  }
  // `ctx.request`, `c.req`, `event.node.req`, the raw request that a framework wraps.
  if (/^(?:request|req|raw)$/.test(name)) return { holder: 'request' };
  if (name === 'node' && holder === 'event') return { holder: 'context' };
  if (name === 'nextUrl') return { holder: 'url', part: 'query', source };
  if (name === 'searchParams') return holder === 'event' ? whole('query') : undefined;
  if (holder === 'event') {
    // SvelteKit's is a URL, of which the parameters are read next.
    if (name === 'url') return { holder: 'url', part: 'query', source };
    return whole(Object.hasOwn(eventParts, name) ? eventParts[name] : undefined);
  }
  // `ctx.body` of Koa is what is sent back.
  if (holder === 'context' && /^(?:body|rawBody|payload)$/.test(name)) return undefined;
  return whole(Object.hasOwn(parts, name) ? parts[name] : undefined);
}

/** Text that remains what was sent, in other letters or shorter. */
const stillText =
  /^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|toString|slice|substring|substr|normalize|replace|replaceAll|concat|padStart|padEnd|at|charAt)$/;
const ofList = /^(?:filter|slice|concat|reverse|sort|flat|at|pop|shift|values|entries)$/;

/** What `origin.name(…)` gives. */
export function resultOf(
  origin: Origin,
  name: string,
  args: readonly tsMorph.ts.Expression[],
  argument: string | undefined,
  source: ScriptNode,
): Origin | undefined {
  if (isInput(origin)) {
    const { part } = origin;
    if (part === 'headers' && origin.keys.length === 0 && name === 'get')
      return taken(origin, argument, true);
    if (part === 'cookies' && origin.keys.length === 0 && name === 'get')
      return taken(origin, argument, true);
    if (stillText.test(name)) return { ...origin, text: origin.text || !/^(?:slice|concat|at)$/.test(name) };
    return ofList.test(name) || name === 'split' ? origin : undefined;
  }
  if (origin.holder === 'pairs') {
    const whole = { part: origin.part, keys: [], text: false, source: origin.source };
    if (name === 'get') return taken(whole, argument, origin.part === 'query');
    if (name === 'getAll') return taken(whole, argument, false);
    return /^(?:entries|values|toString)$/.test(name) ? whole : undefined;
  }
  if (origin.holder === 'url') return name === 'toString' ? whole('url', source) : undefined;
  if (name === 'getRequest') return { holder: 'request' };
  if (origin.holder === 'context') {
    if (/^(?:get|header|param|query)$/.test(name) && args.length > 0) {
      // `ctx.get('host')` of Koa; Hono's `c.get('user')` is its own.
      return name === 'get' ? undefined : taken(whole(methods[name] ?? 'query', source), argument, true);
    }
    return undefined;
  }
  if (origin.holder !== 'request') return undefined;
  if (name === 'formData') return { holder: 'pairs', part: 'body', source };
  const part = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!part) return undefined;
  if (/^(?:get|file)$/.test(name) && args.length === 0 && name === 'get') return undefined;
  if (part === 'body') return { ...whole(part, source), text: name === 'text' };
  return taken(whole(part, source), args.length === 0 ? undefined : (argument ?? '*'), name !== 'queries');
}

const whole = (part: RequestPart, source: ScriptNode): ClientInput => ({
  part,
  keys: [],
  text: part === 'url',
  source,
});

function within(input: ClientInput, name: string): ClientInput | undefined {
  if (/^(?:length|size|byteLength|mimetype)$/.test(name)) return undefined;
  const ofEvent = input.part === 'query' && /(?:Parameters|searchParams)$/.test(input.source.getText());
  return { ...input, keys: [...input.keys, name], text: textual.has(input.part) || ofEvent };
}

/** A single value by its name; all of the part where there is no name. */
const taken = (input: ClientInput, name: string | undefined, text: boolean): ClientInput =>
  name === undefined ? input : { ...input, keys: [...input.keys, name], text };

/** The same made text. */
export const asText = (input: ClientInput): ClientInput => ({ ...input, text: true });
