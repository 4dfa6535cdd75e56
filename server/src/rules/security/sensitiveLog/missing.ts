import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Whether a log stands where a condition has found that there is no such value: `if (!token) log(token)`. */
export function isMissingAt(use: ScriptNode, value: string): boolean {
  let child = use;
  for (let parent = use.parent; parent && !ts.isFunctionLike(child); child = parent, parent = parent.parent) {
    if (!ts.isIfStatement(parent) || child !== parent.thenStatement) continue;
    if (saysMissing(parent.expression, value)) return !isGivenBefore(use, child, value);
  }
  return false;
}

/** `!value`, `value === undefined`, and either of them with more that must be true as well. */
function saysMissing(condition: ScriptNode, value: string): boolean {
  if (ts.isParenthesizedExpression(condition)) return saysMissing(condition.expression, value);
  if (ts.isPrefixUnaryExpression(condition))
    return condition.operator === ts.SyntaxKind.ExclamationToken && reads(condition.operand, value);
  if (!ts.isBinaryExpression(condition)) return false;
  const { left, operatorToken, right } = condition;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return saysMissing(left, value) || saysMissing(right, value);
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return reads(left, value) && /^(?:undefined|null|''|"")$/.test(right.getText().slice(0, 12));
    default:
      return false;
  }
}

const reads = (node: ScriptNode, value: string): boolean =>
  node.end - node.pos < value.length + 40 && node.getText().replaceAll('?.', '.') === value;

/** Whether the branch gives the value something before the log. */
function isGivenBefore(use: ScriptNode, branch: ScriptNode, value: string): boolean {
  const before = branch.getSourceFile().text.slice(branch.getStart(), use.getStart());
  for (let at = before.indexOf(value); at >= 0; at = before.indexOf(value, at + value.length)) {
    if (/^\s{0,20}(?:=(?!=)|\|\|=|\?\?=|[,}])/.test(before.slice(at + value.length, at + value.length + 30)))
      return true;
  }
  return false;
}
