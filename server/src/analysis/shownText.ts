import { type ScriptNode, ts } from '../languages/script.ts';
import { textOfName } from './namedValue.ts';

/** Names of what is shown to people. */
const shown =
  /^(?:description|message|help|usage|examples?|text|label|title|hint|warning|tooltip|placeholder|docs?|content|body|summary|subtitle|caption)$|(?:Message|Help|Text|Usage|Example|Placeholder|Description|Label)$/i;
/** Calls that show a text, or look for it in another. */
const callees =
  /^(?:console|logger|log|chalk|z|expect|assert)\b|\b(?:includes|startsWith|endsWith|indexOf|lastIndexOf|test|match|matchAll|replace|replaceAll|split|warn|info|debug|error|t|Error|RegExp|describe|option|example|addHelpText)$/;

/** Whether a text is not used for what it says: shown to people, compared with another, or searched for. */
export function isShownOrCompared(node: ScriptNode): boolean {
  for (let around = node.parent; around && !ts.isStatement(around); around = around.parent) {
    if (ts.isCallExpression(around) || ts.isNewExpression(around))
      return callees.test(around.expression.getText().slice(-200));
    if (ts.isJsxElement(around) || ts.isTypeNode(around) || ts.isFunctionLike(around))
      return ts.isTypeNode(around);
    if (ts.isJsxAttribute(around))
      return !/(?:url|endpoint|src|uri|server|host|socket)$/i.test(around.name.getText());
    if (
      (ts.isPropertyAssignment(around) ||
        ts.isVariableDeclaration(around) ||
        ts.isPropertyDeclaration(around)) &&
      shown.test(textOfName(around.name) ?? '')
    )
      return true;
    if (ts.isBinaryExpression(around) && /^[!=]==?$/.test(around.operatorToken.getText())) return true;
  }
  const { parent } = node;
  if (ts.isCaseClause(parent) || ts.isImportDeclaration(parent) || ts.isExternalModuleReference(parent))
    return true;
  return ts.isPropertyAssignment(parent) && parent.name === node;
}
