import type * as tsMorph from 'ts-morph';
import { checkKindOf } from '../../../analysis/checkNames.ts';
import { isInCondition } from '../../../analysis/conditionPlace.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { stateOf } from '../../../analysis/stateNames.ts';
import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** A condition that a constant has switched off. */
export interface SwitchedOff {
  readonly at: tsMorph.ts.BinaryExpression;
  /** What would be asked. */
  readonly check: ScriptNode;
  readonly name: string;
}

const person =
  /^(?:user|currentUser|session|token|auth|signature|apiKey|credentials|authorization|principal)$/;

/** `if (isValid || true)`, `if (false && !user)`: the check stands there, and decides nothing. */
export function readSwitchedOff(node: ScriptNode): SwitchedOff | undefined {
  if (!ts.isBinaryExpression(node)) return undefined;
  const { left, right, operatorToken } = node;
  const isOr = operatorToken.kind === ts.SyntaxKind.BarBarToken;
  if (!isOr && operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) return undefined;
  const constant = isOr ? ts.SyntaxKind.TrueKeyword : ts.SyntaxKind.FalseKeyword;
  const check = right.kind === constant ? left : left.kind === constant ? right : undefined;
  if (!check) return undefined;
  const name = checkedIn(check);
  return name !== undefined && isInCondition(node) ? { at: node, check, name } : undefined;
}

/** The name of the check in a condition: `isValid`, `!user`, `hasRole(user)`, `session.authenticated && ready`. */
function checkedIn(expression: ScriptNode, depth = 4): string | undefined {
  if (depth === 0) return undefined;
  const node = unwrappedAwaited(expression);
  if (ts.isPrefixUnaryExpression(node)) return checkedIn(node.operand, depth - 1);
  if (ts.isBinaryExpression(node)) return checkedIn(node.left, depth - 1) ?? checkedIn(node.right, depth - 1);
  const name = lastName(ts.isCallExpression(node) ? node.expression : node);
  if (name === undefined) return undefined;
  return stateOf(name) || checkKindOf(name) === 'check' || person.test(name) ? name : undefined;
}
