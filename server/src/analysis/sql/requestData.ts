import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { unwrappedAwaited } from '../unwrapped.ts';
import { rootOf } from './expressions.ts';

/** What people send along with a request. */
const sent = /\.(?:body|query|params|headers|cookies|queryStringParameters|pathParameters|searchParams)\b/;

/** Whether a value comes from a request as it was sent, itself or through a variable. */
export function isRequestData(expression: tsMorph.ts.Expression, hops = 3): boolean {
  const node = unwrappedAwaited(expression);
  if (ts.isBinaryExpression(node)) {
    const chooses =
      node.operatorToken.kind === ts.SyntaxKind.BarBarToken ||
      node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
    return chooses && hops > 0 && isRequestData(node.left, hops - 1);
  }
  const root = rootOf(node);
  if (!ts.isIdentifier(root)) return false;
  if (node !== root) return isSent(node, root.text);
  const held = hops > 0 ? heldBy(root) : undefined;
  if (!held) return false;
  if (held.writes.some(({ value }) => isRequestData(value, hops - 1))) return true;
  return ts.isBindingElement(held.declaration) && isTakenFromRequest(held.declaration);
}

function isSent(node: ScriptNode, root: string): boolean {
  if (
    ts.isCallExpression(node) &&
    !/\.(?:get|header|param|query|toString|trim)$/.test(node.expression.getText())
  )
    return false;
  return /^(?:req|request|ctx|context|event|c)$/.test(root) && sent.test(node.getText());
}

/** `const { sort } = req.query` */
function isTakenFromRequest(element: ScriptNode): boolean {
  let node = element;
  while (!ts.isVariableDeclaration(node) && !ts.isParameter(node) && !ts.isSourceFile(node))
    node = node.parent;
  if (!ts.isVariableDeclaration(node) || !node.initializer) return false;
  const source = unwrappedAwaited(node.initializer);
  const root = rootOf(source);
  return ts.isIdentifier(root) && isSent(source, root.text);
}
