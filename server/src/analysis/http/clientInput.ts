import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { isChoice } from '../environment/environmentRead.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import { originOfParameter } from './parameters.ts';
import { asText, type ClientInput, isInput, type Origin, propertyOf, resultOf } from './requestParts.ts';

export type { ClientInput, RequestPart } from './requestParts.ts';

/** Longer chains, and longer ways through variables, than any that a person wrote. */
const farthest = 16;

/**
 * Whether an expression is what a client sent with its request, and of which part: `req.body`, `req.query.name`,
 * `await request.json()`, `c.req.param('id')`, `event.body`, a parameter with `@Body()`; itself, through variables,
 * destructuring (also of the handler's parameters), spreads, `JSON.parse`, and what leaves text as it is (`trim()`,
 * `String()`). What any other call makes of it, as a parser or a check, is not what was sent.
 */
export function clientInput(expression: ScriptNode): ClientInput | undefined {
  const origin = originOf(expression, farthest);
  return isInput(origin) ? origin : undefined;
}

/**
 * The same, and also where it is only a part of the value: in a template, a concatenation, a list, a property of an
 * object, or what such a call as `path.join` gives.
 */
export function holdsClientInput(expression: ScriptNode, hops = farthest): ClientInput | undefined {
  const node = plain(expression);
  const direct = clientInput(node);
  if (direct || hops === 0) return direct;
  const inner = (each: ScriptNode | undefined) => each && holdsClientInput(each, hops - 1);
  const first = (each: readonly ScriptNode[]): ClientInput | undefined => {
    for (const part of each.slice(0, 50)) {
      const input = inner(part);
      if (input) return input;
    }
    return undefined;
  };
  if (ts.isTemplateExpression(node)) return first(node.templateSpans.map((span) => span.expression));
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const keeps = kind === ts.SyntaxKind.PlusToken || isChoice(kind);
    return keeps ? (inner(node.left) ?? inner(node.right)) : undefined;
  }
  if (ts.isConditionalExpression(node)) return inner(node.whenTrue) ?? inner(node.whenFalse);
  if (ts.isArrayLiteralExpression(node)) return first(node.elements);
  if (ts.isSpreadElement(node)) return inner(node.expression);
  if (ts.isObjectLiteralExpression(node)) return first(node.properties.flatMap(valuesOf));
  if (ts.isCallExpression(node)) {
    const callee = plain(node.expression);
    const joins = joining.test(lastName(callee) ?? '');
    const subject = joins && ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
    return joins ? (first([...node.arguments]) ?? inner(subject)) : undefined;
  }
  if (ts.isNewExpression(node)) {
    return /^(?:URL|URLSearchParams|RegExp|String)$/.test(lastName(node.expression) ?? '')
      ? first([...(node.arguments ?? [])])
      : undefined;
  }
  if (!ts.isIdentifier(node)) return undefined;
  const held = heldBy(node);
  return held && ts.isVariableDeclaration(held.declaration)
    ? first(held.writes.map(({ value }) => value))
    : undefined;
}

/** Calls whose result holds what they are given. */
const joining =
  /^(?:join|resolve|normalize|concat|format|toString|trim|replace|replaceAll|toLowerCase|toUpperCase|slice|decodeURIComponent|decodeURI|unescape|stringify)$/;

function valuesOf(property: tsMorph.ts.ObjectLiteralElementLike): readonly ScriptNode[] {
  if (ts.isPropertyAssignment(property)) return [property.initializer];
  if (ts.isShorthandPropertyAssignment(property)) return [property.name];
  return ts.isSpreadAssignment(property) ? [property.expression] : [];
}

function originOf(expression: ScriptNode, hops: number): Origin | undefined {
  if (hops === 0) return undefined;
  const node = plain(expression);
  const inner = (each: ScriptNode): Origin | undefined => originOf(each, hops - 1);
  if (ts.isIdentifier(node)) return originOfName(node, inner);
  if (ts.isPropertyAccessExpression(node)) {
    if (node.expression.kind === ts.SyntaxKind.ThisKeyword) return holderNamed(node.name.text);
    const before = inner(node.expression);
    return before && propertyOf(before, node.name.text, node);
  }
  if (ts.isElementAccessExpression(node)) {
    const before = inner(node.expression);
    return before && propertyOf(before, lastName(node) ?? '*', node);
  }
  if (ts.isCallExpression(node)) return originOfCall(node, inner);
  if (ts.isNewExpression(node)) return originOfNew(node, inner);
  if (ts.isBinaryExpression(node)) {
    return isChoice(node.operatorToken.kind) ? (inner(node.left) ?? inner(node.right)) : undefined;
  }
  if (ts.isConditionalExpression(node)) return inner(node.whenTrue) ?? inner(node.whenFalse);
  if (ts.isObjectLiteralExpression(node)) {
    for (const each of node.properties) {
      const origin = ts.isSpreadAssignment(each) ? inner(each.expression) : undefined;
      if (isInput(origin)) return origin;
    }
  }
  return undefined;
}

type Inner = (node: ScriptNode) => Origin | undefined;

/** What frameworks with classes keep of the request: `this.req`, `this.ctx`. */
function holderNamed(name: string): Origin | undefined {
  if (/^(?:req|request)$/.test(name)) return { holder: 'request' };
  return name === 'ctx' ? { holder: 'context' } : undefined;
}

function originOfName(node: tsMorph.ts.Identifier, inner: Inner): Origin | undefined {
  const held = heldBy(node);
  // A few lines without what is around them.
  if (!held) return node.text === 'c' ? { holder: 'context' } : holderNamed(node.text);
  const { declaration, writes } = held;
  if (ts.isParameter(declaration)) return originOfParameter(declaration);
  if (ts.isBindingElement(declaration)) return originOfBinding(declaration, inner);
  if (!ts.isVariableDeclaration(declaration)) return undefined;
  const list = declaration.parent.parent;
  if (ts.isForOfStatement(list)) {
    const each = inner(list.expression);
    return each && isInput(each) ? propertyOf(each, '*', node) : undefined;
  }
  for (const { kind, value } of writes) {
    const origin = kind === 'is' ? inner(value) : undefined;
    if (origin) return origin;
  }
  return undefined;
}

/** `const { body: { name } } = req`, `({ body }, res) => …`. */
function originOfBinding(element: tsMorph.ts.BindingElement, inner: Inner): Origin | undefined {
  const holder = element.parent.parent;
  const whole = ts.isVariableDeclaration(holder)
    ? holder.initializer && inner(holder.initializer)
    : ts.isParameter(holder)
      ? originOfParameter(holder)
      : originOfBinding(holder, inner);
  if (!whole || element.dotDotDotToken) return whole;
  if (ts.isArrayBindingPattern(element.parent))
    return isInput(whole) ? propertyOf(whole, '*', element) : undefined;
  return propertyOf(whole, textOfName(element.propertyName ?? element.name) ?? '*', element);
}

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

function originOfCall(node: tsMorph.ts.CallExpression, inner: Inner): Origin | undefined {
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

function originOfNew(node: tsMorph.ts.NewExpression, inner: Inner): Origin | undefined {
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
