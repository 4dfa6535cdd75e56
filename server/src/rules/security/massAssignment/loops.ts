import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { clientInput } from '../../../analysis/http/clientInput.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/**
 * What is copied field by field, whatever the fields: `for (const key in req.body) user[key] = req.body[key]`, where
 * the record is saved in the end. Undefined for all other assignments, such as those of listed fields.
 */
export function copiedInLoop({
  left,
  right,
  operatorToken,
}: tsMorph.ts.BinaryExpression): ScriptNode | undefined {
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  if (!ts.isElementAccessExpression(left) || !ts.isIdentifier(left.expression)) return undefined;
  const key = plain(left.argumentExpression);
  const value = plain(right);
  if (!ts.isIdentifier(key) || !ts.isElementAccessExpression(value)) return undefined;
  if (plain(value.argumentExpression).getText() !== key.text || !goesThroughInput(key)) return undefined;
  let scope: ScriptNode = left;
  while (!ts.isSourceFile(scope) && !(ts.isFunctionLike(scope) && scope !== functionOf(key)))
    scope = scope.parent;
  const { text } = left.getSourceFile();
  const isSaved = text.slice(left.end, scope.end).includes(`${left.expression.text}.save(`);
  const isChosen = /\.(?:includes|has|every|hasOwnProperty)\(/.test(text.slice(scope.pos, left.pos));
  return isSaved && !isChosen ? value.expression : undefined;
}

/** The callback whose parameter a name is: `keys.forEach((key) => …)`. */
function functionOf(key: tsMorph.ts.Identifier): ScriptNode | undefined {
  const declaration = heldBy(key)?.declaration;
  return declaration && ts.isParameter(declaration) ? declaration.parent : undefined;
}

/** Whether a name stands for each key of what was sent. */
function goesThroughInput(key: tsMorph.ts.Identifier): boolean {
  const declaration = heldBy(key)?.declaration;
  if (!declaration) return false;
  if (ts.isVariableDeclaration(declaration)) {
    const loop = declaration.parent.parent;
    if (ts.isForInStatement(loop)) return clientInput(loop.expression) !== undefined;
    return ts.isForOfStatement(loop) && areKeys(loop.expression);
  }
  const call = functionOf(key)?.parent;
  if (!call || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  return /^(?:forEach|map)$/.test(call.expression.name.text) && areKeys(call.expression.expression);
}

/** `Object.keys(req.body)`, itself or in a variable. */
function areKeys(expression: ScriptNode, hops = 2): boolean {
  const node = plain(expression);
  if (ts.isIdentifier(node)) {
    const value = heldBy(node)?.writes[0]?.value;
    return value !== undefined && hops > 0 && areKeys(value, hops - 1);
  }
  const [first] = ts.isCallExpression(node) ? node.arguments : [];
  const isKeys = ts.isCallExpression(node) && lastName(node.expression) === 'keys';
  return isKeys && first !== undefined && clientInput(first) !== undefined;
}
