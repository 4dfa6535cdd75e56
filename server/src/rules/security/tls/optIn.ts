import { type ScriptNode, ts } from '../../../languages/script.ts';

const words =
  /unauthori[sz]ed|insecure|verif|self.?signed|validat|trust|(?:skip|ignore|allow|disable|accept)\w{0,20}(?:tls|ssl|cert)|strict/i;

/** `if (!process.env.NODE_TLS_REJECT_UNAUTHORIZED)`: it is off wherever nobody asks that it be on. */
const unlessSet = /^!\s?process\.env\W{1,3}NODE_TLS_REJECT_UNAUTHORIZED\W{0,3}$/;

/** Whether whoever runs the program must ask for it: behind `if (options.allowUnauthorizedCerts)`, `case 'no-verify':`. */
export function isOptIn(place: ScriptNode): boolean {
  let child = place;
  for (let node = place.parent; node && !ts.isFunctionLike(node); child = node, node = node.parent) {
    const condition = conditionOf(node, child);
    if (!condition) continue;
    const text = condition.getText().slice(0, 500);
    if (words.test(text) && !unlessSet.test(text)) return true;
  }
  return false;
}

function conditionOf(node: ScriptNode, child: ScriptNode): ScriptNode | undefined {
  if (ts.isIfStatement(node)) return child === node.expression ? undefined : node.expression;
  if (ts.isConditionalExpression(node)) return child === node.condition ? undefined : node.condition;
  if (ts.isCaseClause(node)) return child === node.expression ? undefined : node.expression;
  const decides =
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
    child === node.right;
  return decides ? node.left : undefined;
}
