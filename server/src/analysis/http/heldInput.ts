import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { isChoice } from '../environment/environmentRead.ts';
import { lastName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import { clientInput } from './clientInput.ts';
import type { ClientInput } from './requestParts.ts';

/** Longer chains, and longer ways through variables, than any that a person wrote. */
const farthest = 16;

/**
 * As `clientInput`, and also where what was sent is only a part of the value: in a template, a concatenation, a list, a property of an
 * object, or what such a call as `path.join` gives.
 */
export function holdsClientInput(expression: ScriptNode, hops = farthest): ClientInput | undefined {
  const node = plain(expression);
  const direct = clientInput(node);
  if (direct || hops === 0) return direct;
  const inner = (each: ScriptNode | undefined) => each && holdsClientInput(each, hops - 1);
  const first = (each: readonly ScriptNode[]): ClientInput | undefined => {
    for (const part of each.slice(0, 50)) {
      const input = inner(part);
      if (input) return input;
    }
    return undefined;
  };
  if (ts.isTemplateExpression(node)) return first(node.templateSpans.map((span) => span.expression));
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const keeps = kind === ts.SyntaxKind.PlusToken || isChoice(kind);
    return keeps ? (inner(node.left) ?? inner(node.right)) : undefined;
  }
  if (ts.isConditionalExpression(node)) return inner(node.whenTrue) ?? inner(node.whenFalse);
  if (ts.isArrayLiteralExpression(node)) return first(node.elements);
  if (ts.isSpreadElement(node)) return inner(node.expression);
  if (ts.isObjectLiteralExpression(node)) return first(node.properties.flatMap(valuesOf));
  if (ts.isCallExpression(node)) {
    const callee = plain(node.expression);
    const joins = joining.test(lastName(callee) ?? '');
    const subject = joins && ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
    return joins ? (first([...node.arguments]) ?? inner(subject)) : undefined;
  }
  if (ts.isNewExpression(node)) {
    return /^(?:URL|URLSearchParams|RegExp|String)$/.test(lastName(node.expression) ?? '')
      ? first([...(node.arguments ?? [])])
      : undefined;
  }
  if (!ts.isIdentifier(node)) return undefined;
  const held = heldBy(node);
  return held && ts.isVariableDeclaration(held.declaration)
    ? first(held.writes.map(({ value }) => value))
    : undefined;
}

/** Calls whose result holds what they are given. */
const joining =
  /^(?:join|resolve|normalize|concat|format|toString|trim|replace|replaceAll|toLowerCase|toUpperCase|slice|decodeURIComponent|decodeURI|unescape|stringify)$/;

function valuesOf(property: tsMorph.ts.ObjectLiteralElementLike): readonly ScriptNode[] {
  if (ts.isPropertyAssignment(property)) return [property.initializer];
  if (ts.isShorthandPropertyAssignment(property)) return [property.name];
  return ts.isSpreadAssignment(property) ? [property.expression] : [];
}
