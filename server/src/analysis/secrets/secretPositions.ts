import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { isFunction, nameOfFunction } from '../functions.ts';
import { importedFrom } from '../importedFrom.ts';
import { lastName, nameOfValue, textOfName } from '../namedValue.ts';
import { isConnectionPassword, isPasswordArgument } from './credentialOptions.ts';
import { isSecretName } from './naming.ts';
import type { SecretKind } from './types.ts';

/** What a place in the code says of the text that stands there. */
export interface SecretPosition {
  /** What to call it, where a message speaks of it and a variable is named after it. */
  readonly name: string;
  readonly kind: SecretKind;
  /** Whether any text does its work there, also a word: it signs, encrypts. */
  readonly anyText: boolean;
  /** Whether a connection is opened with it: a word does as well as any other. */
  readonly connects?: boolean;
  /** Whether a password is compared with it: from wherever it is read, that stays wrong. */
  readonly compared?: boolean;
}

/** By a function's last name: which argument it signs or encrypts with. */
const arguments_: Readonly<Record<string, number>> = {
  createHmac: 1,
  createCipheriv: 1,
  createDecipheriv: 1,
  createCipher: 1,
  createDecipher: 1,
  scrypt: 0,
  scryptSync: 0,
  pbkdf2: 0,
  pbkdf2Sync: 0,
  createSecretKey: 0,
  HmacSHA1: 1,
  HmacSHA256: 1,
  HmacSHA512: 1,
};
/** All the functions that take a secret as an argument of its own; most calls have another name. */
const takers =
  /^(?:create(?:Hmac|Cipher|Decipher)(?:iv)?|scryptSync|HmacSHA\d+|(?:sign|verify)(?:Async)?|(?:en|de)c(?:ode|rypt)|pbkdf2(?:Sync)?|scrypt|asKey|createSecretKey|jwt(?:Verify|Decrypt)|Sequelize|bind|[Tt]wilio)$/;
/** Names that other functions have too: only of these objects and modules. */
const jwtObjects = /^(?:jwt|JWT|jsonwebtoken|jsonWebToken|_?jwtService|jwtLib|JsonWebToken)$/;
const jwtModules = /^(?:jsonwebtoken|jwt-simple|express-jwt|hono\/jwt)$/;

/** What the place of a literal says of it; undefined where it says nothing. */
export function secretPositionOf(literal: ScriptNode): SecretPosition | undefined {
  const node = encoded(literal);
  const { parent } = node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return ofArgument(parent, node);
  if (ts.isBinaryExpression(parent)) return ofAssignedOption(parent) ?? ofComparison(parent, node);
  if (ts.isPropertyAssignment(parent)) return ofOption(parent);
  if (ts.isArrayLiteralExpression(parent)) return ofMapEntry(parent, node);
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) return ofGetter(parent);
  if (node !== literal) {
    const name = nameOfValue(node);
    const kind = name === undefined ? undefined : isSecretName(name);
    return name !== undefined && kind ? { name, kind: 'signing', anyText: kind !== 'password' } : undefined;
  }
  return undefined;
}

/** `new TextEncoder().encode('…')`, `Buffer.from('…', 'utf8')`: the bytes of a text stand for it. */
export function encoded(literal: ScriptNode): ScriptNode {
  const { parent } = literal;
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== literal) return literal;
  const { expression } = parent;
  if (!ts.isPropertyAccessExpression(expression)) return literal;
  const isBuffer = expression.name.text === 'from' && lastName(expression.expression) === 'Buffer';
  const isEncoder = expression.name.text === 'encode' && ts.isNewExpression(expression.expression);
  return isBuffer || isEncoder ? parent : literal;
}

function ofArgument(
  call: tsMorph.ts.CallExpression | tsMorph.ts.NewExpression,
  node: ScriptNode,
): SecretPosition | undefined {
  const name = lastName(call.expression) ?? requiredName(call.expression);
  if (!takers.test(name)) return undefined;
  const given: readonly ScriptNode[] = call.arguments ?? [];
  const index = given.indexOf(node);
  if (index < 0) return undefined;
  if (Object.hasOwn(arguments_, name)) {
    if (arguments_[name] !== index || derivesFromSecret(call)) return undefined;
    return { name: /Hmac/.test(name) ? 'HMAC_SECRET' : 'ENCRYPTION_KEY', kind: 'signing', anyText: true };
  }
  if (/^(?:jwtVerify|jwtDecrypt)$/.test(name) || (name === 'asKey' && /JWK/.test(call.expression.getText())))
    return index === (name === 'asKey' ? 0 : 1)
      ? { name: 'JWT_SECRET', kind: 'signing', anyText: true }
      : undefined;
  if (/^(?:sign|verify|signAsync|verifyAsync|encode|decode)$/.test(name)) {
    if (name === 'sign' && index === 0 && isSignJwt(call.expression))
      return { name: 'JWT_SECRET', kind: 'signing', anyText: true };
    return index === 1 && isJwt(call.expression)
      ? { name: 'JWT_SECRET', kind: 'signing', anyText: true }
      : undefined;
  }
  if (/^(?:encrypt|decrypt)$/.test(name)) {
    const cipher = ts.isPropertyAccessExpression(call.expression)
      ? lastName(call.expression.expression)
      : undefined;
    const encrypts = index === 1 && /^(?:AES|DES|TripleDES|RC4|Rabbit)$/.test(cipher ?? '');
    return encrypts ? { name: 'ENCRYPTION_KEY', kind: 'signing', anyText: true } : undefined;
  }
  if (isPasswordArgument(name, given, index))
    return {
      name: name === 'Sequelize' ? 'DB_PASSWORD' : 'LDAP_PASSWORD',
      kind: 'password',
      anyText: false,
      connects: true,
    };
  if (/^(?:Twilio|twilio)$/.test(name) && index === 1)
    return { name: 'TWILIO_AUTH_TOKEN', kind: 'token', anyText: false };
  return undefined;
}

/** `require('twilio')(…)` is a call of `twilio`. */
function requiredName(callee: ScriptNode): string {
  const module = ts.isCallExpression(callee) ? importedFrom(callee)?.module : undefined;
  return module ?? '';
}

/** `new SignJWT(…).setProtectedHeader(…).sign` of jose. */
function isSignJwt(callee: ScriptNode): boolean {
  let node = callee;
  while (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) node = node.expression;
  return ts.isNewExpression(node) && lastName(node.expression) === 'SignJWT';
}

/** `createHmac('sha256', 'WebAppData').update(botToken)`: a known text parts keys that are made of a real secret. */
function derivesFromSecret(call: ScriptNode): boolean {
  const access = call.parent;
  if (!ts.isPropertyAccessExpression(access) || access.name.text !== 'update') return false;
  const [data] = ts.isCallExpression(access.parent) ? access.parent.arguments : [];
  const kind = data && isSecretName(lastName(data) ?? '');
  return kind !== undefined && kind !== 'password';
}

/** `jwt.sign`, and `sign` where it comes from such a module. */
function isJwt(callee: ScriptNode): boolean {
  if (ts.isPropertyAccessExpression(callee)) {
    const owner = lastName(callee.expression) ?? '';
    return jwtObjects.test(owner) || jwtModules.test(importedFrom(callee.expression)?.module ?? '');
  }
  return ts.isIdentifier(callee) && jwtModules.test(importedFrom(callee)?.module ?? '');
}

/** `password === '…'`; a check that refuses a known text by throwing is a good one. */
function ofComparison(
  { operatorToken, left, right }: tsMorph.ts.BinaryExpression,
  node: ScriptNode,
): SecretPosition | undefined {
  const { kind: operator } = operatorToken;
  const differs =
    operator === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    operator === ts.SyntaxKind.ExclamationEqualsToken;
  const same =
    operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken;
  if (!differs && !same) return undefined;
  const name = lastName(left === node ? right : left);
  const kind = name === undefined ? undefined : isSecretName(name);
  if (name === undefined || !kind || kind === 'connection' || kind === 'credential') return undefined;
  if (same && refuses(operatorToken.parent)) return undefined;
  // What is compared is what somebody sent: only what could be a password or a token is one.
  return { name, kind: kind === 'signing' ? 'secret' : kind, anyText: false, compared: kind === 'password' };
}

/** `if (secret === '…') throw …` */
function refuses(comparison: ScriptNode): boolean {
  let node = comparison;
  while (ts.isBinaryExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent;
  if (!ts.isIfStatement(node.parent)) return false;
  const { thenStatement } = node.parent;
  const first = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
  return (
    first !== undefined && (ts.isThrowStatement(first) || /process\.exit/.test(first.getText().slice(0, 200)))
  );
}

/** `options.secretOrKey = '…'` */
function ofAssignedOption({ operatorToken, left }: tsMorph.ts.BinaryExpression): SecretPosition | undefined {
  return operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    /^secretOr(?:Private)?Key$/.test(lastName(left) ?? '')
    ? { name: 'JWT_SECRET', kind: 'signing', anyText: true }
    : undefined;
}

/** `secretOrKey: '…'`, and `secret: '…'` among the options of something with "jwt" in its name. */
function ofOption(property: tsMorph.ts.PropertyAssignment): SecretPosition | undefined {
  const name = textOfName(property.name) ?? '';
  if (/^secretOr(?:Private)?Key$/.test(name)) return { name: 'JWT_SECRET', kind: 'signing', anyText: true };
  if (isConnectionPassword(property)) return { name, kind: 'password', anyText: false, connects: true };
  if (name !== 'secret') return undefined;
  const call = property.parent.parent;
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return undefined;
  const { expression } = call;
  const names = [
    lastName(expression),
    ts.isPropertyAccessExpression(expression) ? lastName(expression.expression) : undefined,
    ...(call.arguments ?? [])
      .slice(0, 1)
      .map(
        (first) => lastName(first) ?? (ts.isCallExpression(first) ? importedFrom(first)?.module : undefined),
      ),
  ];
  const isJwtOption = names.some((each) => each !== undefined && /jwt/i.test(each));
  return isJwtOption ? { name: 'JWT_SECRET', kind: 'signing', anyText: true } : undefined;
}

/** `new Map([['apiKey', '…']])` */
function ofMapEntry(entry: tsMorph.ts.ArrayLiteralExpression, node: ScriptNode): SecretPosition | undefined {
  const [key, value] = entry.elements;
  if (entry.elements.length !== 2 || value !== node || !key || !ts.isStringLiteralLike(key)) return undefined;
  const kind = isSecretName(key.text);
  return kind ? { name: key.text, kind, anyText: false } : undefined;
}

/** `function getApiKey() { return '…'; }` */
function ofGetter(statement: ScriptNode): SecretPosition | undefined {
  let around = statement;
  while (around && !ts.isFunctionLike(around)) around = around.parent;
  if (!around || !isFunction(around)) return undefined;
  const match = /^(?:get|fetch|load|read)(?=[A-Z])/.exec(nameOfFunction(around) ?? '');
  const name = match ? (nameOfFunction(around) ?? '').slice(match[0].length) : '';
  const kind = name === '' ? undefined : isSecretName(name);
  return kind ? { name, kind, anyText: false } : undefined;
}
