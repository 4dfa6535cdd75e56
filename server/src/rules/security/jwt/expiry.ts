import type * as tsMorph from 'ts-morph';
import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { numberOf } from '../../../analysis/numbers.ts';
import { heldValue, objectOf, optionOf } from '../../../analysis/options.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { isFrom, isJsonWebToken, optionsOf } from './libraries.ts';

type Call = tsMorph.ts.CallExpression;
type ObjectLiteral = tsMorph.ts.ObjectLiteralExpression;

/** A place where tokens are made that never expire. */
export interface Endless {
  readonly node: ScriptNode;
  readonly confidence: 'high' | 'medium';
  readonly why: 'none' | 'too-long' | 'ignored';
  /** Where the fix writes: into these options, as a further argument, or as a call in front of `.sign`. */
  readonly into?: { readonly object: ObjectLiteral; readonly member: string } | undefined;
  readonly argument?: { readonly call: Call; readonly index: number } | undefined;
  readonly chain?: tsMorph.ts.PropertyAccessExpression | undefined;
}

const member = "expiresIn: '1h'";

/** `jwt.sign(…)`, `new SignJWT(…).sign(…)`, `JwtModule.register(…)` and their like, where nothing ends the token. */
export function endlessAt(call: Call): Endless | undefined {
  const name = lastName(call.expression);
  const { expression: callee } = call;
  if (isJsonWebToken(callee, 'sign')) return ofSign(call);
  if (name === 'sign' && ts.isPropertyAccessExpression(callee)) return ofBuilder(callee) ?? ofFastify(call);
  if (isFrom(callee, ['hono/jwt'], ['sign']) || isFrom(callee, ['jwt-simple'], ['encode']))
    return objectOf(call.arguments[0]) && lacksExpiry(call.arguments[0]) === 'high'
      ? { node: call, confidence: 'high', why: 'none' }
      : undefined;
  if (name === 'jwtSign') return ofFastify(call);
  return /^(?:register|registerAsync)$/.test(name ?? '') ? ofRegistration(call) : undefined;
}

function ofSign(call: Call): Endless | undefined {
  const [payload] = call.arguments;
  if (!payload || ts.isStringLiteralLike(heldValue(payload)) || isMeantToStay(call)) return undefined;
  const options = optionsOf(call);
  if (options === undefined || (options !== 'none' && !ts.isObjectLiteralExpression(options)))
    return undefined;
  if (options !== 'none') {
    const expiry = optionOf(options, 'expiresIn');
    if (expiry.kind === 'unknown') return undefined;
    if (expiry.kind === 'is' && !isNothing(expiry.value))
      return isTooLong(expiry.value)
        ? { node: expiry.property, confidence: 'medium', why: 'too-long' }
        : undefined;
    if (expiry.kind === 'is') return { node: expiry.property, confidence: 'medium', why: 'none' };
  }
  const confidence = lacksExpiry(payload);
  if (!confidence) return undefined;
  return {
    node: call,
    confidence,
    why: 'none',
    ...(options === 'none' ? { argument: { call, index: 2 } } : { into: { object: options, member } }),
  };
}

/** How sure it is that a payload has no `exp`; undefined where it has one. */
function lacksExpiry(payload: ScriptNode | undefined): 'high' | 'medium' | undefined {
  if (!payload) return undefined;
  const object = objectOf(payload);
  if (object) {
    if (object.properties.some(({ name }) => name && isComputedExpiry(name))) return undefined;
    const { kind } = optionOf(object, 'exp');
    if (kind === 'missing') return 'high';
    return kind === 'unknown' && !speaksOfExp(object) ? 'medium' : undefined;
  }
  const node = unwrapped(payload);
  // A function makes the payload, or it comes with an expiry from elsewhere.
  if (
    ts.isCallExpression(node) &&
    !/^(?:toJSON|toObject|assign|stringify)$/.test(lastName(node.expression) ?? '')
  )
    return undefined;
  // A text or a number is signed as a checksum, and can have no end.
  if (/^_?(?:id|email|name|uuid|path|url)$|(?:Id|Path|Url)$/.test(lastName(node) ?? '')) return undefined;
  return speaksOfExp(node) ? undefined : 'medium';
}

/** `[claims.EXPIRATION_TIME]: …` */
const isComputedExpiry = (name: ScriptNode): boolean =>
  ts.isComputedPropertyName(name) && /exp/i.test(lastName(name.expression) ?? '');

/** Somebody in the file writes an `exp`. */
const speaksOfExp = (node: ScriptNode): boolean => /\bexp\b\s{0,4}[:=,}]/.test(node.getSourceFile().text);

/** Links to leave a mailing list must work for as long as the mail lies there. */
function isMeantToStay(call: Call): boolean {
  for (let node: ScriptNode = call; node.parent; node = node.parent) {
    const name = isFunction(node)
      ? nameOfFunction(node)
      : ts.isVariableDeclaration(node)
        ? textOfName(node.name)
        : '';
    if (/unsubscribe|expired|tamper|malformed/i.test(name ?? '')) return true;
  }
  return false;
}

/** `expiresIn: undefined` */
const isNothing = (node: ScriptNode): boolean => ts.isIdentifier(node) && node.text === 'undefined';

const year = 365 * 24 * 60 * 60;

/** `'10y'`, `'9999d'`, numbers of seconds: more than a year and a month. */
function isTooLong(expiry: ScriptNode): boolean {
  const value = heldValue(expiry);
  const seconds = numberOf(value);
  if (seconds !== undefined) return seconds > year * 1.1;
  if (!ts.isStringLiteralLike(value)) return false;
  const [, amount, unit = ''] = /^\s?(\d{1,12})\s?([a-z]{1,7})$/i.exec(value.text) ?? [];
  const units: readonly (readonly [RegExp, number])[] = [
    [/^y/i, year],
    [/^w/i, 7 * 86_400],
    [/^d/i, 86_400],
    [/^h/i, 3_600],
  ];
  const size = units.find(([pattern]) => pattern.test(unit))?.[1];
  return size !== undefined && Number(amount) * size > year * 1.1;
}

/** `new SignJWT(payload).setProtectedHeader(…).sign(key)` */
function ofBuilder(callee: tsMorph.ts.PropertyAccessExpression): Endless | undefined {
  let node: ScriptNode = callee.expression;
  for (let links = 0; links < 20 && ts.isCallExpression(node); links++) {
    if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
    if (node.expression.name.text === 'setExpirationTime') return undefined;
    node = node.expression.expression;
  }
  // `const jwt = new SignJWT(…)`, to which the rest is said in statements of their own.
  if (ts.isIdentifier(node) && !/setExpirationTime/.test(node.getSourceFile().text)) node = heldValue(node);
  if (!ts.isNewExpression(node) || lastName(node.expression) !== 'SignJWT') return undefined;
  const confidence = node.arguments?.[0] ? lacksExpiry(node.arguments[0]) : 'high';
  return confidence && { node: callee.parent, confidence, why: 'none', chain: callee };
}

/** `app.jwt.sign(payload)`, `reply.jwtSign(payload)`, where the plugin is registered in the same file without an end. */
function ofFastify(call: Call): Endless | undefined {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const isPlugin = callee.name.text === 'jwtSign' || lastName(callee.expression) === 'jwt';
  const { text } = call.getSourceFile();
  if (!isPlugin || text.includes('expiresIn') || !/@fastify\/jwt|fastify-jwt/.test(text)) return undefined;
  if (!/\bregister\(/.test(text) || call.arguments.length !== 1) return undefined;
  const confidence = lacksExpiry(call.arguments[0]);
  return confidence && { node: call, confidence: 'medium', why: 'none', argument: { call, index: 1 } };
}

/** `JwtModule.register({ secret })`; without a secret, or with nothing, the options come when a token is signed. */
function ofRegistration(call: Call): Endless | undefined {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || lastName(callee.expression) !== 'JwtModule') return undefined;
  const given = objectOf(call.arguments[0]);
  const options = given && (callee.name.text === 'register' ? given : returned(given));
  if (!options || optionOf(options, 'secret', 'privateKey', 'secretOrPrivateKey').kind !== 'is')
    return undefined;
  const sign = optionOf(options, 'signOptions');
  if (sign.kind === 'missing')
    return {
      node: call,
      confidence: 'medium',
      why: 'none',
      into: { object: options, member: `signOptions: { ${member} }` },
    };
  const signOptions = sign.kind === 'is' ? objectOf(sign.value) : undefined;
  if (!signOptions) return undefined;
  const expiry = optionOf(signOptions, 'expiresIn');
  if (expiry.kind === 'is')
    return isTooLong(expiry.value)
      ? { node: expiry.property, confidence: 'medium', why: 'too-long' }
      : undefined;
  if (expiry.kind === 'unknown') return undefined;
  return { node: call, confidence: 'medium', why: 'none', into: { object: signOptions, member } };
}

/** What `useFactory` gives back. */
function returned(options: ObjectLiteral): ObjectLiteral | undefined {
  const factory = options.properties.find((each) => each.name && textOfName(each.name) === 'useFactory');
  const made = factory && ts.isPropertyAssignment(factory) ? factory.initializer : factory;
  if (!made || !isFunction(made) || !made.body) return undefined;
  if (!ts.isBlock(made.body)) return objectOf(made.body);
  const [last] = made.body.statements.slice(-1);
  return last && ts.isReturnStatement(last) ? objectOf(last.expression) : undefined;
}

/** `ignoreExpiration: true`, where it is not a token that is renewed or signed out with. */
export function ignoresExpiry(property: tsMorph.ts.PropertyAssignment): Endless | undefined {
  if (property.initializer.kind !== ts.SyntaxKind.TrueKeyword) return undefined;
  for (let node: ScriptNode = property; node.parent; node = node.parent) {
    const name = isFunction(node) ? nameOfFunction(node) : undefined;
    if (
      /refresh|renew|expired|logout|sign_?out|revoke|decode|blacklist|invalidate|rotate|ignore/i.test(
        name ?? '',
      )
    )
      return undefined;
    if (ts.isVariableDeclaration(node) && /expired|ignore|refresh/i.test(textOfName(node.name) ?? ''))
      return undefined;
    if (
      ts.isCallExpression(node) &&
      node.arguments[0] &&
      /refresh|expired/i.test(lastName(node.arguments[0]) ?? '')
    )
      return undefined;
    if (ts.isCallExpression(node) && node.arguments[0] && isRoute(node.arguments[0])) return undefined;
  }
  return { node: property, confidence: 'medium', why: 'ignored' };
}

/** `app.post('/auth/refresh', …)` */
const isRoute = (node: ScriptNode): boolean =>
  ts.isStringLiteralLike(node) && /refresh|renew|logout|sign-?out|revoke/i.test(node.text);
