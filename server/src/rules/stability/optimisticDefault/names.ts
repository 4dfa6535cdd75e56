import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** The names in an access, from the root on: `data.auth?.healthy` → data, auth, healthy. */
export function namesOf(expression: ScriptNode): string[] {
  const names: string[] = [];
  let node: ScriptNode = unwrappedAwaited(expression);
  // `sub && sub.status`: the second is what is asked.
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    node = unwrappedAwaited(node.right);
  // People don't chain deeper; what machines write may go on for thousands.
  for (let depth = 0; depth < 30; depth++) {
    const name = lastName(node);
    if (name !== undefined) names.unshift(name);
    if (
      ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node) ||
      ts.isCallExpression(node)
    )
      node = unwrappedAwaited(node.expression);
    else break;
  }
  return names;
}

/** What a value is given to: a property, a variable, the setter of a state, or the function that returns it. */
export function targetOf(expression: ScriptNode): string | undefined {
  let node = expression;
  for (let { parent } = node; parent; node = parent, parent = parent.parent) {
    if (
      ts.isPropertyAssignment(parent) ||
      ts.isVariableDeclaration(parent) ||
      ts.isPropertyDeclaration(parent)
    )
      return parent.initializer === node ? textOfName(parent.name) : undefined;
    if (ts.isReturnStatement(parent)) {
      const around = ts.findAncestor(parent, ts.isFunctionLike);
      return around && isFunction(around) ? nameOfFunction(around) : undefined;
    }
    if (ts.isArrowFunction(parent)) return parent.body === node ? nameOfFunction(parent) : undefined;
    if (ts.isBinaryExpression(parent)) {
      if (parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
        return parent.right === node ? lastName(parent.left) : undefined;
      const { kind } = parent.operatorToken;
      if (kind !== ts.SyntaxKind.QuestionQuestionToken && kind !== ts.SyntaxKind.BarBarToken)
        return undefined;
    } else if (ts.isCallExpression(parent)) {
      const setter = /^set([A-Z]\w*)$/.exec(lastName(parent.expression) ?? '');
      return parent.expression === node ? undefined : setter?.[1];
    } else if (!isTransparent(parent)) return undefined;
  }
  return undefined;
}

const isTransparent = (node: ScriptNode): boolean =>
  ts.isParenthesizedExpression(node) ||
  ts.isAsExpression(node) ||
  ts.isAwaitExpression(node) ||
  ts.isSatisfiesExpression(node);
