import { type ScriptNode, ts } from '../languages/script.ts';

const admin = /admin|super_?user|\bisRoot\b/i;
/** Statements that are looked at in each function; guards stand at its beginning. */
const most = 12;

/**
 * Whether the function around a node sends everybody away but administrators before it comes there:
 * `if (!isAdmin(user)) { res.status(403).end(); return; }`.
 */
export function isForAdmins(node: ScriptNode): boolean {
  for (let around = node.parent; around; around = around.parent) {
    if (!ts.isFunctionLike(around) || !('body' in around)) continue;
    const { body } = around;
    if (!body || !ts.isBlock(body)) continue;
    const guard = body.statements
      .slice(0, most)
      .find((each) => each.end <= node.getStart() && ts.isIfStatement(each) && refuses(each));
    if (guard) return true;
  }
  return false;
}

function refuses(statement: ScriptNode): boolean {
  if (!ts.isIfStatement(statement)) return false;
  const condition = statement.expression.getText().slice(0, 300);
  if (!admin.test(condition) || !/!(?!==?\s*(?:undefined|null))/.test(condition)) return false;
  const then = statement.thenStatement;
  const last = ts.isBlock(then) ? then.statements.at(-1) : then;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}
