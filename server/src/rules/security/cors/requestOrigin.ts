import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { conditionOf, decidesAlone, isWeakLook } from './weakChecks.ts';

/** Whether an expression is the origin that a request came with, as it came, `|| '*'` behind it or not. */
export function isRequestOrigin(expression: ScriptNode, hops = 2): boolean {
  const node = unwrapped(expression);
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    const either = operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken;
    return either && isRequestOrigin(node.left, hops);
  }
  // `${req.headers.origin}`
  if (ts.isTemplateExpression(node)) {
    const [span, ...more] = node.templateSpans;
    const isWhole = span && more.length === 0 && node.head.text === '' && span.literal.text === '';
    return isWhole ? isRequestOrigin(span.expression, hops) : false;
  }
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return (
      /^origin$/i.test(lastName(node) ?? '') && /headers?$/i.test(lastName(unwrapped(node.expression)) ?? '')
    );
  if (ts.isCallExpression(node)) {
    const [first, ...more] = node.arguments;
    const asks = /^(?:get|header|getHeader)$/.test(lastName(node.expression) ?? '');
    return (
      asks && more.length === 0 && !!first && ts.isStringLiteralLike(first) && /^origin$/i.test(first.text)
    );
  }
  if (!ts.isIdentifier(node) || hops === 0) return false;
  return isHeldOrigin(node, hops - 1);
}

/** `const origin = req.headers.origin`, `const { origin } = req.headers`. */
function isHeldOrigin(node: tsMorph.ts.Identifier, hops: number): boolean {
  const held = heldBy(node);
  if (!held) return false;
  const { declaration, writes } = held;
  if (ts.isBindingElement(declaration)) {
    const source = declaration.parent.parent;
    const key = declaration.propertyName ?? declaration.name;
    return (
      ts.isVariableDeclaration(source) &&
      ts.isIdentifier(key) &&
      key.text === 'origin' &&
      /headers?$/i.test((source.initializer && lastName(source.initializer)) ?? '')
    );
  }
  const [write, ...more] = writes;
  return write?.kind === 'is' && more.length === 0 && isRequestOrigin(write.value, hops);
}

function unwrapped(node: ScriptNode): ScriptNode {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node)
    ? unwrapped(node.expression)
    : node;
}

/** Words of functions that look at an origin and decide nothing. */
const harmless = /^(?:setHeader|header|set|append|writeHead|log|info|debug|warn|error|trace|String|vary)$/;

/**
 * Whether code around a place looks at an origin before letting it in: asks a list or a function, compares it,
 * or takes it apart. All functions around count, and the file's own helpers are believed.
 */
export const isOriginChecked = (place: ScriptNode): boolean => {
  const looks = looksAround(place);
  return looks.length > 0 && !areWeak(looks);
};

/** Whether code around a place lets an origin in by a look that hosts of the asker's choice pass as well. */
export const isWeaklyChecked = (place: ScriptNode): boolean => areWeak(looksAround(place));

/** Whether a function that decides on an origin does so by such a look. */
export const decidesWeakly = (node: ScriptNode): boolean => areWeak(looksIn(node));

/**
 * One weak look that decides alone is enough. Another look elsewhere is believed to say no, but where the weak one
 * says yes at once and the other only says yes as well, or comes behind it.
 */
function areWeak(looks: readonly ScriptNode[]): boolean {
  const weak = looks.filter((each) => isWeakLook(each, isNamedOrigin) && decidesAlone(each, isNamedOrigin));
  const [first] = weak;
  if (!first) return false;
  const conditions = new Set(weak.map(conditionOf));
  const atOnce = weak.some((each) => saysYes(conditionOf(each)));
  return looks.every((each) => {
    const condition = conditionOf(each);
    return conditions.has(condition) || (atOnce && (each.pos > first.pos || saysYes(condition)));
  });
}

/** `if (…) return callback(null, true)` */
const saysYes = (condition: ScriptNode): boolean =>
  ts.isIfStatement(condition.parent) &&
  condition.parent.expression === condition &&
  /^\{?\s*(?:return\s+)?(?:\w+\(null,\s*true\)|true\b)/.test(condition.parent.thenStatement.getText());

function looksAround(place: ScriptNode): readonly ScriptNode[] {
  let scope: ScriptNode = place;
  let isInFunction = false;
  for (let node = place.parent; node; node = node.parent) {
    if (ts.isFunctionLike(node)) isInFunction = true;
    if (ts.isFunctionLike(node) || (!isInFunction && ts.isStatement(node))) scope = node;
  }
  return looksIn(scope);
}

function looksIn(scope: ScriptNode): readonly ScriptNode[] {
  const looks: ScriptNode[] = [];
  const waiting: ScriptNode[] = [scope];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (looksAtOrigin(node)) looks.push(node);
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return looks.sort((a, b) => a.pos - b.pos);
}

function looksAtOrigin(node: ScriptNode): boolean {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const name = lastName(node.expression) ?? '';
    if (node.arguments?.some(isNamedOrigin)) return !harmless.test(name);
    return ts.isPropertyAccessExpression(node.expression) && isNamedOrigin(node.expression.expression);
  }
  if (!ts.isBinaryExpression(node))
    return ts.isElementAccessExpression(node) && isNamedOrigin(node.argumentExpression);
  const compares = [
    ts.SyntaxKind.EqualsEqualsEqualsToken,
    ts.SyntaxKind.EqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsToken,
    ts.SyntaxKind.InKeyword,
  ].includes(node.operatorToken.kind);
  if (!compares || !(isNamedOrigin(node.left) || isNamedOrigin(node.right))) return false;
  const other = isNamedOrigin(node.left) ? node.right : node.left;
  return other.kind !== ts.SyntaxKind.NullKeyword && !(ts.isIdentifier(other) && other.text === 'undefined');
}

const isNamedOrigin = (node: ScriptNode): boolean => {
  const inner = unwrapped(node);
  return (
    (/origin/i.test(lastName(inner) ?? '') && !/origins/i.test(lastName(inner) ?? '')) ||
    isDirectOrigin(inner)
  );
};

const isDirectOrigin = (node: ScriptNode): boolean => ts.isCallExpression(node) && isRequestOrigin(node, 0);
