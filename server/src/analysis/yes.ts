import { type ScriptNode, ts } from '../languages/script.ts';
import { textOfName } from './namedValue.ts';
import { unwrapped } from './unwrapped.ts';

const affirming =
  /^(?:is_?)?(?:valid|compatible|ok|okay|success|successful|allow|allowed|authorized|authorised|authenticated|verified|granted|passed|pass|permitted|has_?access|has_?permission|safe|secure|trusted|supported|healthy|approved|eligible|can_?access|access_?granted)$/i;

/** `true`, or an object of constants that says so: `{ valid: true, errors: [] }`. */
export function isYes(node: ScriptNode): boolean {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (!ts.isObjectLiteralExpression(node)) return false;
  let affirmed = false;
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property) || !isConstant(property.initializer)) return false;
    if (!affirming.test(textOfName(property.name) ?? '')) continue;
    if (unwrapped(property.initializer).kind !== ts.SyntaxKind.TrueKeyword) return false;
    affirmed = true;
  }
  return affirmed;
}

/** Whether a value is written down to the last part. */
export function isConstant(node: ScriptNode): boolean {
  const value = unwrapped(node);
  if (ts.isLiteralExpression(value)) return true;
  if (ts.isPrefixUnaryExpression(value)) return isConstant(value.operand);
  if (ts.isArrayLiteralExpression(value)) return value.elements.every(isConstant);
  if (ts.isObjectLiteralExpression(value)) {
    return value.properties.every((each) => ts.isPropertyAssignment(each) && isConstant(each.initializer));
  }
  return (
    value.kind === ts.SyntaxKind.TrueKeyword ||
    value.kind === ts.SyntaxKind.FalseKeyword ||
    value.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(value) && value.text === 'undefined')
  );
}
