import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../languages/script.ts';
import { isEnvironment, proofOfCondition } from './devConditions.ts';
import { meaningOfEnvironment, meansMock } from './devNames.ts';

/**
 * Whether a node runs outside production only: because of a condition around it, or because what runs in
 * production returned or threw before it.
 */
export function isDevGuarded(node: ScriptNode): boolean {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (isGuardedBranch(child, parent) || isAfterExit(child, parent)) return true;
  }
  return false;
}

/** Whether `child` is a branch that its parent takes outside production only. */
function isGuardedBranch(child: ScriptNode, parent: ScriptNode): boolean {
  if (ts.isIfStatement(parent)) {
    if (child === parent.thenStatement) return proofOfCondition(parent.expression).whenTrue;
    return child === parent.elseStatement && proofOfCondition(parent.expression).whenFalse;
  }
  if (ts.isConditionalExpression(parent)) {
    if (child === parent.whenTrue) return proofOfCondition(parent.condition).whenTrue;
    return child === parent.whenFalse && proofOfCondition(parent.condition).whenFalse;
  }
  if (ts.isBinaryExpression(parent) && child === parent.right) {
    if (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
      return proofOfCondition(parent.left).whenTrue;
    }
    return parent.operatorToken.kind === ts.SyntaxKind.BarBarToken && proofOfCondition(parent.left).whenFalse;
  }
  return (ts.isCaseClause(parent) || ts.isDefaultClause(parent)) && isGuardedClause(parent);
}

/** A clause of `switch (process.env.NODE_ENV)`, with the empty clauses that fall into it. */
function isGuardedClause(clause: ScriptNode): boolean {
  const block = clause.parent;
  if (!ts.isCaseBlock(block)) return false;
  const known = isEnvironment(block.parent.expression);
  const meaningOf = (each: ScriptNode) => {
    if (!ts.isCaseClause(each) || !ts.isStringLiteralLike(each.expression)) return undefined;
    if (meansMock(each.expression.text)) return 'dev';
    return known ? meaningOfEnvironment(each.expression.text) : undefined;
  };
  const falling = [clause];
  for (let index = block.clauses.indexOf(clause as tsMorph.ts.CaseOrDefaultClause) - 1; index >= 0; index--) {
    const before = block.clauses[index];
    if (!before || (before.statements.length > 0 && exits(before.statements.at(-1)))) break;
    falling.push(before);
  }
  const handlesProduction = block.clauses.some(
    (each) => !falling.includes(each) && meaningOf(each) === 'production',
  );
  return falling.every((each) => (ts.isDefaultClause(each) ? handlesProduction : meaningOf(each) === 'dev'));
}

/** From where on a list of statements runs outside production only; kept, since many nodes ask. */
const guardedFrom = new WeakMap<ScriptNode, number>();

function isAfterExit(child: ScriptNode, parent: ScriptNode): boolean {
  if (
    !ts.isBlock(parent) &&
    !ts.isSourceFile(parent) &&
    !ts.isModuleBlock(parent) &&
    !ts.isCaseClause(parent) &&
    !ts.isDefaultClause(parent)
  ) {
    return false;
  }
  let from = guardedFrom.get(parent);
  if (from === undefined) {
    const exit = parent.statements.find(leavesInProduction);
    from = exit ? exit.end : Number.POSITIVE_INFINITY;
    guardedFrom.set(parent, from);
  }
  return child.pos >= from;
}

/** `if (production) return real();` */
function leavesInProduction(statement: ScriptNode): boolean {
  if (!ts.isIfStatement(statement)) return false;
  const { expression, thenStatement, elseStatement } = statement;
  if (exits(thenStatement) && proofOfCondition(expression).whenFalse) return true;
  return elseStatement !== undefined && exits(elseStatement) && proofOfCondition(expression).whenTrue;
}

/** Whether nothing after a statement runs once it has run. */
export function exits(statement: ScriptNode | undefined): boolean {
  if (!statement) return false;
  if (ts.isBlock(statement)) return exits(statement.statements.at(-1));
  if (ts.isIfStatement(statement)) return exits(statement.thenStatement) && exits(statement.elseStatement);
  if (ts.isTryStatement(statement)) {
    const { tryBlock, catchClause, finallyBlock } = statement;
    return exits(finallyBlock) || (exits(tryBlock) && (!catchClause || exits(catchClause.block)));
  }
  if (ts.isExpressionStatement(statement)) {
    const { expression } = statement;
    return ts.isCallExpression(expression) && expression.expression.getText() === 'process.exit';
  }
  return (
    ts.isReturnStatement(statement) ||
    ts.isThrowStatement(statement) ||
    ts.isContinueStatement(statement) ||
    ts.isBreakStatement(statement)
  );
}
