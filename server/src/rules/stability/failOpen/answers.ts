import type * as tsMorph from 'ts-morph';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { saysHealthy, saysWell, stateOf } from '../../../analysis/stateNames.ts';
import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Context } from './context.ts';
import { isStrict } from './context.ts';

/** A place that says yes where the check itself failed. */
export interface Answer {
  /** The statement or expression that says it. */
  readonly at: ScriptNode;
  /** The `true` in it, or the call of `next`; undefined where it is a word. */
  readonly yes: ScriptNode | undefined;
  /** It speaks for itself, whatever the function around is called. */
  readonly isPlain: boolean;
}

const letIn =
  /^(?:is_?)?(?:allow|allowed|authorized|authorised|authenticated|permitted|granted|has_?access|has_?permission|valid|verified|healthy|safe|compatible|eligible|trusted|approved|access_?granted|can_?(?:access|proceed))$/i;
/** What a check keeps its answer in. */
const result = /^(?:ok|okay|success|passed|valid|result|allowed|isOk)$/i;
const fine = /^(?:ok|okay|success|successful|passed|pass|connected|alive|secure|up)$/i;

/** What a list of statements answers at its end, conditions left out: a yes that stands under one was thought of. */
export function answerIn(
  statements: readonly tsMorph.ts.Statement[],
  context: Context | undefined,
): Answer | undefined {
  for (const statement of statements) {
    if (ts.isBlock(statement)) {
      const inner = answerIn(statement.statements, context);
      if (inner) return inner;
    } else if (ts.isReturnStatement(statement)) {
      const found = statement.expression && answerOf(statement.expression, context, true);
      return found && { ...found, at: statement };
    } else if (ts.isThrowStatement(statement)) return undefined;
    else if (ts.isExpressionStatement(statement)) {
      if (refuses(statement.expression)) return undefined;
      const found = answerOf(statement.expression, context, false);
      if (found) return { ...found, at: statement };
    }
  }
  return undefined;
}

/** `res.status(401)…`, `next(error)`, `reject(error)`: whatever follows, this is a no. */
function refuses(expression: ScriptNode): boolean {
  const call = unwrappedAwaited(expression);
  if (!ts.isCallExpression(call)) return false;
  const name = lastName(call.expression) ?? '';
  if (/^(?:next|done|cb|callback|reject)$/.test(name))
    return name === 'reject' || (call.arguments[0] !== undefined && !isNothing(call.arguments[0]));
  return /^(?:status|sendStatus|json|send|end|redirect|throw)$/.test(name);
}

/** What an expression answers; `isReturned` where it is the function's own answer. */
export function answerOf(
  expression: ScriptNode,
  context: Context | undefined,
  isReturned: boolean,
): Answer | undefined {
  const node = unwrappedAwaited(expression);
  if (isReturned) {
    const found = yesIn(node, context);
    if (found) return { at: node, ...found };
  }
  if (ts.isCallExpression(node)) return answerOfCall(node, context);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return assigned(node, lastName(node.left), node.right, context);
  return undefined;
}

/** `isAllowed = true`, `setHealthy(true)`: a state is set where nobody knows it. */
function assigned(
  at: ScriptNode,
  name: string | undefined,
  value: ScriptNode,
  context?: Context,
): Answer | undefined {
  const plain = unwrappedAwaited(value);
  if (ts.isStringLiteralLike(plain))
    return saysHealthy(plain.text) ? { at, yes: undefined, isPlain: true } : undefined;
  if (plain.kind === ts.SyntaxKind.TrueKeyword)
    return stateOf(name)
      ? { at, yes: plain, isPlain: true }
      : context?.kind === 'check' && ts.isBinaryExpression(at) && result.test(name ?? '')
        ? { at, yes: plain, isPlain: false }
        : undefined;
  if (!ts.isObjectLiteralExpression(plain)) return undefined;
  const found = yesIn(plain, undefined);
  return found && { at, ...found };
}

function answerOfCall(node: tsMorph.ts.CallExpression, context: Context | undefined): Answer | undefined {
  const name = lastName(node.expression) ?? '';
  const [first, second] = node.arguments;
  if (name === 'next' && ts.isIdentifier(node.expression) && node.arguments.length === 0)
    return context &&
      context.kind !== 'health' &&
      (context.kind === 'limit' ||
        isStrict(context.name) ||
        /auth|guard|csrf|jwt|permission|role/i.test(context.name))
      ? { at: node, yes: node, isPlain: false }
      : undefined;
  if (/^(?:cb|callback|done|next)$/.test(name) && first && second && isNothing(first)) {
    const found = yesIn(unwrappedAwaited(second), context);
    return found && { at: node, ...found };
  }
  if (name === 'resolve' && first) {
    const found = yesIn(unwrappedAwaited(first), context);
    return found && { at: node, ...found };
  }
  const setter = /^set([A-Z]\w*)$/.exec(name);
  return setter && first && node.arguments.length === 1 ? assigned(node, setter[1], first) : undefined;
}

const isNothing = (node: ScriptNode): boolean =>
  node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');

type Yes = Pick<Answer, 'yes' | 'isPlain'>;

/** `true`, `{ allowed: true, … }`, `{ status: 'healthy' }` */
function yesIn(node: ScriptNode, context: Context | undefined): Yes | undefined {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return context ? { yes: node, isPlain: false } : undefined;
  if (ts.isStringLiteralLike(node))
    return saysHealthy(node.text) || (context?.kind === 'health' && saysWell(node.text))
      ? { yes: undefined, isPlain: saysHealthy(node.text) }
      : undefined;
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  let found: Yes | undefined;
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    const name = textOfName(property.name) ?? '';
    const value = unwrappedAwaited(property.initializer);
    const isTrue = value.kind === ts.SyntaxKind.TrueKeyword;
    if (letIn.test(name) || (context && fine.test(name))) {
      if (value.kind === ts.SyntaxKind.FalseKeyword) return undefined;
      if (isTrue) found ??= { yes: value, isPlain: letIn.test(name) };
    } else if (ts.isStringLiteralLike(value) && /status|health|state|overall/i.test(name)) {
      if (saysHealthy(value.text) || (context?.kind === 'health' && saysWell(value.text)))
        found ??= { yes: undefined, isPlain: saysHealthy(value.text) };
    }
  }
  return found;
}
