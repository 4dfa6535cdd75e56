import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { heldValue } from '../../../analysis/options.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { functionOf } from '../webhook/receivers.ts';
import { isJsonWebToken } from './libraries.ts';

/** A token that is read without a look at its signature. */
export interface Decode {
  readonly call: tsMorph.ts.CallExpression;
  readonly token: ScriptNode;
  /** Made for servers, for browsers too, or by hand. */
  readonly by: 'server library' | 'any library' | 'hand';
}

/** `jwt.decode(token)`, `jwtDecode(token)`, `JSON.parse(atob(token.split('.')[1]))` */
export function decodeAt(call: tsMorph.ts.CallExpression): Decode | undefined {
  const { expression: callee } = call;
  const [first, second, third] = call.arguments;
  if (!first) return undefined;
  const name = lastName(callee) ?? '';
  if (name === 'parse') return byHand(call, first);
  if (ts.isIdentifier(callee) && /jwt|token|claims|payload/i.test(name)) {
    const helped = byHelper(call, callee, first);
    if (helped) return helped;
  }
  if (name === 'decode' || name === 'decodeJwt' || name === 'decodeJWT') {
    const imported = importedFrom(callee);
    if (
      imported &&
      /^(?:jose|jwt-decode|hono\/jwt|@tsndr\/cloudflare-worker-jwt|djwt)$/.test(imported.module)
    )
      return { call, token: first, by: 'any library' };
    if (imported?.module === 'jwt-simple' || (!imported && name === 'decode' && second && !isOptions(second)))
      return third?.kind === ts.SyntaxKind.TrueKeyword
        ? { call, token: first, by: 'server library' }
        : undefined;
    if (ts.isPropertyAccessExpression(callee) && lastName(callee.expression) === 'UnsecuredJWT')
      return { call, token: first, by: 'any library' };
    if (isJsonWebToken(callee, 'decode') || isService(callee))
      return { call, token: first, by: 'server library' };
    return !imported && name !== 'decode' && isUndeclared(callee)
      ? { call, token: first, by: 'any library' }
      : undefined;
  }
  if (!ts.isIdentifier(callee))
    return name === 'jwtDecode' ? { call, token: first, by: 'any library' } : undefined;
  const decodes =
    importedFrom(callee)?.module === 'jwt-decode' || (/^jwt_?decode$/i.test(name) && isUndeclared(callee));
  return decodes ? { call, token: first, by: 'any library' } : undefined;
}

/** `jwtDecode`, `jose.decodeJwt` in a piece of code that does not say where they come from. */
const isUndeclared = (callee: ScriptNode): boolean => {
  const root = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
  return ts.isIdentifier(root) && !heldBy(root) && (root === callee || root.text === 'jose');
};

/** The second argument of `jsonwebtoken`'s function; `jwt-simple` takes the key there, and checks. */
const isOptions = (node: ScriptNode): boolean => {
  const value = heldValue(node);
  return ts.isObjectLiteralExpression(value) || /option|opts/i.test(lastName(value) ?? '');
};

/** `this.jwtService.decode(token)`, `app.jwt.decode(token)` */
const isService = (callee: ScriptNode): boolean =>
  ts.isPropertyAccessExpression(callee) &&
  callee.name.text === 'decode' &&
  (/^_?jwt_?service$/i.test(lastName(callee.expression) ?? '') ||
    (ts.isPropertyAccessExpression(callee.expression) && callee.expression.name.text === 'jwt'));

/** `JSON.parse(…)` of what was the middle part of a token. */
function byHand(call: tsMorph.ts.CallExpression, first: ScriptNode): Decode | undefined {
  const { expression: callee } = call;
  if (!ts.isPropertyAccessExpression(callee) || lastName(callee.expression) !== 'JSON') return undefined;
  const token = decodedText(first);
  return token && { call, token, by: 'hand' };
}

/** `parseJwt(token)`, a function of the file that only takes its first parameter apart. */
function byHelper(
  call: tsMorph.ts.CallExpression,
  callee: tsMorph.ts.Identifier,
  first: ScriptNode,
): Decode | undefined {
  const helper = functionOf(callee);
  const parameter = helper?.parameters[0] && textOfName(helper.parameters[0].name);
  if (!helper?.body || parameter === undefined || helper.end - helper.pos > 2_000) return undefined;
  if (/verif|hmac|signature|\bsign\b/i.test(helper.getText())) return undefined;
  const waiting: ScriptNode[] = [helper.body];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const inner =
      ts.isCallExpression(node) && node.arguments[0] && lastName(node.expression) === 'parse'
        ? byHand(node, node.arguments[0])
        : undefined;
    if (inner && lastName(inner.token) === parameter) return { call, token: first, by: 'hand' };
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return undefined;
}

/** The token in `atob(token.split('.')[1])`, `Buffer.from(parts[1], 'base64').toString()`, through variables. */
function decodedText(expression: ScriptNode, depth = 8): ScriptNode | undefined {
  const node = heldValue(plain(expression));
  if (depth === 0 || !ts.isCallExpression(node)) return undefined;
  const name = lastName(node.expression) ?? '';
  const [first] = node.arguments;
  const decodes =
    /^(?:atob|b64\w*|base64\w*|decodeBase64\w*|fromBase64\w*)$/i.test(name) ||
    (ts.isPropertyAccessExpression(node.expression) &&
      /^(?:from|decode|toBuffer)$/.test(name) &&
      /^(?:Buffer|base64\w*|b64\w*|jose)$/i.test(lastName(node.expression.expression) ?? ''));
  if (decodes && first) return middlePart(first);
  if (first && /^(?:decodeURIComponent|escape|decode|String)$/.test(name))
    return decodedText(first, depth - 1);
  return ts.isPropertyAccessExpression(node.expression)
    ? decodedText(node.expression.expression, depth - 1)
    : undefined;
}

/** The token in `token.split('.')[1]`, `parts[1]`, `payload` of `const [header, payload] = token.split('.')`. */
function middlePart(expression: ScriptNode, depth = 5): ScriptNode | undefined {
  const node = heldValue(plain(expression));
  if (depth === 0) return undefined;
  // `part.replace(/-/g, '+')`
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return /^(?:replace|replaceAll|padEnd|trim)$/.test(node.expression.name.text)
      ? middlePart(node.expression.expression, depth - 1)
      : undefined;
  if (ts.isElementAccessExpression(node))
    return node.argumentExpression.getText() === '1' ? splitToken(node.expression) : undefined;
  if (!ts.isIdentifier(node)) return undefined;
  const declaration = heldBy(node)?.declaration;
  if (!declaration || !ts.isBindingElement(declaration) || !ts.isArrayBindingPattern(declaration.parent))
    return undefined;
  const owner = declaration.parent.parent;
  if (declaration.parent.elements[1] !== declaration || !ts.isVariableDeclaration(owner)) return undefined;
  return owner.initializer && splitToken(owner.initializer);
}

function splitToken(expression: ScriptNode): ScriptNode | undefined {
  const node = heldValue(plain(expression));
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const [mark] = node.arguments;
  return node.expression.name.text === 'split' && mark && ts.isStringLiteralLike(mark) && mark.text === '.'
    ? node.expression.expression
    : undefined;
}
