import type * as tsMorph from 'ts-morph';
import { checkKindOf } from '../../../analysis/checkNames.ts';
import { exits } from '../../../analysis/devGuards.ts';
import { isFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { stateOf } from '../../../analysis/stateNames.ts';
import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { type Answer, answerIn, answerOf } from './answers.ts';
import { claimedIn, denialIn } from './claims.ts';
import { type Context, contextOf, isStrict } from './context.ts';

/** A yes, and what had failed when it was said. */
export interface Failure {
  readonly answer: Answer;
  readonly context: Context | undefined;
  readonly when: 'failed' | 'unconfigured' | 'missing' | 'unknown';
  /** What lets through is a no: nothing is dangerous, nobody is banned. */
  readonly denies?: boolean;
  /** The error, by its name, where one was caught. */
  readonly error?: string | undefined;
}

/** Reads a node as a place where something failed and the answer is yes. */
export function readFailure(node: ScriptNode): Failure | undefined {
  if (ts.isCatchClause(node)) return readCatch(node);
  if (ts.isCallExpression(node)) return readHandler(node);
  if (ts.isIfStatement(node)) return readIf(node);
  if (ts.isDefaultClause(node)) return readDefaultClause(node);
  return ts.isVariableDeclaration(node) ? readVariable(node) : undefined;
}

const isTold = (answer: Answer, context: Context | undefined): boolean =>
  answer.isPlain || context !== undefined;

function readCatch(node: tsMorph.ts.CatchClause): Failure | undefined {
  const context = contextOf(node);
  const answer = answerIn(node.block.statements, context);
  if (!answer) {
    const claim = claimedIn(node);
    if (claim) return { answer: claim, context: undefined, when: 'failed' };
    const denial = denialIn(node);
    return denial ?? (context && readSwallowed(node, context));
  }
  if (!isTold(answer, context)) return undefined;
  const { variableDeclaration: variable } = node;
  const error = variable && ts.isIdentifier(variable.name) ? variable.name.text : undefined;
  return { answer, context, when: 'failed', error };
}

/** `try { verify(request); } catch { log(); } next();`: the yes stands behind, and comes all the same. */
function readSwallowed(node: tsMorph.ts.CatchClause, context: Context): Failure | undefined {
  const { parent } = node;
  if (context.kind === 'health' || !ts.isBlock(parent.parent)) return undefined;
  if (!node.block.statements.every((each) => isLogging(each))) return undefined;
  if (!parent.tryBlock.statements.some((each) => asksCheck(each))) return undefined;
  const following = parent.parent.statements.slice(parent.parent.statements.indexOf(parent) + 1);
  if (
    following.length > 2 ||
    !following.every((each) => ts.isExpressionStatement(each) || ts.isReturnStatement(each))
  )
    return undefined;
  const answer = answerIn(following, context);
  return answer && { answer, context, when: 'failed' };
}

/** A call by itself: what it does about the error stays between it and the log. */
const isLogging = (statement: ScriptNode): boolean =>
  ts.isExpressionStatement(statement) &&
  ts.isCallExpression(statement.expression) &&
  /^(?:log|debug|info|warn|error|trace|captureException|report)$/.test(
    lastName(statement.expression.expression) ?? '',
  );

/** `verify(token);`, `await validate(body);`: a check whose answer is that it does not throw. */
function asksCheck(statement: ScriptNode): boolean {
  const call = ts.isExpressionStatement(statement) ? unwrappedAwaited(statement.expression) : undefined;
  return (
    call !== undefined &&
    ts.isCallExpression(call) &&
    /^(?:check|verify|validate|authenticate|authorize|assert|ensure|require)/.test(
      lastName(call.expression) ?? '',
    )
  );
}

/** `verify(token).catch(() => true)` */
function readHandler(node: tsMorph.ts.CallExpression): Failure | undefined {
  const { expression: callee } = node;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const index = callee.name.text === 'catch' ? 0 : callee.name.text === 'then' ? 1 : undefined;
  const handler = index === undefined ? undefined : node.arguments[index];
  if (!handler || !isFunction(handler) || !handler.body) return undefined;
  const asked = callOf(callee.expression);
  const kind = checkKindOf(asked);
  const context = kind && asked !== undefined ? { name: asked, kind } : (contextOf(node) ?? stated(node));
  const answer = ts.isBlock(handler.body)
    ? answerIn(handler.body.statements, context)
    : answerOf(handler.body, context, true);
  if (!answer || !isTold(answer, context)) return undefined;
  const [first] = handler.parameters;
  return {
    answer,
    context,
    when: 'failed',
    error: first && ts.isIdentifier(first.name) ? first.name.text : undefined,
  };
}

/** The function that a chain of promises begins with. */
function callOf(expression: ScriptNode): string | undefined {
  let node = unwrappedAwaited(expression);
  for (let depth = 0; depth < 10 && ts.isCallExpression(node); depth++) {
    const { expression: callee } = node;
    const name = lastName(callee);
    if (name !== 'then' && name !== 'finally') return name;
    if (!ts.isPropertyAccessExpression(callee)) return undefined;
    node = unwrappedAwaited(callee.expression);
  }
  return undefined;
}

/** `const isValid = await ask().catch(() => true)` */
function stated(node: ScriptNode): Context | undefined {
  let { parent } = node;
  while (ts.isAwaitExpression(parent) || ts.isParenthesizedExpression(parent)) parent = parent.parent;
  const name =
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? textOfName(parent.name) : undefined;
  return name !== undefined && stateOf(name) ? { name, kind: 'check' } : undefined;
}

const configured =
  /(?:secret|signing_?key|hmac_?key|api_?key|apikey|private_?key|public_?key|webhook_?key|token|password|jwks|cert|certificate)$/i;
const shown =
  /(?:token|signature|secret|apiKey|captcha|captchaResponse)$|^(?:user|currentUser|session|credentials|jwt|authHeader|authorization|claims|principal|decoded|payload|license|licenseKey|identity)$/i;
const limiter = /redis|limiter$|^(?:store|client)$/i;

/** `if (!secret) return true;`, `if (error) return next();` */
function readIf(node: tsMorph.ts.IfStatement): Failure | undefined {
  const context = contextOf(node);
  if (!context || context.kind === 'health') return undefined;
  const then = ts.isBlock(node.thenStatement) ? node.thenStatement.statements : [node.thenStatement];
  if (then.length > 4) return undefined;
  const error = errorOf(node.expression);
  if (error !== undefined && isFirstParameter(error, node)) {
    const answer = answerIn(then, context);
    return answer && { answer, context, when: 'failed', error };
  }
  const name = missingIn(node.expression);
  if (name === undefined || node.elseStatement) return undefined;
  const isEnv = /^[A-Z][A-Z\d_]*$/.test(name);
  const when =
    configured.test(name) && (isEnv || /secret$/i.test(name) || isOfConfig(node.expression))
      ? 'unconfigured'
      : 'missing';
  const counts =
    when === 'unconfigured' ||
    shown.test(name) ||
    (name === 'key' && /key/i.test(context.name)) ||
    (context.kind === 'limit' && limiter.test(name));
  if (!counts) return undefined;
  const answer = answerIn(then, context);
  if (!answer) return undefined;
  // Who shows nothing may be known by other means, which the next in line looks at.
  if (
    when === 'missing' &&
    answer.yes &&
    ts.isCallExpression(answer.yes) &&
    context.kind !== 'limit' &&
    (!isStrict(context.name) || /api_?key|basic/i.test(context.name))
  )
    return undefined;
  return { answer, context, when };
}

const isOfConfig = (condition: ScriptNode): boolean =>
  /\b(?:config|env|options|settings)\b/i.test(condition.getText().slice(0, 200));

/** `error`, `err != null` */
function errorOf(condition: ScriptNode): string | undefined {
  const node = unwrappedAwaited(condition);
  const subject =
    ts.isBinaryExpression(node) &&
    (node.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsToken ||
      node.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken)
      ? node.left
      : node;
  return ts.isIdentifier(subject) && /^_?(?:e|err|error|ex)$/i.test(subject.text) ? subject.text : undefined;
}

function isFirstParameter(name: string, node: ScriptNode): boolean {
  const around = ts.findAncestor(node, ts.isFunctionLike);
  const [first] = around?.parameters ?? [];
  return first !== undefined && ts.isIdentifier(first.name) && first.name.text === name;
}

/** The name of what a condition finds missing: `!secret`, `token === undefined`, `!token || !secret`. */
function missingIn(condition: ScriptNode): string | undefined {
  const node = unwrappedAwaited(condition);
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.ExclamationToken
      ? lastName(unwrappedAwaited(node.operand))
      : undefined;
  }
  if (!ts.isBinaryExpression(node)) return undefined;
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.BarBarToken) return missingIn(node.left) ?? missingIn(node.right);
  if (kind !== ts.SyntaxKind.EqualsEqualsEqualsToken && kind !== ts.SyntaxKind.EqualsEqualsToken)
    return undefined;
  const isNothing =
    node.right.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node.right) && node.right.text === 'undefined') ||
    (ts.isStringLiteralLike(node.right) && node.right.text === '');
  return isNothing ? lastName(unwrappedAwaited(node.left)) : undefined;
}

/** `default: return true;` in a function that decides who may do what. */
function readDefaultClause(node: tsMorph.ts.DefaultClause): Failure | undefined {
  const context = contextOf(node);
  if (context?.kind !== 'check') return undefined;
  if (stateOf(context.name) !== 'access' && !/permission|authori[sz]|access|auth/i.test(context.name))
    return undefined;
  const answer = answerIn(node.statements, context);
  return answer?.yes?.kind === ts.SyntaxKind.TrueKeyword ? { answer, context, when: 'unknown' } : undefined;
}

/** `let allowed = true; try { allowed = await ask(); } catch { log(); }` */
function readVariable(node: tsMorph.ts.VariableDeclaration): Failure | undefined {
  const { name, initializer, parent: list } = node;
  if (initializer?.kind !== ts.SyntaxKind.TrueKeyword || !ts.isIdentifier(name)) return undefined;
  const state = stateOf(name.text);
  const block = list.parent?.parent;
  if (!state || !block || !ts.isVariableStatement(list.parent) || !ts.isBlock(block)) return undefined;
  for (const statement of block.statements) {
    if (statement.pos < node.pos || !ts.isTryStatement(statement)) continue;
    const { tryBlock, catchClause } = statement;
    if (!catchClause || exits(catchClause.block) || mentions(catchClause.block, name.text)) continue;
    if (assigns(tryBlock, name.text))
      return { answer: { at: node, yes: initializer, isPlain: true }, context: undefined, when: 'failed' };
  }
  return undefined;
}

function mentions(node: ScriptNode, name: string): boolean {
  if (ts.isIdentifier(node) && node.text === name) return true;
  return ts.forEachChild(node, (child) => mentions(child, name) || undefined) ?? false;
}

function assigns(node: ScriptNode, name: string): boolean {
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isIdentifier(node.left) &&
    node.left.text === name
  )
    return true;
  return ts.forEachChild(node, (child) => assigns(child, name) || undefined) ?? false;
}
