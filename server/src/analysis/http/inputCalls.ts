import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import { asText, isInput, type Origin, propertyOf, resultOf } from './requestParts.ts';

/** Follows an expression that a call is made of. */
export type Inner = (node: ScriptNode) => Origin | undefined;

/** Functions that give a part of the request they are handed, as those of H3 and Next do. */
const readers: Readonly<Record<string, string>> = {
  readBody: 'body',
  readRawBody: 'body',
  readFormData: 'body',
  getQuery: 'query',
  getRouterParams: 'params',
  getRouterParam: 'params',
  getHeaders: 'headers',
  getRequestHeaders: 'headers',
  getHeader: 'headers',
  getRequestHeader: 'headers',
  getCookie: 'cookies',
  parseCookies: 'cookies',
};

/** What a call gives of the request: a part that it reads, or its text in another form. */
export function originOfCall(node: tsMorph.ts.CallExpression, inner: Inner): Origin | undefined {
  const callee = plain(node.expression);
  const name = lastName(callee) ?? '';
  const [first] = node.arguments;
  const argument = first && ts.isStringLiteralLike(first) ? first.text : first && '*';
  if (ts.isIdentifier(callee)) {
    if (!first) return /^(?:headers|cookies)$/.test(name) ? ofNext(callee, name, node) : undefined;
    if (name === 'String' || name === 'decodeURIComponent') return textOf(inner(first));
    if (!Object.hasOwn(readers, name)) return undefined;
    const holder = inner(first);
    const part = readers[name] ?? '';
    if (!holder || isInput(holder)) return undefined;
    const whole = propertyOf({ holder: 'request' }, part, node);
    const [, second] = node.arguments;
    return whole && second ? propertyOf(whole, textOfName(second) ?? '*', node) : whole;
  }
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  if (ts.isIdentifier(callee.expression)) {
    const owner = callee.expression.text;
    if (owner === 'JSON' && name === 'parse') return first && parsedOf(inner(first));
    if (owner === 'JSON' && name === 'stringify') return first && textOf(inner(first));
    if (owner === 'url' && name === 'parse') return first && urlOf(inner(first), node);
    if (/^(?:qs|querystring)$/.test(owner) && name === 'parse') return first && parsedOf(inner(first));
    if (owner === 'Object' && first) {
      if (name === 'fromEntries') return pairsOf(inner(first));
      if (/^(?:values|entries)$/.test(name)) return inner(first);
      if (name === 'assign' && ts.isObjectLiteralExpression(first) && node.arguments[1])
        return inner(node.arguments[1]);
    }
  }
  const before = inner(callee.expression);
  return before && resultOf(before, name, node.arguments, argument, node);
}

/** `headers()` and `cookies()` of Next, which nothing is handed to. */
function ofNext(callee: tsMorph.ts.Identifier, name: string, node: ScriptNode): Origin | undefined {
  const held = heldBy(callee);
  const isImported = held !== undefined && ts.isImportSpecifier(held.declaration);
  return isImported ? propertyOf({ holder: 'request' }, name, node) : undefined;
}

/** `new URL(request.url)`, `new URLSearchParams(query)` */
export function originOfNew(node: tsMorph.ts.NewExpression, inner: Inner): Origin | undefined {
  const [first] = node.arguments ?? [];
  const name = lastName(node.expression);
  if (!first || (name !== 'URL' && name !== 'URLSearchParams')) return undefined;
  const given = inner(first);
  if (name === 'URL') return urlOf(given, node);
  return isInput(given)
    ? { holder: 'pairs', part: given.part === 'url' ? 'query' : given.part, source: node }
    : given;
}

/** Of the request's own URL; one that was sent in a body is input as it is. */
const urlOf = (origin: Origin | undefined, source: ScriptNode): Origin | undefined =>
  isInput(origin) && origin.part === 'url' ? { holder: 'url', part: 'query', source } : undefined;

const pairsOf = (origin: Origin | undefined): Origin | undefined =>
  origin && 'holder' in origin && origin.holder === 'pairs'
    ? { part: origin.part, keys: [], text: false, source: origin.source }
    : origin;

const textOf = (origin: Origin | undefined): Origin | undefined =>
  isInput(origin) ? asText(origin) : undefined;

const parsedOf = (origin: Origin | undefined): Origin | undefined =>
  isInput(origin) ? { ...origin, text: false, parsed: true } : undefined;
