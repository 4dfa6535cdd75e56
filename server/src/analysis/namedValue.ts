import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../languages/script.ts';

/** A string literal without substitutions. */
export type TextLiteral = tsMorph.ts.StringLiteral | tsMorph.ts.NoSubstitutionTemplateLiteral;

/** Calls that put a value under a name: `headers.set('x-api-key', …)`, `res.setHeader(…)`. */
const setters = /^(?:set|append|add|put|header|setHeader|setRequestHeader|define|setItem|setProperty)$/;

/**
 * The name that a literal's value goes by: of the variable, property, parameter, header or attribute that it is
 * given to. Undefined where it has none, as in comparisons, types and enums.
 */
export function nameOfValue(literal: ScriptNode): string | undefined {
  let node = literal;
  while (isTransparent(node.parent)) node = node.parent;
  const { parent } = node;
  if (kinds().initialised.has(parent.kind)) {
    const { initializer, name } = parent as tsMorph.ts.PropertyAssignment;
    return initializer === node ? textOfName(name) : undefined;
  }
  if (ts.isShorthandPropertyAssignment(parent)) {
    return parent.objectAssignmentInitializer === node ? parent.name.text : undefined;
  }
  if (ts.isBinaryExpression(parent)) {
    const assigns = parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === node;
    return assigns ? lastName(parent.left) : undefined;
  }
  if (ts.isJsxAttribute(parent)) return parent.name.getText();
  if (
    ts.isCallExpression(parent) &&
    parent.arguments[1] === node &&
    setters.test(lastName(parent.expression) ?? '')
  ) {
    const first = parent.arguments[0];
    return first && ts.isStringLiteralLike(first) ? first.text : undefined;
  }
  return undefined;
}

interface Kinds {
  /** Nodes around a value that don't change it. */
  readonly transparent: ReadonlySet<number>;
  /** Nodes with a name and an initializer. */
  readonly initialised: ReadonlySet<number>;
}

let known: Kinds | undefined;

/** Made when it is first asked for: the parser is loaded by then. */
function kinds(): Kinds {
  if (known) return known;
  const { SyntaxKind } = ts;
  known = {
    transparent: new Set([
      SyntaxKind.ParenthesizedExpression,
      SyntaxKind.AsExpression,
      SyntaxKind.SatisfiesExpression,
      SyntaxKind.NonNullExpression,
      SyntaxKind.TypeAssertionExpression,
      SyntaxKind.JsxExpression,
    ]),
    initialised: new Set([
      SyntaxKind.VariableDeclaration,
      SyntaxKind.Parameter,
      SyntaxKind.BindingElement,
      SyntaxKind.PropertyDeclaration,
      SyntaxKind.PropertyAssignment,
    ]),
  };
  return known;
}

/** Whether a node gives what is in it; so does `String.raw`. */
const isTransparent = (node: ScriptNode): boolean =>
  kinds().transparent.has(node.kind) ||
  (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw');

/** The written name of a property or variable; undefined where it is computed or a pattern. */
export function textOfName(name: ScriptNode): string | undefined {
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  return ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression)
    ? name.expression.text
    : undefined;
}

/** The last name of an expression: `this.options.token` → `token`, `env['KEY']` → `KEY`. */
export function lastName(expression: ScriptNode): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  if (ts.isElementAccessExpression(expression) && ts.isStringLiteralLike(expression.argumentExpression)) {
    return expression.argumentExpression.text;
  }
  return undefined;
}

/** The innermost node around an offset, trivia excluded. */
export function nodeAt(file: ScriptNode, offset: number): ScriptNode {
  const script = file.getSourceFile();
  let node = file;
  for (;;) {
    const inner: ScriptNode | undefined =
      ts.isSourceFile(node) || ts.isBlock(node)
        ? statementAt(node.statements, offset)
        : ts.forEachChild(node, (child) => (child.pos <= offset && offset < child.end ? child : undefined));
    if (!inner || inner.getStart(script) > offset) return node;
    node = inner;
  }
}

/** The one of many that an offset is in, leading trivia included. */
function statementAt(statements: readonly ScriptNode[], offset: number): ScriptNode | undefined {
  let low = 0;
  for (let high = statements.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const statement = statements[low];
  return statement && statement.pos <= offset ? statement : undefined;
}
