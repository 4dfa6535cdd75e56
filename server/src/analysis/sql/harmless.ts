import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { textOfName } from '../namedValue.ts';
import { unwrappedAwaited } from '../unwrapped.ts';
import { elementsOf } from './elements.ts';
import { rootOf } from './expressions.ts';
import { isHarmlessCall } from './harmlessCalls.ts';
import { isHarmlessType } from './harmlessTypes.ts';

type Expression = tsMorph.ts.Expression;

/** Names in capitals hold constants, and what begins with a capital is a class or an enum. */
const constantName = /^[A-Z][A-Z0-9_]*$/;
const typeName = /^[A-Z]/;
/** What the people who run the program decide, not those who use it. */
const configuration = /^(?:config|configuration|conf|cfg|settings|env|process|constants|consts)$/;

/**
 * Whether a value can't change what an SQL statement does: a number, a date, something that the program's own text
 * decides, or something that was escaped. What can't be told counts as not harmless.
 */
export function isHarmless(expression: Expression, depth = 6): boolean {
  if (depth <= 0) return false;
  const node = unwrappedAwaited(expression);
  const inner = (each: Expression) => isHarmless(each, depth - 1);
  if (ts.isLiteralExpression(node) || isKeyword(node)) return true;
  if (ts.isTemplateExpression(node)) return node.templateSpans.every((span) => inner(span.expression));
  if (ts.isTaggedTemplateExpression(node) || ts.isTypeOfExpression(node)) return true;
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return true;
  if (ts.isBinaryExpression(node)) return isHarmlessOperation(node, inner);
  if (ts.isConditionalExpression(node)) return inner(node.whenTrue) && inner(node.whenFalse);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(inner);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every((each) => ts.isPropertyAssignment(each) && inner(each.initializer));
  }
  if (ts.isSpreadElement(node)) return inner(node.expression);
  if (ts.isNewExpression(node)) return /^(?:Date|Set|Map)$/.test(node.expression.getText());
  if (ts.isCallExpression(node)) return isHarmlessCall(node, inner);
  if (ts.isPropertyAccessExpression(node)) return isHarmlessProperty(node, inner);
  if (ts.isElementAccessExpression(node)) return isConstantRoot(node) || inner(node.expression);
  return ts.isIdentifier(node) && isHarmlessVariable(node, inner);
}

type Inner = (node: Expression) => boolean;

const isKeyword = (node: ScriptNode): boolean =>
  node.kind === ts.SyntaxKind.TrueKeyword ||
  node.kind === ts.SyntaxKind.FalseKeyword ||
  node.kind === ts.SyntaxKind.NullKeyword;

function isHarmlessOperation(
  { left, right, operatorToken }: tsMorph.ts.BinaryExpression,
  inner: Inner,
): boolean {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return inner(left) && inner(right);
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.EqualsToken:
      return inner(right);
    default:
      // Arithmetic gives numbers, comparisons truth values.
      return true;
  }
}

function isHarmlessProperty(node: tsMorph.ts.PropertyAccessExpression, inner: Inner): boolean {
  const name = node.name.text;
  if (/^(?:length|size|rowCount|affectedRows|insertId|lastID|lastInsertRowid|byteLength)$/.test(name))
    return true;
  if (constantName.test(name) || isConstantRoot(node)) return true;
  if (node.expression.kind === ts.SyntaxKind.ThisKeyword) return isHarmlessMember(node, name, inner);
  return ts.isIdentifier(node.expression) && inner(node.expression);
}

/** `Status.Active`, `config.schema`, `process.env.SCHEMA`, `this.options.prefix`. */
function isConstantRoot(node: Expression): boolean {
  const root = rootOf(node);
  if (root.kind === ts.SyntaxKind.ThisKeyword) {
    return /^this\.(?:config|configuration|options|opts|settings|constructor)\b/.test(node.getText());
  }
  return ts.isIdentifier(root) && (typeName.test(root.text) || configuration.test(root.text));
}

/** A field of the class around whose type or only value is written there. */
function isHarmlessMember(node: ScriptNode, name: string, inner: Inner): boolean {
  let owner = node.parent;
  while (owner && !ts.isClassLike(owner)) owner = owner.parent;
  if (!owner || !ts.isClassLike(owner)) return false;
  return owner.members.some((member) => {
    if (!ts.isPropertyDeclaration(member) || textOfName(member.name) !== name) return false;
    if (member.type && isHarmlessType(member.type)) return true;
    const fixed = member.modifiers?.some((each) => each.kind === ts.SyntaxKind.ReadonlyKeyword) ?? false;
    return fixed && member.initializer !== undefined && inner(member.initializer);
  });
}

const isNumber = (node: Expression | undefined): boolean =>
  node !== undefined &&
  (ts.isNumericLiteral(node) || (isKeyword(node) && node.kind !== ts.SyntaxKind.NullKeyword));

function isHarmlessVariable(node: tsMorph.ts.Identifier, inner: Inner): boolean {
  if (constantName.test(node.text) || /^(?:undefined|NaN|Infinity)$/.test(node.text)) return true;
  const held = heldBy(node);
  if (!held) return false;
  const { declaration, writes } = held;
  if (ts.isParameter(declaration) || ts.isVariableDeclaration(declaration)) {
    if (declaration.type && isHarmlessType(declaration.type)) return true;
    const source = elementsOf(declaration);
    if (source) return inner(source);
  }
  // `days = 7` is a number, as its default says.
  if (ts.isParameter(declaration)) return isNumber(declaration.initializer);
  if (ts.isBindingElement(declaration)) return isTakenFromConstant(declaration);
  if (!ts.isVariableDeclaration(declaration)) return true;
  return writes.length > 0 && writes.every(({ value }) => inner(value));
}

/** `const { schema } = config` */
function isTakenFromConstant(element: ScriptNode): boolean {
  let node = element;
  while (!ts.isVariableDeclaration(node) && !ts.isParameter(node) && !ts.isSourceFile(node))
    node = node.parent;
  if (!ts.isVariableDeclaration(node) || !node.initializer) return false;
  const source = unwrappedAwaited(node.initializer);
  return isConstantRoot(source) && !ts.isCallExpression(source) && !ts.isNewExpression(source);
}
