import { isFunction } from '../../../analysis/functions.ts';
import { clientInput } from '../../../analysis/http/clientInput.ts';
import type { RouteHandler } from '../../../analysis/http/handlers.ts';
import { isValidated } from '../../../analysis/http/validation.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { fieldsOfMiddlewares, isOptionalText, isRefusedByCallee } from './checkedElsewhere.ts';

/** The places where a handler takes fields out of a body and goes on with them; where it reads the body. */
export function fieldsTaken(route: RouteHandler): readonly ScriptNode[] {
  const { node: handler } = route;
  const { body } = handler;
  const isLookedAt = fieldsOfMiddlewares(route);
  const found: ScriptNode[] = [];
  const waiting: ScriptNode[] = body ? [...handler.parameters, body] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const input = isField(node) ? clientInput(ts.isBindingElement(node) ? node.name : node) : undefined;
    if (
      input?.part === 'body' &&
      input.keys.length > 0 &&
      !input.text &&
      !isHarmlessUse(node) &&
      !isOnlyAsked(node) &&
      !isHandedToInterface(node) &&
      !isLookedAt(input.keys[0] ?? '') &&
      !isRefusedByCallee(node) &&
      !isOptionalText(node) &&
      !isValidated(input, node)
    ) {
      found.push(ts.isBindingElement(node) ? placeOf(node) : input.source);
      continue;
    }
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return found.sort((a, b) => a.getStart() - b.getStart());
}

const isField = (node: ScriptNode): boolean =>
  ts.isPropertyAccessExpression(node) ||
  ts.isElementAccessExpression(node) ||
  (ts.isCallExpression(node) && lastName(node.expression) === 'get') ||
  (ts.isBindingElement(node) && ts.isIdentifier(node.name));

/** Of a pattern what it takes apart; of a parameter's, the pattern. */
function placeOf(element: ScriptNode): ScriptNode {
  let node = element;
  while (ts.isBindingElement(node) || ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node)) {
    node = node.parent;
  }
  return ts.isVariableDeclaration(node) && node.initializer ? node.initializer : node;
}

/** Made a number or a text at once, written to a log, or only asked whether it is there. */
function isHarmlessUse(node: ScriptNode): boolean {
  const { parent } = node;
  if (ts.isBindingElement(node)) return false;
  if (ts.isDeleteExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return true;
  // `body.preview = true`
  if (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  )
    return true;
  if (ts.isBinaryExpression(parent) && /^(?:[!=]==?|instanceof)$/.test(parent.operatorToken.getText()))
    return true;
  if (!ts.isCallExpression(parent)) return false;
  const callee = plain(parent.expression);
  const name = lastName(callee) ?? '';
  if (/^(?:Number|String|Boolean|parseInt|parseFloat|BigInt|isArray|encodeURIComponent)$/.test(name))
    return true;
  return (
    ts.isPropertyAccessExpression(callee) &&
    /^(?:console|log|logger)$/.test(lastName(plain(callee.expression)) ?? '')
  );
}

/** `if (req.body && req.body.__marker)`: only asked whether it is there. */
function isOnlyAsked(node: ScriptNode): boolean {
  let child = node;
  let { parent } = node;
  while (
    ts.isParenthesizedExpression(parent) ||
    (ts.isBinaryExpression(parent) && /^(?:&&|\|\|)$/.test(parent.operatorToken.getText()))
  ) {
    child = parent;
    parent = parent.parent;
  }
  return ts.isIfStatement(parent) && parent.expression === child;
}

/**
 * A field of the options that one call of an interface gets, whose refusal is what the client is answered:
 * `api.commit(options).then(…).catch((error) => reject(req, res, error))`. What it refuses is checked behind it.
 */
function isHandedToInterface(node: ScriptNode): boolean {
  let value = node;
  while (ts.isBinaryExpression(value.parent)) value = value.parent;
  const { parent: property } = value;
  if (!ts.isPropertyAssignment(property)) return false;
  const made = property.parent.parent;
  const name = ts.isVariableDeclaration(made) && ts.isIdentifier(made.name) ? made.name : undefined;
  const handler = name && ts.findAncestor(made, isFunction);
  if (!name || !handler) return false;
  const { text } = handler.getSourceFile();
  const rest = text.slice(made.end, handler.end);
  const call = rest.indexOf(`(${name.text})`);
  if (call < 0 || !/(?:API|Api)\.[\w.]{1,60}$/.test(rest.slice(Math.max(0, call - 80), call))) return false;
  const caught = rest.indexOf('.catch(', call);
  return caught >= 0 && /\(req, ?res,/.test(rest.slice(caught, caught + 300));
}
