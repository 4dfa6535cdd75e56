import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { type ClientInput, clientInput } from '../../../analysis/http/clientInput.ts';
import { handlerAround } from '../../../analysis/http/handlers.ts';
import { textOfName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** What a client sent, where a filter takes more than a value there. */
export interface Opening {
  readonly node: ScriptNode;
  readonly input: ClientInput;
  /** The whole filter is the client's; one of its values may be an operator; it is a pattern. */
  readonly kind: 'filter' | 'operator' | 'pattern';
}

/** Operators whose operand is a filter, or several. */
const ofFilters = /^\$(?:or|and|nor|not|elemMatch|match|expr|query)$/;
const mostProperties = 60;

/** The places of a filter where the client decides more than a value. */
export function openingsOf(filter: ScriptNode, hops = 6): readonly Opening[] {
  const node = plain(filter);
  if (hops === 0) return [];
  const inner = (each: ScriptNode) => openingsOf(each, hops - 1);
  if (ts.isArrayLiteralExpression(node)) return node.elements.slice(0, mostProperties).flatMap(inner);
  if (ts.isConditionalExpression(node)) return [...inner(node.whenTrue), ...inner(node.whenFalse)];
  if (ts.isObjectLiteralExpression(node))
    return node.properties.slice(0, mostProperties).flatMap((each) => ofProperty(each, inner));
  const input = clientInput(node);
  if (input) return takesObjects(input) ? [{ node, input, kind: 'filter' }] : [];
  if (!ts.isIdentifier(node)) return [];
  const held = heldBy(node);
  if (!held || !ts.isVariableDeclaration(held.declaration)) return [];
  const written = held.writes.filter(({ value }) => value.pos < node.pos || hops < 6);
  return [
    ...written.flatMap(({ value }) => inner(value)),
    ...assignedTo(held.declaration, node).flatMap((each) => ofValue(each.name, each.value, inner)),
  ];
}

type Inner = (node: ScriptNode) => readonly Opening[];

function ofProperty(property: tsMorph.ts.ObjectLiteralElementLike, inner: Inner): readonly Opening[] {
  if (ts.isSpreadAssignment(property)) return inner(property.expression);
  if (ts.isShorthandPropertyAssignment(property)) return ofValue(property.name.text, property.name, inner);
  if (!ts.isPropertyAssignment(property)) return [];
  return ofValue(textOfName(property.name) ?? '', property.initializer, inner);
}

function ofValue(name: string, given: ScriptNode, inner: Inner): readonly Opening[] {
  const value = plain(given);
  if (name === '$where' || name === '$function' || name === '$accumulator') return [];
  if (ofFilters.test(name)) return inner(value);
  if (name === '$regex') {
    const input = clientInput(value);
    return input ? [{ node: value, input, kind: 'pattern' }] : [];
  }
  // Behind any other operator stands a value: `$eq`, `$in`, `$gt`.
  if (name.startsWith('$')) return [];
  if (ts.isObjectLiteralExpression(value)) return inner(value);
  const input = clientInput(value);
  return input && takesObjects(input) ? [{ node: value, input, kind: 'operator' }] : [];
}

/** Whether an object can be in its place: of a body always, of a query string where it is parsed as Express does. */
function takesObjects(input: ClientInput): boolean {
  if (input.text) return false;
  if (input.parsed) return true;
  if (input.part === 'body') return !isFormField(input);
  if (input.part === 'message') return true;
  if (input.part !== 'query') return false;
  const shape = handlerAround(input.source)?.shape ?? 'connect';
  return shape === 'connect' || shape === 'nest';
}

/** A field of a form gives text or a file, no object. */
const isFormField = ({ source }: ClientInput): boolean => /formData\(/.test(source.getText().slice(0, 200));

/** `filter.name = value`, `filter[key] = value` in the function that declares the variable. */
function assignedTo(
  declaration: ScriptNode,
  use: tsMorph.ts.Identifier,
): readonly { name: string; value: ScriptNode }[] {
  let scope: ScriptNode = declaration;
  while (!ts.isFunctionLike(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  if (ts.isSourceFile(scope)) return [];
  const found: { name: string; value: ScriptNode }[] = [];
  const waiting: ScriptNode[] = [scope];
  for (let node = waiting.pop(); node && found.length < mostProperties; node = waiting.pop()) {
    ts.forEachChild(node, (child) => void waiting.push(child));
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) continue;
    const { left, right } = node;
    if (right.pos > use.pos) continue;
    if (!ts.isPropertyAccessExpression(left) && !ts.isElementAccessExpression(left)) continue;
    if (!ts.isIdentifier(left.expression) || left.expression.text !== use.text) continue;
    const name = ts.isPropertyAccessExpression(left)
      ? left.name.text
      : (textOfName(left.argumentExpression) ?? '');
    found.push({ name, value: right });
  }
  return found;
}
