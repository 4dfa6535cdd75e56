import type * as tsMorph from 'ts-morph';
import { lastName } from '../../../analysis/namedValue.ts';
import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Calls that ask nobody: they send the answer, tell the time, log, wait, or look at the process itself. */
const idle =
  /^(?:json|send|end|text|body|sendStatus|status|code|type|set|header|headers|setHeader|writeHead|write|stringify|now|toISOString|toString|toFixed|toLocaleString|getTime|uptime|memoryUsage|cpuUsage|hrtime|bigint|hostname|platform|totalmem|freemem|loadavg|cpus|round|floor|max|min|random|log|info|debug|warn|error|trace|Number|String|Boolean|require|resolve|setTimeout|sleep|delay|wait|keys|entries|success|ok|Date|Error|Response|Promise)$/;

/** Whether a piece of code asks anybody before it answers. Names that it reads may know from elsewhere. */
export function asksSomebody(node: ScriptNode): boolean {
  if (ts.isAwaitExpression(node) && !isIdleCall(unwrappedAwaited(node))) return true;
  if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && !isIdleCall(node)) return true;
  // `for await`, and tags of templates that run a query.
  if (ts.isTaggedTemplateExpression(node)) return true;
  return ts.forEachChild(node, (child) => asksSomebody(child) || undefined) ?? false;
}

function isIdleCall(node: ScriptNode): boolean {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  return idle.test(lastName(node.expression) ?? '');
}

/** Whether it decides anything: a condition may know what no call asks for. */
export function decides(node: ScriptNode): boolean {
  if (ts.isIfStatement(node) || ts.isConditionalExpression(node) || ts.isSwitchStatement(node)) return true;
  if (ts.isBinaryExpression(node) && isChoice(node)) return true;
  return ts.forEachChild(node, (child) => decides(child) || undefined) ?? false;
}

const isChoice = ({ operatorToken: { kind } }: tsMorph.ts.BinaryExpression): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken ||
  kind === ts.SyntaxKind.BarBarToken ||
  kind === ts.SyntaxKind.QuestionQuestionToken;
