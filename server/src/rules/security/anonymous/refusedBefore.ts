import { exits } from '../../../analysis/devGuards.ts';
import { isFunction } from '../../../analysis/functions.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Whether a statement above refuses a request without a user, so that nobody is left for whom somebody else stands in. */
export function isRefusedBefore(node: ScriptNode, identity: ScriptNode): boolean {
  const users = holdersOf(node, identity);
  if (users.length === 0) return false;
  let child = node;
  for (let { parent } = node; parent && !isFunction(child); child = parent, parent = parent.parent) {
    if (!ts.isBlock(parent) && !ts.isSourceFile(parent)) continue;
    for (const each of parent.statements) {
      if (each.pos >= child.pos) break;
      if (ts.isIfStatement(each) && exits(each.thenStatement) && asksForMissing(each.expression, users))
        return true;
    }
  }
  return false;
}

/** As they are written: `req.user` of `req.user.id`, and of the pattern `const { id } = req.user`. */
function holdersOf(node: ScriptNode, identity: ScriptNode): readonly string[] {
  let holder: ScriptNode | undefined = unwrapped(identity);
  if (ts.isBindingElement(node)) {
    const owner = node.parent.parent;
    holder = ts.isVariableDeclaration(owner) && owner.initializer ? unwrapped(owner.initializer) : undefined;
    return holder ? [written(holder)] : [];
  }
  return ts.isPropertyAccessExpression(holder)
    ? [written(holder), written(holder.expression)]
    : [written(holder)];
}

const written = (node: ScriptNode): string => node.getText().replaceAll('?.', '.').slice(0, 200);

/** `!req.user`, `req.user == null`, `!req.session || !req.session.user` */
function asksForMissing(expression: ScriptNode, users: readonly string[]): boolean {
  const condition = unwrapped(expression);
  if (ts.isPrefixUnaryExpression(condition))
    return (
      condition.operator === ts.SyntaxKind.ExclamationToken &&
      users.includes(written(unwrapped(condition.operand)))
    );
  if (!ts.isBinaryExpression(condition)) return false;
  const { left, right, operatorToken } = condition;
  if (operatorToken.kind === ts.SyntaxKind.BarBarToken)
    return asksForMissing(left, users) || asksForMissing(right, users);
  return /^===?$/.test(operatorToken.getText()) && /^(?:null|undefined)$/.test(right.getText())
    ? users.includes(written(unwrapped(left)))
    : false;
}
