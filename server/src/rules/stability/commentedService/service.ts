import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { guardDecorator, hasEffect, listedPart, refusal, wrappingElement } from './effects.ts';
import type { CommentLine } from './runs.ts';
import { type Piece, piecesIn } from './statements.ts';

/** A piece of code in a comment without which a part of the program does not run. */
export interface Service {
  /** Its lines, from the first to the last, both included. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'start' | 'effect' | 'route' | 'part' | 'guard' | 'refusal';
  /** On what it is called: `app` of `this.app.use(…)`; undefined for a plain call. */
  readonly receiver: string | undefined;
  readonly method: string;
  /** The names that it would bring in: `requestLogger`, `passport.initialize`. */
  readonly keys: readonly string[];
  /** It loads its module itself. */
  readonly loads: boolean;
  /** All names that it reads, their first parts only. */
  readonly given: readonly string[];
  /** It is waited for, or ends as a statement does. */
  readonly isFinished: boolean;
}

const mounts = /^(?:use|register|mount|schedule|useGlobal\w+)$/;
/** What is handed over runs when something happens. */
const hands = /^(?:on|process|subscribe|consume|addHook|setErrorHandler|addJob)$/;
const methods = /^(?:listen|start\w*|init\w*|connect\w*|launch|bootstrap)$/;
const functions =
  /^(?:start|init|initialize|connect|register|setup|mount|schedule|launch|bootstrap)[A-Z]\w*$/;
const started = /(?:Server|Worker|Scheduler|Consumer|Subscriber|CronJob|Cron|QueueEvents)$/;
const route = /^(?:get|post|put|patch|delete|all)$/;
const router = /(?:^|\.)(?:app|server|api|fastify|express|routes|\w*[rR]outer)$/;

/** The services that a run of comment lines holds. */
export const servicesIn = (lines: readonly CommentLine[]): Service[] =>
  [...piecesIn(lines)].map(serviceOf).filter((each) => each !== undefined);

function serviceOf(piece: Piece): Service | undefined {
  const { from, to, node: statement, line } = piece;
  const plainly = {
    from,
    to,
    receiver: undefined,
    method: '',
    keys: [],
    loads: false,
    given: [],
    isFinished: true,
  };
  if (!statement) {
    if (guardDecorator.test(line))
      return { ...plainly, kind: 'guard', method: guardDecorator.exec(line)?.[1] ?? '' };
    const part = listedPart.exec(line) ?? wrappingElement.exec(line);
    return part ? { ...plainly, kind: 'part', keys: [part[1] ?? part[2] ?? ''] } : undefined;
  }
  const given = rootsOf(statement);
  if (ts.isIfStatement(statement)) {
    const turnsAway =
      refusal.test(statement.getText()) && /\b(?:return|throw)\b/.test(statement.thenStatement.getText());
    return turnsAway ? { ...plainly, kind: 'refusal', given: rootsOf(statement.expression) } : undefined;
  }
  let node: ScriptNode | undefined;
  if (ts.isExpressionStatement(statement)) node = statement.expression;
  else if (ts.isReturnStatement(statement)) node = statement.expression;
  else if (ts.isVariableStatement(statement)) node = statement.declarationList.declarations[0]?.initializer;
  const isAwaited = node !== undefined && ts.isAwaitExpression(node);
  while (node && (ts.isAwaitExpression(node) || ts.isVoidExpression(node))) node = node.expression;
  if (!node) return undefined;
  const all = { ...plainly, given, isFinished: isAwaited || /;\s*$/.test(statement.getText()) };
  if (ts.isNewExpression(node)) {
    const name = node.expression.getText();
    if (!started.test(name)) return undefined;
    const keys = handedOver(node.arguments ?? []);
    return {
      ...all,
      kind: 'start',
      method: 'new',
      keys: keys.length > 0 && !/Server$/.test(name) ? keys : [name],
    };
  }
  return ts.isCallExpression(node) && !ts.isReturnStatement(statement)
    ? calledService(node, all, isAwaited)
    : undefined;
}

function calledService(
  node: tsMorph.ts.CallExpression,
  all: Omit<Service, 'kind'>,
  isAwaited: boolean,
): Service | undefined {
  const callee = node.expression;
  if (ts.isIdentifier(callee)) {
    const method = callee.text;
    const own = { ...all, method, keys: [method] };
    if (functions.test(method)) return { ...own, kind: 'start' };
    return hasEffect(undefined, method, isAwaited) ? { ...own, kind: 'effect' } : undefined;
  }
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const method = callee.name.text;
  const receiver = callee.expression.getText().replace(/^this\./, '');
  if (!/^[\w$.]+$/.test(receiver)) return undefined;
  const own = { ...all, receiver, method };
  if (router.test(receiver) && route.test(method)) return routeOf(node, own);
  if (mounts.test(method) || hands.test(method)) {
    const loads = /\b(?:require|import)\s*\(/.test(node.getText());
    const keys = handedOver(node.arguments).filter((name) => name !== 'require');
    if (keys.length > 0 || loads) return { ...own, kind: 'start', keys, loads };
  }
  const keys = [`${receiver}.${method}`];
  if (methods.test(method)) return { ...own, kind: 'start', keys };
  return hasEffect(receiver, method, isAwaited) ? { ...own, kind: 'effect', keys } : undefined;
}

/** `router.post('/items', requireAuth, controller.create)`: with a path that somebody needs. */
function routeOf(node: tsMorph.ts.CallExpression, own: Omit<Service, 'kind'>): Service | undefined {
  const [path, ...handlers] = node.arguments;
  if (!path || !ts.isStringLiteralLike(path) || handlers.length === 0) return undefined;
  if (!/^\/./.test(path.text) || /test|debug|demo|hello|example|ping|\*/i.test(path.text)) return undefined;
  return { ...own, kind: 'route', method: `${own.method} ${path.text}`, keys: handedOver(handlers) };
}

/** The names of what is handed over, also in an object: `{ useClass: StripeGateway }`. */
const handedOver = (given: readonly ScriptNode[]): string[] =>
  given
    .flatMap((each) =>
      ts.isObjectLiteralExpression(each)
        ? each.properties.map((one) =>
            ts.isPropertyAssignment(one) && /^use[A-Z]/.test(one.name.getText())
              ? one.initializer
              : undefined,
          )
        : [each],
    )
    .map((each) => each && calledName(each))
    .filter((name) => name !== undefined);

/** The name of what is handed over: `cors` of `cors({ … })`, `passport.session` of `passport.session()`. */
function calledName(node: ScriptNode): string | undefined {
  let inner = node;
  while (
    ts.isCallExpression(inner) ||
    ts.isNewExpression(inner) ||
    ts.isAwaitExpression(inner) ||
    ts.isParenthesizedExpression(inner)
  ) {
    inner = inner.expression;
  }
  if (ts.isIdentifier(inner)) return inner.text;
  return ts.isPropertyAccessExpression(inner) && /^[\w$.]+$/.test(inner.getText())
    ? inner.getText()
    : undefined;
}

/** The names that an expression reads: `user` of `user.email`. */
function rootsOf(node: ScriptNode): string[] {
  const roots: string[] = [];
  const waiting: ScriptNode[] = [node];
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    if (ts.isPropertyAccessExpression(each)) waiting.push(each.expression);
    else if (ts.isIdentifier(each)) roots.push(each.text);
    else ts.forEachChild(each, (child) => void waiting.push(child));
  }
  return roots;
}
