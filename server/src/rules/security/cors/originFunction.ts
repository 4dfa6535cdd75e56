import type * as tsMorph from 'ts-morph';
import type { FunctionWithBody } from '../../../analysis/functions.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { isRequestOrigin } from './requestOrigin.ts';

/**
 * Whether a function that decides on an origin says yes on all ways: `(origin, callback) => callback(null, true)`,
 * `(origin) => origin`. One way that says no, or that can't be read, is enough for a check.
 */
export function alwaysAllows(node: FunctionWithBody): boolean {
  const [first, second] = node.parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : undefined));
  const allows = (answer: ScriptNode | undefined): boolean =>
    answer !== undefined &&
    (answer.kind === ts.SyntaxKind.TrueKeyword ||
      (ts.isStringLiteralLike(answer) && answer.text === '*') ||
      (ts.isIdentifier(answer) && answer.text === first) ||
      isRequestOrigin(answer) ||
      (ts.isBinaryExpression(answer) &&
        answer.operatorToken.kind === ts.SyntaxKind.BarBarToken &&
        allows(answer.left) &&
        allows(answer.right)));
  if (node.body && !ts.isBlock(node.body) && !isCallOf(node.body, second)) return allows(node.body);
  let answers = 0;
  let open = true;
  const look = (inner: ScriptNode): void => {
    if (ts.isThrowStatement(inner)) open = false;
    else if (isCallOf(inner, second)) {
      answers += 1;
      if (!isNothing(inner.arguments[0]) || !allows(inner.arguments[1])) open = false;
      return;
    } else if (second !== undefined && ts.isIdentifier(inner) && inner.text === second) {
      // Handed on: somebody else decides.
      open = false;
    } else if (second === undefined && ts.isReturnStatement(inner)) {
      answers += 1;
      if (!allows(inner.expression)) open = false;
    }
    ts.forEachChild(inner, look);
  };
  if (node.body) look(node.body);
  return open && answers > 0;
}

const isCallOf = (node: ScriptNode, name: string | undefined): node is tsMorph.ts.CallExpression =>
  name !== undefined &&
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === name;

const isNothing = (node: ScriptNode | undefined): boolean =>
  node !== undefined &&
  (node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined'));
