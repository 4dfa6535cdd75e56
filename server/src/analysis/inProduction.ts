import { type ScriptNode, ts } from '../languages/script.ts';
import { heldBy } from './constants.ts';
import { proofOfCondition } from './devConditions.ts';
import { unwrapped } from './unwrapped.ts';

/**
 * What an expression is in production: true or false, where it is written down there or follows from how the
 * program is started; undefined where nobody can tell. `hops` says how many constants may be looked up.
 */
export function booleanInProduction(expression: ScriptNode, hops = 2): boolean | undefined {
  const node = unwrapped(expression);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isConditionalExpression(node)) {
    const { whenTrue, whenFalse } = proofOfCondition(node.condition);
    if (whenTrue === whenFalse) return undefined;
    return booleanInProduction(whenTrue ? node.whenFalse : node.whenTrue, hops);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    if (ts.isNumericLiteral(node.operand)) return Number(node.operand.text) === 0;
    const inner = booleanInProduction(node.operand, hops);
    return inner === undefined ? undefined : !inner;
  }
  if (ts.isIdentifier(node) && hops > 0) {
    const held = heldBy(node);
    const [write, ...more] = held?.writes ?? [];
    if (held && write?.kind === 'is' && more.length === 0 && ts.isVariableDeclaration(held.declaration)) {
      const value = booleanInProduction(write.value, hops - 1);
      if (value !== undefined) return value;
    }
  }
  const { whenTrue, whenFalse } = proofOfCondition(node);
  if (whenTrue === whenFalse) return undefined;
  return whenFalse;
}
