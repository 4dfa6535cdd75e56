import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { importedFrom } from '../../../analysis/importedFrom.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { heldValue } from '../../../analysis/options.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Names that `jsonwebtoken` goes by where a piece of code does not show its import. */
const usual = /^(?:jwt|jsonwebtoken|jwtlib|jsonwebtokens)$/i;

/** Whether a function is one of `jsonwebtoken`'s: `jwt.sign`, an imported `sign`, `promisify(jwt.sign)`. */
export function isJsonWebToken(callee: ScriptNode, method: string): boolean {
  const imported = importedFrom(callee);
  if (imported) return /^jsonwebtoken(?:-\w+)?$/.test(imported.module) && imported.name === method;
  if (ts.isCallExpression(callee)) {
    const [first] = callee.arguments;
    return /promisify/i.test(lastName(callee.expression) ?? '') && !!first && isJsonWebToken(first, method);
  }
  if (ts.isPropertyAccessExpression(callee))
    return callee.name.text === method && isUndeclaredJwt(callee.expression);
  if (!ts.isIdentifier(callee)) return false;
  const value = heldValue(callee);
  return ts.isCallExpression(value) && isJsonWebToken(value, method);
}

/** `jwt` in a piece of code that does not say where it comes from. */
const isUndeclaredJwt = (node: ScriptNode): boolean =>
  ts.isIdentifier(node) && usual.test(node.text) && !heldBy(node);

/** Whether a function is imported from one of these modules, under one of these names. */
export function isFrom(callee: ScriptNode, modules: readonly string[], names: readonly string[]): boolean {
  const imported = importedFrom(callee);
  return !!imported && modules.includes(imported.module) && names.includes(imported.name);
}

/** `jwt`'s functions take options third, or a callback in their place. */
export function optionsOf(call: tsMorph.ts.CallExpression): ScriptNode | 'none' | undefined {
  const third = call.arguments[2];
  if (!third) return call.arguments.length === 2 ? 'none' : undefined;
  const value = heldValue(third);
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return 'none';
  if (
    ts.isIdentifier(value) &&
    (value.text === 'undefined' || /^(?:cb|callback|done|next)$/.test(value.text))
  )
    return 'none';
  return value.kind === ts.SyntaxKind.NullKeyword ? 'none' : value;
}
