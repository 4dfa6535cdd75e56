import { nameOfFunction } from '../../../analysis/functions.ts';
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
  // What is called so is the check itself, or ends a session whose token nobody else knows.
  if (/valid|^(?:revoke|log_?out|sign_?out)/i.test(nameOfFunction(handler.node) ?? '')) return true;
  if (passesOn(handler.node, text)) return true;
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

/** A middleware that answers nothing itself, and leaves what was sent to the handlers behind it. */
function passesOn({ parameters }: RouteHandler['node'], text: string): boolean {
  const names = parameters.map(({ name }) => name.getText());
  const [request, response, next] = names;
  if (names.length !== 3 || !request || !response || next !== 'next' || !/\bnext\(\)/.test(text))
    return false;
  const uses = text.split(/\W/).filter((word) => word === response).length;
  return uses === 1 && !/\bawait\b/.test(text);
}

/** Whether a record is made or changed and then saves itself, which is where a project's models look at it. */
export const savesItself = ({ node }: RouteHandler): boolean => /\w\.save\(\)/.test(node.getText());
