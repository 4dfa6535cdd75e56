import type * as tsMorph from 'ts-morph';
import { wordsOf } from '../../../analysis/devNames.ts';
import { type FunctionWithBody, isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { type ConstantYes, isNoise } from './constantYes.ts';

const verbs = /^(?:require|requires|ensure|verify|check|enforce|restrict|protect)$/;
const who =
  /^(?:auth|authn|authz|authed|authentication|authenticated|authorization|authorized|login|logged|user|admin|role|roles|permission|permissions|token|jwt|signature|access|session|csrf|apikey|key|owner|scope|scopes|webhook)$/;
const places =
  /^(?:middleware|guard|check|token|request|user|jwt|handler|required|admin|route|webhook|role|only|protection|verify|auth)$/;

/** Whether the name of a middleware says that not everybody passes: `requireAuth`, `authMiddleware`, `adminOnly`. */
function isKeeper(name: string): boolean {
  const words = wordsOf(name);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length === 1)
    return /^(?:auth|authenticate|authorize|authorise|protect|authentication|authorization)$/.test(first);
  if (verbs.test(first) || first === 'is') return words.slice(1).some((word) => who.test(word));
  return (/^(?:authenticate|authorize|members|staff)$/.test(first) || who.test(first)) && places.test(last);
}

/** The name of the middleware that a function is, or that the function around it makes. */
export function keeperNameOf(node: FunctionWithBody): string | undefined {
  const own = nameOfFunction(node) ?? nameOfMaker(node);
  return own !== undefined && own.length < 60 && isKeeper(own) ? own : undefined;
}

/** `const authorize = (role) => (req, res, next) => …` */
function nameOfMaker(node: FunctionWithBody): string | undefined {
  const { parent } = node;
  const maker = ts.isReturnStatement(parent) ? ts.findAncestor(parent, ts.isFunctionLike) : parent;
  return maker && maker !== node && isFunction(maker) ? nameOfFunction(maker) : undefined;
}

/** The call of `next` by which a middleware lets everybody pass; undefined where it does anything else. */
export function openDoorOf(node: FunctionWithBody): ConstantYes | undefined {
  const { body, parameters } = node;
  const last = parameters.at(-1)?.name;
  if (!body || parameters.length < 2 || !last || !ts.isIdentifier(last) || !/^_?next$/.test(last.text))
    return undefined;
  if (!ts.isBlock(body)) return passing(body, last.text);
  for (const statement of body.statements) {
    if (isNoise(statement)) continue;
    const expression =
      ts.isReturnStatement(statement) || ts.isExpressionStatement(statement)
        ? statement.expression
        : undefined;
    const found = expression && passing(expression, last.text);
    if (!found) return undefined;
    const behind = body.statements.slice(body.statements.indexOf(statement) + 1);
    return ts.isReturnStatement(statement) ||
      behind.every((each) => ts.isReturnStatement(each) && !each.expression)
      ? found
      : undefined;
  }
  return undefined;
}

function passing(expression: ScriptNode, next: string): ConstantYes | undefined {
  const call = unwrappedAwaited(expression);
  return ts.isCallExpression(call) &&
    ts.isIdentifier(call.expression) &&
    call.expression.text === next &&
    call.arguments.length === 0
    ? { answer: call, value: call, inPromise: false, isOnly: true }
    : undefined;
}

const secret =
  /^(?:password|pass|passwd|pwd|pw|token|bearer|bearerToken|accessToken|apiKey|api_key|apikey|key|secret)$/;

/**
 * `new LocalStrategy((username, password, done) => done(null, { username }))`: everybody is who they say they
 * are. What other services vouch for has a profile.
 */
export function strategyYesOf(node: FunctionWithBody): ConstantYes | undefined {
  const { body, parameters, parent } = node;
  if (!body || !ts.isNewExpression(parent) || !/Strategy$/.test(lastName(parent.expression) ?? ''))
    return undefined;
  const names = parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : ''));
  if (names.some((name) => /profile|refresh|claims|payload/i.test(name))) return undefined;
  const shown = names.find((name) => secret.test(name));
  const done = names.at(-1);
  if (shown === undefined || done === undefined || shown === done) return undefined;
  const statements = ts.isBlock(body) ? body.statements.filter((each) => !isNoise(each)) : [body];
  const [only, ...others] = statements;
  if (!only || others.length > 0) return undefined;
  const expression = ts.isReturnStatement(only) || ts.isExpressionStatement(only) ? only.expression : only;
  const call = expression && unwrappedAwaited(expression);
  if (!call || !ts.isCallExpression(call) || lastName(call.expression) !== done) return undefined;
  const [error, user] = call.arguments;
  const isYes =
    error?.kind === ts.SyntaxKind.NullKeyword && user !== undefined && isMade(user) && !mentions(user, shown);
  return isYes ? { answer: call, value: call, inPromise: false, isOnly: true } : undefined;
}

const isMade = (node: ScriptNode): boolean =>
  ts.isObjectLiteralExpression(node) || node.kind === ts.SyntaxKind.TrueKeyword;

function mentions(node: ScriptNode, name: string): boolean {
  if (ts.isIdentifier(node) && node.text === name) return true;
  return ts.forEachChild(node, (child) => mentions(child, name) || undefined) ?? false;
}

/** Guards of frameworks: what they are asked is in their name, and not in their parameters. */
export const isGuard = (node: FunctionWithBody, name: string): node is tsMorph.ts.MethodDeclaration =>
  ts.isMethodDeclaration(node) &&
  /^can(?:Activate|ActivateChild|Load|Match)$/.test(name) &&
  ts.isClassLike(node.parent);
