import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../languages/script.ts';
import { lastName, textOfName } from './namedValue.ts';

/** A function that has a body, in any of its spellings. */
export type FunctionWithBody =
  | tsMorph.ts.FunctionDeclaration
  | tsMorph.ts.FunctionExpression
  | tsMorph.ts.ArrowFunction
  | tsMorph.ts.MethodDeclaration;

/** Whether a node is a function that a name can be given to. */
export const isFunction = (node: ScriptNode): node is FunctionWithBody =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node);

/**
 * The name that a function goes by: its own, or that of the variable, property or export that holds it, also
 * through a wrapper such as `useCallback(…)`.
 */
export function nameOfFunction(node: FunctionWithBody): string | undefined {
  if (node.name) return textOfName(node.name);
  let holder: ScriptNode = node.parent;
  while (ts.isParenthesizedExpression(holder) || isWrapper(holder)) holder = holder.parent;
  if (
    ts.isVariableDeclaration(holder) ||
    ts.isPropertyAssignment(holder) ||
    ts.isPropertyDeclaration(holder)
  ) {
    return textOfName(holder.name);
  }
  if (!ts.isBinaryExpression(holder) || holder.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return undefined;
  return lastName(holder.left);
}

/** `useCallback(() => …, [])`, `memo(…)`, `asyncHandler(…)`: what they give is still that function. */
const isWrapper = (node: ScriptNode): boolean =>
  ts.isCallExpression(node) &&
  /^(?:useCallback|useMemoizedFn|useEvent|useEffectEvent|memo|memoize|memoizeOne|once|cache|async[A-Z]\w*|catchAsync)$/.test(
    lastName(node.expression) ?? '',
  );
