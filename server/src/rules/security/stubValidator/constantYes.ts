import type * as tsMorph from 'ts-morph';
import type { FunctionWithBody } from '../../../analysis/functions.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { isYes } from '../../../analysis/yes.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Where a function says yes whatever it is given. */
export interface ConstantYes {
  /** The `return` statement, or an arrow function's expression. */
  readonly answer: ScriptNode;
  /** What it gives, without a promise around it. */
  readonly value: ScriptNode;
  /** It stands in `Promise.resolve(…)`. */
  readonly inPromise: boolean;
}

/** The answer of a function that does nothing but log and say yes; undefined for any other. */
export function constantYesOf(node: FunctionWithBody): ConstantYes | undefined {
  const { body } = node;
  if (!body) return undefined;
  if (!ts.isBlock(body)) return yesIn(body, body);
  const last = body.statements.at(-1);
  if (!last || !ts.isReturnStatement(last) || !last.expression) return undefined;
  return body.statements.every((each) => each === last || isNoise(each))
    ? yesIn(last, last.expression)
    : undefined;
}

function yesIn(answer: ScriptNode, expression: ScriptNode): ConstantYes | undefined {
  const plain = unwrapped(expression);
  if (ts.isCallExpression(plain) && plain.expression.getText() === 'Promise.resolve') {
    const [value] = plain.arguments;
    return value && isYes(unwrapped(value))
      ? { answer, value: unwrapped(value), inPromise: true }
      : undefined;
  }
  return isYes(plain) ? { answer, value: plain, inPromise: false } : undefined;
}

/** What decides nothing: logging, waiting, `void unused`, and an `if` around them that has no `else`. */
function isNoise(statement: tsMorph.ts.Statement): boolean {
  if (ts.isEmptyStatement(statement)) return true;
  if (ts.isBlock(statement)) return statement.statements.every(isNoise);
  if (ts.isIfStatement(statement)) return !statement.elseStatement && isNoise(statement.thenStatement);
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

function isLogOrWait(callee: ScriptNode): boolean {
  const name = lastName(callee) ?? '';
  if (!ts.isPropertyAccessExpression(callee)) return /^(?:debug|log|trace|sleep|delay|wait)$/.test(name);
  return (
    /^(?:log|debug|info|warn|error|trace|verbose|silly|notice)$/.test(name) &&
    /(?:^|\.)(?:console|\w*log(?:ger)?)$/i.test(callee.expression.getText())
  );
}
