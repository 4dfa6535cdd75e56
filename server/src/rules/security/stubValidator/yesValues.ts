import { heldBy } from '../../../analysis/constants.ts';
import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { isYes } from '../../../analysis/yes.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Whether an expression is a yes whatever the rest of the program does: `true`, `ask() || true`, `x ? true : true`. */
export function isAlwaysYes(expression: ScriptNode, depth = 3): boolean {
  const node = unwrappedAwaited(expression);
  if (isYes(node) || isYesWithLists(node)) return true;
  if (depth === 0) return false;
  if (ts.isConditionalExpression(node))
    return isAlwaysYes(node.whenTrue, depth - 1) && isAlwaysYes(node.whenFalse, depth - 1);
  if (ts.isBinaryExpression(node)) {
    const { left, right, operatorToken } = node;
    if (operatorToken.kind === ts.SyntaxKind.BarBarToken)
      return right.kind === ts.SyntaxKind.TrueKeyword || left.kind === ts.SyntaxKind.TrueKeyword;
    if (
      operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
      operatorToken.kind === ts.SyntaxKind.EqualsEqualsToken
    )
      return ts.isNumericLiteral(left) && ts.isNumericLiteral(right) && left.text === right.text;
    return false;
  }
  if (!ts.isIdentifier(node)) return false;
  const held = heldBy(node);
  const [only, ...others] = held?.writes ?? [];
  return (
    held !== undefined &&
    ts.isVariableDeclaration(held.declaration) &&
    isLocal(held.declaration, node) &&
    only?.kind === 'is' &&
    others.length === 0 &&
    isAlwaysYes(only.value, depth - 1)
  );
}

/** Declared in the same function: what a whole module holds may be set from elsewhere. */
const isLocal = (declaration: ScriptNode, use: ScriptNode): boolean =>
  ts.findAncestor(declaration, ts.isFunctionLike) === ts.findAncestor(use, ts.isFunctionLike) &&
  ts.findAncestor(declaration, ts.isFunctionLike) !== undefined;

/** `{ valid: true, errors }` after `const errors = [];` to which nothing was added. */
function isYesWithLists(node: ScriptNode): boolean {
  if (!ts.isObjectLiteralExpression(node)) return false;
  let affirmed = false;
  for (const property of node.properties) {
    if (ts.isShorthandPropertyAssignment(property)) {
      if (!/^(?:errors|warnings|issues|problems)$/.test(property.name.text)) return false;
      const writes = heldBy(property.name)?.writes ?? [];
      const [only] = writes;
      if (
        writes.length !== 1 ||
        !only ||
        !ts.isArrayLiteralExpression(only.value) ||
        only.value.elements.length > 0
      )
        return false;
    } else if (ts.isPropertyAssignment(property)) {
      if (
        property.initializer.kind === ts.SyntaxKind.TrueKeyword &&
        /^(?:is_?)?(?:valid|ok|success|compatible)$/i.test(property.name.getText())
      )
        affirmed = true;
      else return false;
    } else return false;
  }
  return affirmed;
}
