import type * as tsMorph from 'ts-morph';
import type { FunctionWithBody } from '../../../analysis/functions.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { isAlwaysYes } from './yesValues.ts';

/** Where a function says yes whatever it is given. */
export interface ConstantYes {
  /** The `return` statement, an arrow function's expression, or the call of `next` or of a callback. */
  readonly answer: ScriptNode;
  /** What it gives, without a promise around it. */
  readonly value: ScriptNode;
  /** It stands in `Promise.resolve(…)`. */
  readonly inPromise: boolean;
  /** It is the only answer, or the first: what stands behind is never reached. */
  readonly isOnly: boolean;
}

/** The answer of a function that does nothing but log and say yes; undefined for any other. */
export function constantYesOf(node: FunctionWithBody): ConstantYes | undefined {
  const { body } = node;
  if (!body) return undefined;
  const callback = callbackOf(node);
  if (!ts.isBlock(body)) return yesIn(body, body, callback);
  const found = inStatements(body.statements, callback);
  return found === 'nothing' ? undefined : found;
}

/** What a list of statements answers: `nothing` where it goes on behind them. */
function inStatements(
  statements: readonly tsMorph.ts.Statement[],
  callback: string | undefined,
): ConstantYes | 'nothing' | undefined {
  for (const [index, statement] of statements.entries()) {
    const found = inStatement(statement, callback);
    if (found === undefined) return undefined;
    if (found === 'nothing') continue;
    // `if (known) return true; return true;`: all that follows has to agree.
    if (isWhole(statement)) return found;
    const rest = inStatements(statements.slice(index + 1), callback);
    return rest === undefined || rest === 'nothing' ? undefined : { ...rest, isOnly: false };
  }
  return 'nothing';
}

/** Whether nothing goes on behind a statement that says yes: an `if` has to have its last `else`. */
const isWhole = (statement: tsMorph.ts.Statement): boolean =>
  !ts.isIfStatement(statement) || (statement.elseStatement !== undefined && isWhole(statement.elseStatement));

function inStatement(
  statement: tsMorph.ts.Statement,
  callback: string | undefined,
): ConstantYes | 'nothing' | undefined {
  if (isNoise(statement)) return 'nothing';
  if (ts.isReturnStatement(statement))
    return statement.expression ? yesIn(statement, statement.expression, callback) : undefined;
  if (ts.isExpressionStatement(statement)) {
    const call = yesOfCall(unwrapped(statement.expression), callback);
    return call && { answer: call, value: call, inPromise: false, isOnly: true };
  }
  if (ts.isBlock(statement)) return inStatements(statement.statements, callback);
  if (ts.isIfStatement(statement)) {
    const yes = inStatement(statement.thenStatement, callback);
    if (yes === undefined || yes === 'nothing') return undefined;
    if (!statement.elseStatement) return { ...yes, isOnly: false };
    const no = inStatement(statement.elseStatement, callback);
    return no === undefined || no === 'nothing' ? undefined : { ...yes, isOnly: false };
  }
  if (ts.isSwitchStatement(statement)) return inSwitch(statement, callback);
  // What only says yes can't fail: whatever is caught, nothing was thrown.
  return ts.isTryStatement(statement) ? inStatements(statement.tryBlock.statements, callback) : undefined;
}

function inSwitch(
  statement: tsMorph.ts.SwitchStatement,
  callback: string | undefined,
): ConstantYes | undefined {
  let answer: ConstantYes | undefined;
  const { clauses } = statement.caseBlock;
  if (!clauses.some(ts.isDefaultClause)) return undefined;
  for (const { statements } of clauses) {
    if (statements.length === 0) continue;
    const found = inStatements(statements, callback);
    if (found === undefined || found === 'nothing') return undefined;
    answer ??= { ...found, isOnly: false };
  }
  return answer;
}

function yesIn(
  answer: ScriptNode,
  expression: ScriptNode,
  callback: string | undefined,
): ConstantYes | undefined {
  const plain = unwrapped(expression);
  const common = { answer, isOnly: true };
  if (ts.isCallExpression(plain)) {
    const call = yesOfCall(plain, callback);
    if (call) return { answer: call, value: call, inPromise: false, isOnly: true };
    const [value] = plain.arguments;
    return plain.expression.getText().slice(0, 40) === 'Promise.resolve' && value && isAlwaysYes(value)
      ? { ...common, value: unwrapped(value), inPromise: true }
      : undefined;
  }
  return isAlwaysYes(plain) ? { ...common, value: plain, inPromise: false } : undefined;
}

/** The callback by which a function answers: its last parameter, where it is called one. */
function callbackOf(node: FunctionWithBody): string | undefined {
  const last = node.parameters.at(-1)?.name;
  return last && ts.isIdentifier(last) && /^(?:cb|callback|done)$/.test(last.text) ? last.text : undefined;
}

/** `callback(null, true)` */
function yesOfCall(node: ScriptNode, callback: string | undefined): ScriptNode | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== callback)
    return undefined;
  const [error, value] = node.arguments;
  const isNothing =
    error &&
    (error.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(error) && error.text === 'undefined'));
  return isNothing && value && isAlwaysYes(value) ? node : undefined;
}

/**
 * What decides nothing: logging, waiting, `void unused`, a variable that nobody reads, and an `if` around them
 * that has no `else`.
 */
export function isNoise(statement: tsMorph.ts.Statement): boolean {
  if (ts.isEmptyStatement(statement) || ts.isFunctionDeclaration(statement)) return true;
  if (ts.isBlock(statement)) return statement.statements.every(isNoise);
  if (ts.isIfStatement(statement)) return !statement.elseStatement && isNoise(statement.thenStatement);
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.every(
      ({ initializer }) => !initializer || isIdle(initializer),
    );
  if (!ts.isExpressionStatement(statement)) return false;
  let { expression }: { expression: ScriptNode } = statement;
  if (ts.isVoidExpression(expression) || ts.isStringLiteral(expression) || ts.isIdentifier(expression))
    return true;
  if (ts.isAwaitExpression(expression)) {
    expression = expression.expression;
    if (ts.isNewExpression(expression)) return /\bsetTimeout\b/.test(expression.getText());
  }
  return ts.isCallExpression(expression) && isLogOrWait(expression.expression);
}

/** A value that can be had without a check: no call in it but those that compute, and never fail by saying no. */
function isIdle(node: ScriptNode): boolean {
  if (ts.isAwaitExpression(node) || ts.isNewExpression(node) || ts.isFunctionLike(node)) return false;
  if (ts.isCallExpression(node) && !computes.test(lastName(node.expression) ?? '')) return false;
  return ts.forEachChild(node, (child) => !isIdle(child) || undefined) !== true;
}

const computes =
  /^(?:(?:compute|calculate|create|generate|build)(?:[A-Z]\w*)?|sign|hmac|hash|digest|update|toString|decode|split|slice|trim|header|get|concat|replace|toLowerCase|toUpperCase|now|join|keys|values|entries|substring)$/;

function isLogOrWait(callee: ScriptNode): boolean {
  const name = lastName(callee) ?? '';
  if (!ts.isPropertyAccessExpression(callee)) return /^(?:debug|log|trace|sleep|delay|wait)$/.test(name);
  return (
    /^(?:log|debug|info|warn|error|trace|verbose|silly|notice)$/.test(name) &&
    /(?:^|\.)(?:console|\w*log(?:ger)?)$/i.test(callee.expression.getText())
  );
}
