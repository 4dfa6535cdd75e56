import type * as tsMorph from 'ts-morph';
import { constantOf } from '../../../analysis/localConstants.ts';
import { isMockValue } from '../../../analysis/mockNames.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Calls that hand their argument to whoever asked: an answer, a state that is shown. */
const handing = /^(?:json|send|render|success|ok|resolve|useState|useRef|reply|status|next|of|set[A-Z]\w*)$/;

/**
 * Whether an identifier is made-up data, written down in this file, at a place where it is given out as if it
 * were real: returned, sent, shown.
 */
export function isGivenOut(node: ScriptNode, isImported: boolean): boolean {
  if (!ts.isIdentifier(node) || !isMockValue(node.text) || !isHandedOut(node)) return false;
  return isImported || isWrittenDown(constantOf(node.text, node));
}

/** Whether a value is returned, sent, or shown. */
export function isHandedOut(node: ScriptNode): boolean {
  let { parent }: { parent: ScriptNode } = node;
  let child: ScriptNode = node;
  // People don't nest deeper; what machines write may go on for thousands.
  for (let depth = 0; depth < 30 && isPassedThrough(child, parent); depth++) {
    child = parent;
    parent = parent.parent;
  }
  const handed =
    ts.isReturnStatement(parent) ||
    (ts.isArrowFunction(parent) && parent.body === child) ||
    ts.isJsxExpression(parent) ||
    (ts.isCallExpression(parent) &&
      parent.expression !== child &&
      handing.test(lastName(parent.expression) ?? ''));
  return handed;
}

/** Nodes that give on what they are given: `{ data: mockUsers }`, `await mock`, `mock as User[]`. */
function isPassedThrough(child: ScriptNode, parent: ScriptNode): boolean {
  return (
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    // `mockData.users`, `mockUsers.map(…)`
    (ts.isPropertyAccessExpression(parent) && parent.expression === child) ||
    (ts.isCallExpression(parent) && parent.expression === child) ||
    ts.isSpreadElement(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    (ts.isPropertyAssignment(parent) && parent.initializer === child) ||
    (ts.isConditionalExpression(parent) && parent.condition !== child) ||
    (ts.isBinaryExpression(parent) && isChoice(child, parent))
  );
}

/** `cached ?? mockUsers`: either side may be the value; of `ready && mockUsers` only the right one. */
function isChoice(child: ScriptNode, parent: tsMorph.ts.BinaryExpression): boolean {
  const { kind } = parent.operatorToken;
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return parent.right === child;
  return kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
}

/** An object or a list with something in it. */
export function isWrittenDown(value: ScriptNode | undefined): boolean {
  if (!value) return false;
  if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value)) {
    return isWrittenDown(value.expression);
  }
  if (ts.isObjectLiteralExpression(value)) return value.properties.length > 0;
  return ts.isArrayLiteralExpression(value) && value.elements.length > 0;
}
