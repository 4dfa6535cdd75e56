import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { importedFrom } from '../importedFrom.ts';
import { constantOf } from '../localConstants.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { propertyOf } from '../routes/syntax.ts';
import { unwrapped } from '../unwrapped.ts';

/** A text that session cookies are signed or encrypted with. */
export interface SessionSecret {
  readonly literal: tsMorph.ts.StringLiteralLike;
  /** The variable that it belongs in. */
  readonly variable: string;
}

/** Calls that take a secret in their options, whatever the module is called in the file. */
const makers =
  /^(?:session|expressSession|cookieSession|sessions|clientSessions|sessionMiddleware|fastifySession|fastifySecureSession|secureSession|fastifyCookie|NextAuth|betterAuth|getIronSession|ironSession|withIronSession(?:ApiRoute|Ssr)?|createCookieSessionStorage|createSessionStorage|createCookie|useSession|getSession|updateSession|Cookies|Keygrip)$/;
const modules =
  /^(?:express-session|cookie-session|client-sessions|koa-session|koa-generic-session|cookie-parser|iron-session(?:\/\w+)?|next-auth|@fastify\/(?:session|secure-session|cookie)|fastify-(?:session|secure-session|cookie)|hono-sessions|@hapi\/(?:yar|cookie)|better-auth|keygrip|cookies)$/;
/** What plugins of Fastify are called where they are imported; `cookie` and `session` alone mean too much. */
const plugins = /^(?:fastify(?:Cookies?|Session|SecureSession)|secureSession)$/;
const mentions = /session|cookie|\.keys\b|NextAuth|betterAuth|Keygrip/i;

const known = new WeakMap<ScriptNode, ReadonlyMap<ScriptNode, SessionSecret>>();

/** The texts in a file that sessions are signed with, by their literals; found once. */
export function sessionSecretsIn(file: tsMorph.ts.SourceFile): ReadonlyMap<ScriptNode, SessionSecret> {
  let secrets = known.get(file);
  if (!secrets) {
    secrets = mentions.test(file.text) ? collect(file) : new Map();
    known.set(file, secrets);
  }
  return secrets;
}

function collect(file: ScriptNode): ReadonlyMap<ScriptNode, SessionSecret> {
  const found = new Map<ScriptNode, SessionSecret>();
  const add = (value: ScriptNode | undefined, variable: string) => {
    for (const literal of literalsOf(value))
      if (!found.has(literal)) found.set(literal, { literal, variable });
  };
  const waiting: ScriptNode[] = [file];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) fromCall(node, add);
    else if (ts.isObjectLiteralExpression(node)) fromShape(node, add);
    else if (ts.isBinaryExpression(node)) fromAssignment(node, add);
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return found;
}

type Add = (value: ScriptNode | undefined, variable: string) => void;

/** Calls that take a secret as an argument of its own, and which. */
const signingArguments: Readonly<Record<string, number>> = {
  cookieParser: 0,
  cookie_parser: 0,
  Keygrip: 0,
  setSignedCookie: 3,
  getSignedCookie: 1,
};

function fromCall(call: tsMorph.ts.CallExpression | tsMorph.ts.NewExpression, add: Add): void {
  const name = lastName(call.expression) ?? '';
  const given = call.arguments ?? [];
  const position = signingArguments[name];
  if (position !== undefined && Object.hasOwn(signingArguments, name)) add(given[position], 'COOKIE_SECRET');
  if (name === 'register') {
    const plugin = given[0] && importedFrom(given[0])?.module;
    const named = given[0] && ts.isIdentifier(given[0]) && plugins.test(given[0].text);
    if (named || (plugin && modules.test(plugin))) fromOptions(given[1], add);
    return;
  }
  const byName = makers.test(name);
  if (!byName && (given.length === 0 || given.length > 2 || !isFromModule(call.expression))) return;
  for (const each of given.slice(0, 3)) fromOptions(each, add);
}

function isFromModule(callee: ScriptNode): boolean {
  if (!ts.isIdentifier(callee) && !ts.isCallExpression(callee)) return false;
  return modules.test(importedFrom(callee)?.module ?? '');
}

/** The secrets of an object of options, which may stand in a constant. */
function fromOptions(value: ScriptNode | undefined, add: Add): void {
  const options = value && resolved(value);
  if (!options || !ts.isObjectLiteralExpression(options)) return;
  add(propertyOf(options, 'secret'), 'SESSION_SECRET');
  add(propertyOf(options, 'secrets'), 'SESSION_SECRET');
  add(propertyOf(options, 'password'), 'SESSION_PASSWORD');
  add(propertyOf(options, 'encryptionKey'), 'SESSION_ENCRYPTION_KEY');
  add(propertyOf(options, 'keys'), 'COOKIE_SECRET');
  // The key of @fastify/secure-session; a text alone is the name of a cookie elsewhere.
  const key = propertyOf(options, 'key');
  if (key && ts.isCallExpression(resolved(key))) add(key, 'SESSION_KEY');
  for (const inner of ['cookie', 'cookieOptions', 'cookieSettings']) {
    const nested = propertyOf(options, inner);
    if (nested && ts.isObjectLiteralExpression(nested)) {
      add(propertyOf(nested, 'secrets'), 'SESSION_SECRET');
      add(propertyOf(nested, 'password'), 'SESSION_PASSWORD');
    }
  }
}

/** Options that only sessions have, in an object that is handed on elsewhere. */
function fromShape(object: tsMorph.ts.ObjectLiteralExpression, add: Add): void {
  const names = new Set(object.properties.map((each) => (each.name ? textOfName(each.name) : undefined)));
  const has = (...all: readonly string[]) => all.some((name) => names.has(name));
  if (names.has('secret') && has('resave', 'saveUninitialized', 'cookieName')) {
    add(propertyOf(object, 'secret'), 'SESSION_SECRET');
  } else if (names.has('secret') && names.has('providers') && !names.has('imports')) {
    add(propertyOf(object, 'secret'), 'NEXTAUTH_SECRET');
  } else if (names.has('password') && has('cookieName', 'cookieOptions')) {
    add(propertyOf(object, 'password'), 'SESSION_PASSWORD');
  } else if (names.has('password') && has('isSecure', 'isHttpOnly', 'isSameSite')) {
    add(propertyOf(object, 'password'), 'SESSION_PASSWORD');
  } else if (names.has('secrets') && has('httpOnly', 'sameSite', 'maxAge')) {
    add(propertyOf(object, 'secrets'), 'SESSION_SECRET');
  }
}

/** `app.keys = ['…']` of Koa. */
function fromAssignment(node: tsMorph.ts.BinaryExpression, add: Add): void {
  if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(node.left))
    return;
  const { name, expression } = node.left;
  // `options.secret = '…'`, where the options are a variable that is handed to a session.
  if (name.text === 'secret' && ts.isIdentifier(expression) && isSessionOptions(expression)) {
    add(node.right, 'SESSION_SECRET');
  }
  if (name.text === 'keys' && /^(?:app|koa|server|application)$/i.test(lastName(expression) ?? '')) {
    add(node.right, 'COOKIE_SECRET');
  }
}

/** Whether a variable holds options that only sessions have. */
function isSessionOptions(name: tsMorph.ts.Identifier): boolean {
  const options = constantOf(name.text, name);
  const object = options && unwrapped(options);
  return (
    object !== undefined &&
    ts.isObjectLiteralExpression(object) &&
    object.properties.some((each) =>
      /^(?:resave|saveUninitialized)$/.test(each.name ? (textOfName(each.name) ?? '') : ''),
    )
  );
}

/** The texts that a value is, or holds in a list. */
function literalsOf(value: ScriptNode | undefined): readonly tsMorph.ts.StringLiteralLike[] {
  const node = value && resolved(value);
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isNewExpression(node) && lastName(node.expression) === 'Keygrip')
    return literalsOf(node.arguments?.[0]);
  if (ts.isCallExpression(node) && /^Buffer\.from$/.test(node.expression.getText().slice(0, 20))) {
    return literalsOf(node.arguments[0]);
  }
  if (!ts.isArrayLiteralExpression(node)) return [];
  return node.elements.slice(0, 20).flatMap((each) => {
    const element = resolved(each);
    return ts.isStringLiteralLike(element) ? [element] : [];
  });
}

/** The value itself, or that of the constant which it names. */
function resolved(value: ScriptNode): ScriptNode {
  const node = unwrapped(value);
  const constant = ts.isIdentifier(node) ? constantOf(node.text, node) : undefined;
  return constant ? unwrapped(constant) : node;
}
