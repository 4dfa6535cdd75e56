import type * as tsMorph from 'ts-morph';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { objectOf, optionOf } from '../../../analysis/options.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

type ObjectLiteral = tsMorph.ts.ObjectLiteralExpression;

/** What a package does with sessions where it is not told otherwise. */
export interface SessionPackage {
  readonly name: string;
  /** Where the cookie's options stand: under a name of the options, or among them. */
  readonly cookie: 'cookie' | 'itself';
  /** What the cookie has without being asked. */
  readonly httpOnly: boolean;
  readonly secure: boolean;
  /** `sameSite: 'lax'` without being asked. */
  readonly sameSite: boolean;
  /** Ends by itself after a while. */
  readonly expires: boolean;
  /** Keeps what it knows in the memory of the process where no store is given. */
  readonly inMemory: boolean;
}

const express = {
  cookie: 'cookie',
  httpOnly: true,
  secure: false,
  sameSite: false,
  expires: false,
  inMemory: true,
} as const;
const packages: readonly SessionPackage[] = [
  { name: 'express-session', ...express },
  { name: '@fastify/session', ...express, secure: true },
  { name: 'fastify-session', ...express, secure: true },
  { name: 'cookie-session', ...express, cookie: 'itself', inMemory: false },
  { name: 'koa-session', ...express, cookie: 'itself', expires: true, inMemory: false },
  { name: 'koa-generic-session', ...express, expires: true },
  { name: '@fastify/secure-session', ...express, httpOnly: false, expires: true, inMemory: false },
  { name: 'client-sessions', ...express, expires: true, inMemory: false },
];
const ofRemix: SessionPackage = {
  name: 'remix',
  cookie: 'cookie',
  httpOnly: false,
  secure: false,
  sameSite: true,
  expires: true,
  inMemory: false,
};

/** A session that is set up. */
export interface SessionSetup {
  readonly call: ScriptNode;
  readonly kind: SessionPackage;
  readonly options: ObjectLiteral;
}

export function sessionSetupAt(call: tsMorph.ts.CallExpression): SessionSetup | undefined {
  const name = lastName(call.expression) ?? '';
  if (name === 'register' && call.arguments[0]) {
    const kind = packageOf(call.arguments[0]) ?? byPluginName(lastName(call.arguments[0]) ?? '');
    return kind && setup(call, kind, call.arguments[1]);
  }
  if (/^create(?:Cookie|Memory|File|Database)?SessionStorage$/.test(name))
    return setup(call, ofRemix, call.arguments[0]);
  const kind = packageOf(call.expression) ?? byName(name, call);
  if (!kind) return undefined;
  return setup(call, kind, call.arguments[0]);
}

function setup(
  call: ScriptNode,
  kind: SessionPackage,
  given: ScriptNode | undefined,
): SessionSetup | undefined {
  const options = objectOf(given);
  return options && { call, kind, options };
}

function packageOf(callee: ScriptNode): SessionPackage | undefined {
  const module = importedFrom(callee)?.module;
  return module === undefined ? undefined : packages.find(({ name }) => name === module);
}

/** `session({ secret, … })` in a piece of code that does not say where it comes from. */
function byName(name: string, call: tsMorph.ts.CallExpression): SessionPackage | undefined {
  if (!ts.isIdentifier(call.expression) || importedFrom(call.expression)) return undefined;
  const options = objectOf(call.arguments[0]);
  if (!options) return undefined;
  const has = (...names: readonly string[]) => optionOf(options, ...names).kind === 'is';
  if (/^cookieSession$/i.test(name) && has('keys', 'secret', 'name')) return packages[3];
  const isExpress =
    /^(?:session|expressSession)$/i.test(name) && has('resave', 'saveUninitialized', 'secret');
  return isExpress ? packages[0] : undefined;
}

function byPluginName(name: string): SessionPackage | undefined {
  if (/^fastifySession$/i.test(name)) return packages[1];
  return /^(?:fastifySecureSession|secureSession)$/i.test(name) ? packages[6] : undefined;
}

/** The literal with the cookie's options; 'missing' where there is none, undefined where it is not seen. */
export function cookieOf({ kind, options }: SessionSetup): ObjectLiteral | 'missing' | undefined {
  if (kind.cookie === 'itself') return options;
  const cookie = optionOf(options, kind.cookie);
  if (cookie.kind === 'is') return objectOf(cookie.value);
  return cookie.kind === 'missing' ? 'missing' : undefined;
}
