import { type FunctionWithBody, isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** What begins a transaction, or takes part in one; a table of that name is neither. */
const inTransaction =
  /\.\$?transaction\(|\btransaction\(|(?:with|start|begin|run|in|execute|commit|db)_?transaction(?!s)|transactional|transacting|[{,(]\s*transaction\s*[},:)]|\btransaction:\s|\bBEGIN\b|\btrx\b|\btx\b|withTx|inTx|[{,]\s*session\s*[},:]|\bsession\.\w*[tT]ransaction|queryRunner|unitOfWork|\batomic|\.batch\(|entityManager|\bmanager\b|bulkWrite/i;

/** Whether two nodes stand in two branches of one decision. */
export function areBranches(first: ScriptNode, second: ScriptNode): boolean {
  for (let node = first; node.parent && !isFunction(node); node = node.parent) {
    const { parent } = node;
    const decides =
      (ts.isIfStatement(parent) && node !== parent.expression) ||
      ts.isConditionalExpression(parent) ||
      ts.isCaseBlock(parent) ||
      ts.isCatchClause(node);
    if (decides && !(second.pos >= node.pos && second.end <= node.end)) return true;
  }
  return false;
}

/** The variable that a call's result is given to. */
export function nameGiven(call: ScriptNode): string | undefined {
  let node = call.parent;
  while (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
    node = node.parent;
  if (!ts.isVariableDeclaration(node)) return undefined;
  if (ts.isIdentifier(node.name)) return node.name.text;
  const first =
    ts.isArrayBindingPattern(node.name) || ts.isObjectBindingPattern(node.name)
      ? node.name.elements[0]
      : undefined;
  return first && ts.isBindingElement(first) && ts.isIdentifier(first.name) ? first.name.text : undefined;
}

/** Whether the function, or one around it, begins a transaction, or is handed what one gives. */
export function runsInTransaction(around: FunctionWithBody): boolean {
  for (let node: ScriptNode = around; node.parent; node = node.parent) {
    if (
      isFunction(node) &&
      (inTransaction.test(node.getText().slice(0, 20_000)) || inTransaction.test(nameOfFunction(node) ?? ''))
    )
      return true;
    if (ts.isCallExpression(node) && inTransaction.test(node.expression.getText().slice(-60))) return true;
  }
  return false;
}

/** The innermost function that is no callback of a loop. */
export function functionAround(node: ScriptNode): FunctionWithBody | undefined {
  for (let around = node.parent; around; around = around.parent) {
    if (!isFunction(around)) continue;
    const { parent } = around;
    const isLoop =
      ts.isCallExpression(parent) &&
      ts.isPropertyAccessExpression(parent.expression) &&
      /^(?:map|forEach|flatMap)$/.test(parent.expression.name.text);
    if (!isLoop) return around;
  }
  return undefined;
}
