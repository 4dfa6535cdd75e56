import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../languages/script.ts';
import { heldBy } from './constants.ts';
import { textOfName } from './namedValue.ts';
import { unwrapped } from './unwrapped.ts';

/** What an object literal says of an option. */
export type Option =
  | { readonly kind: 'is'; readonly value: ScriptNode; readonly property: ScriptNode }
  /** It is certain that the object does not have it. */
  | { readonly kind: 'missing' }
  /** It may come from a spread, or be assigned later. */
  | { readonly kind: 'unknown' };

/** What a variable holds that is given one value only, hop by hop; other expressions as they are. */
export function heldValue(expression: ScriptNode, hops = 2): ScriptNode {
  const node = unwrapped(expression);
  if (!ts.isIdentifier(node) || hops === 0) return node;
  const held = heldBy(node);
  const [write, ...more] = held?.writes ?? [];
  const single = write?.kind === 'is' && more.length === 0;
  return held &&
    single &&
    ts.isVariableDeclaration(held.declaration) &&
    ts.isIdentifier(held.declaration.name)
    ? heldValue(write.value, hops - 1)
    : node;
}

/** The object literal that an expression is, or that the variable holds which it names. */
export function objectOf(expression: ScriptNode | undefined): tsMorph.ts.ObjectLiteralExpression | undefined {
  const value = expression && heldValue(expression);
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}

/** What an object literal says under the first of several names that it has. */
export function optionOf(object: tsMorph.ts.ObjectLiteralExpression, ...names: readonly string[]): Option {
  let spreadsUnknown = false;
  for (const property of object.properties.toReversed()) {
    if (ts.isSpreadAssignment(property)) {
      const inner = objectOf(property.expression);
      const option: Option = inner ? optionOf(inner, ...names) : { kind: 'unknown' };
      if (option.kind === 'is') return option;
      if (option.kind === 'unknown') spreadsUnknown = true;
      continue;
    }
    if (!property.name || !names.includes(textOfName(property.name) ?? '')) continue;
    if (ts.isPropertyAssignment(property)) return { kind: 'is', value: property.initializer, property };
    if (ts.isShorthandPropertyAssignment(property)) return { kind: 'is', value: property.name, property };
    return { kind: 'unknown' };
  }
  return spreadsUnknown || names.some((name) => isAssignedLater(object, name))
    ? { kind: 'unknown' }
    : { kind: 'missing' };
}

/** `options.cookie.secure = true` somewhere: what the variable was given first does not decide. */
function isAssignedLater(object: tsMorph.ts.ObjectLiteralExpression, name: string): boolean {
  let node: ScriptNode = object;
  while (ts.isPropertyAssignment(node.parent) || ts.isObjectLiteralExpression(node.parent))
    node = node.parent;
  if (!ts.isVariableDeclaration(node.parent) && !ts.isPropertyDeclaration(node.parent)) return false;
  const { text } = object.getSourceFile();
  const written = `.${name}`;
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    if (/^\s{0,8}=(?!=)/.test(text.slice(at + written.length, at + written.length + 10))) return true;
  }
  return false;
}
