import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { isChoice } from '../environment/environmentRead.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import { type Inner, originOfCall, originOfNew } from './inputCalls.ts';
import { originOfParameter } from './parameters.ts';
import { type ClientInput, isInput, type Origin, propertyOf } from './requestParts.ts';

export type { ClientInput, RequestPart } from './requestParts.ts';

/** Longer chains, and longer ways through variables, than any that a person wrote. */
const farthest = 16;

/**
 * Whether an expression is what a client sent with its request, and of which part: `req.body`, `req.query.name`,
 * `await request.json()`, `c.req.param('id')`, `event.body`, a parameter with `@Body()`; itself, through variables,
 * destructuring (also of the handler's parameters), spreads, `JSON.parse`, and what leaves text as it is (`trim()`,
 * `String()`). What any other call makes of it, as a parser or a check, is not what was sent.
 */
export function clientInput(expression: ScriptNode): ClientInput | undefined {
  const origin = originOf(expression, farthest);
  return isInput(origin) ? origin : undefined;
}

function originOf(expression: ScriptNode, hops: number): Origin | undefined {
  if (hops === 0) return undefined;
  const node = plain(expression);
  const inner = (each: ScriptNode): Origin | undefined => originOf(each, hops - 1);
  if (ts.isIdentifier(node)) return originOfName(node, inner);
  if (ts.isPropertyAccessExpression(node)) {
    if (node.expression.kind === ts.SyntaxKind.ThisKeyword) return holderNamed(node.name.text);
    const before = inner(node.expression);
    return before && propertyOf(before, node.name.text, node);
  }
  if (ts.isElementAccessExpression(node)) {
    const before = inner(node.expression);
    return before && propertyOf(before, lastName(node) ?? '*', node);
  }
  if (ts.isCallExpression(node)) return originOfCall(node, inner);
  if (ts.isNewExpression(node)) return originOfNew(node, inner);
  if (ts.isBinaryExpression(node)) {
    return isChoice(node.operatorToken.kind) ? (inner(node.left) ?? inner(node.right)) : undefined;
  }
  if (ts.isConditionalExpression(node)) return inner(node.whenTrue) ?? inner(node.whenFalse);
  if (ts.isObjectLiteralExpression(node)) {
    for (const each of node.properties) {
      const origin = ts.isSpreadAssignment(each) ? inner(each.expression) : undefined;
      if (isInput(origin)) return origin;
    }
  }
  return undefined;
}

/** What frameworks with classes keep of the request: `this.req`, `this.ctx`. */
function holderNamed(name: string): Origin | undefined {
  if (/^(?:req|request)$/.test(name)) return { holder: 'request' };
  return name === 'ctx' ? { holder: 'context' } : undefined;
}

function originOfName(node: tsMorph.ts.Identifier, inner: Inner): Origin | undefined {
  const held = heldBy(node);
  // A few lines without what is around them.
  if (!held) return node.text === 'c' ? { holder: 'context' } : holderNamed(node.text);
  const { declaration, writes } = held;
  if (ts.isParameter(declaration)) return originOfParameter(declaration);
  if (ts.isBindingElement(declaration)) return originOfBinding(declaration, inner);
  if (!ts.isVariableDeclaration(declaration)) return undefined;
  const list = declaration.parent.parent;
  if (ts.isForOfStatement(list)) {
    const each = inner(list.expression);
    return each && isInput(each) ? propertyOf(each, '*', node) : undefined;
  }
  for (const { kind, value } of writes) {
    const origin = kind === 'is' ? inner(value) : undefined;
    if (origin) return origin;
  }
  return undefined;
}

/** `const { body: { name } } = req`, `({ body }, res) => …`. */
function originOfBinding(element: tsMorph.ts.BindingElement, inner: Inner): Origin | undefined {
  const holder = element.parent.parent;
  const whole = ts.isVariableDeclaration(holder)
    ? holder.initializer && inner(holder.initializer)
    : ts.isParameter(holder)
      ? originOfParameter(holder)
      : originOfBinding(holder, inner);
  if (!whole || element.dotDotDotToken) return whole;
  if (ts.isArrayBindingPattern(element.parent))
    return isInput(whole) ? propertyOf(whole, '*', element) : undefined;
  return propertyOf(whole, textOfName(element.propertyName ?? element.name) ?? '*', element);
}
