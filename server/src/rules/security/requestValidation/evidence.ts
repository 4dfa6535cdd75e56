import { clientInput } from '../../../analysis/http/clientInput.ts';
import type { RouteHandler } from '../../../analysis/http/handlers.ts';
import { checksIn } from '../../../analysis/http/validation.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Whether requests of its method have a body, as far as the method is known. */
export const takesBody = ({ method, node }: RouteHandler): boolean =>
  (method === undefined || /^(?:POST|PUT|PATCH|DELETE|ALL)$/.test(method)) &&
  /body|\.json\(|formData|payload/i.test(node.getText());

/** What a handler does that checks by hand: it answers that the request was wrong, or asks for types. */
const byHand =
  /\b(?:400|422|406)\b|BAD_REQUEST|UNPROCESSABLE|[bB]adRequest|badData|[uU]nprocessable|Invalid(?:Input|Param|Argument|Request)|ValidationE|\btypeof |\.isArray\(|\bisNaN\(|Number\.is|validator\.|\bassert\b/;
/** What isn't for people to fill in: it is proved by a signature, or handed on as it is. */
const elsewhere =
  /constructEvent|[sS]ignature|createHmac|timingSafeEqual|svix|webhook|[pP]roxy|graphql|\bfail\(|return\s+invalid/;

/** Whether a handler looks at what it was sent by itself, or hasn't to. */
export function looksByItself(handler: RouteHandler): boolean {
  const text = handler.node.getText();
  if (byHand.test(text) || elsewhere.test(text)) return true;
  if (checksIn(handler.node).some(({ part }) => part === undefined || part === 'body')) return true;
  return refuses(handler.node);
}

/** `if (!req.body.name) throw …`: it goes no further with what it can't use. */
function refuses(handler: ScriptNode): boolean {
  const waiting: ScriptNode[] = [handler];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isIfStatement(node) && leaves(node.thenStatement) && asksForBody(node.expression)) return true;
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return false;
}

function leaves(statement: ScriptNode): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (ts.isThrowStatement(last) || ts.isReturnStatement(last));
}

function asksForBody(condition: ScriptNode): boolean {
  const waiting: ScriptNode[] = [condition];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const names = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
    const input = names ? clientInput(node) : undefined;
    if (input?.part === 'body' && input.keys.length > 0) return true;
    if (!ts.isPropertyAccessExpression(node)) ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return false;
}
