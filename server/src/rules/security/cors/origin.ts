import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { isDevGuarded } from '../../../analysis/devGuards.ts';
import { type FunctionWithBody, isFunction } from '../../../analysis/functions.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { alwaysAllows } from './originFunction.ts';
import { decidesWeakly, isRequestOrigin } from './requestOrigin.ts';
import { isWeakPattern } from './weakChecks.ts';

/** A value that lets every site in. */
export interface OpenOrigin {
  /**
   * Every site, or whichever asks; `weak` where a look at it can be passed with a host of one's own choice; `null` is
   * what a page in a frame's sandbox says; `falls-back` where a variable could say otherwise, and does not by itself.
   */
  readonly kind: '*' | 'reflects' | 'weak' | 'null' | 'falls-back';
  /** The expression at fault. */
  readonly node: ScriptNode;
  /** The environment variable that is read before falling back. */
  readonly variable?: string;
}

/** Judges what is given as the origin; undefined where it is closed, or nobody can tell. */
export function openOrigin(node: ScriptNode, hops = 2): OpenOrigin | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return openOrigin(node.expression, hops);
  if (isDevGuarded(node)) return undefined;
  if (ts.isStringLiteralLike(node))
    return node.text === '*' || node.text === 'null' ? { kind: node.text, node } : undefined;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: 'reflects', node };
  if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
    if (/^\/\^?\.[*+]\$?\/\w*$/.test(node.getText())) return { kind: 'reflects', node };
    return isWeakPattern(node) ? { kind: 'weak', node } : undefined;
  }
  // To some packages a star in a list lets everybody in; to others it is a mistake that becomes a plain star.
  if (ts.isArrayLiteralExpression(node)) return openEntry(node);
  if (isFunction(node)) return openFunction(node);
  if (isRequestOrigin(node)) return { kind: 'reflects', node };
  if (ts.isConditionalExpression(node)) {
    // `wanted === '*' ? true : list`: whoever runs the program asked for it.
    if (/['"`]\*['"`]/.test(node.condition.getText()) || isAskedFor(node)) return undefined;
    return openOrigin(node.whenTrue, hops) ?? openOrigin(node.whenFalse, hops);
  }
  if (ts.isBinaryExpression(node)) return openFallback(node, hops);
  if (!ts.isIdentifier(node) || hops === 0) return undefined;
  const value = onlyValueOf(node);
  return value && openOrigin(value, hops - 1);
}

/** A function that decides on an origin, and says yes always, or too easily. */
export function openFunction(node: FunctionWithBody): OpenOrigin | undefined {
  if (alwaysAllows(node)) return { kind: 'reflects', node };
  return decidesWeakly(node) ? { kind: 'weak', node } : undefined;
}

function openEntry(list: tsMorph.ts.ArrayLiteralExpression): OpenOrigin | undefined {
  const open = list.elements
    .filter((each) => ts.isStringLiteralLike(each) || ts.isRegularExpressionLiteral(each))
    .map((each) => openOrigin(each))
    .find((each) => each !== undefined);
  return open && { ...open, node: list };
}

/** `origin === true ? '*' : origin`: a setting that is closed until somebody opens it. */
const isAskedFor = ({ condition, whenFalse }: tsMorph.ts.ConditionalExpression): boolean =>
  ts.isBinaryExpression(condition) &&
  condition.right.kind === ts.SyntaxKind.TrueKeyword &&
  condition.left.getText() === whenFalse.getText();

function openFallback(node: tsMorph.ts.BinaryExpression, hops: number): OpenOrigin | undefined {
  const operator = node.operatorToken.kind;
  if (operator !== ts.SyntaxKind.BarBarToken && operator !== ts.SyntaxKind.QuestionQuestionToken)
    return undefined;
  const left = openOrigin(node.left, hops);
  if (left) return { ...left, node };
  const right = openOrigin(node.right, hops);
  if (!right) return undefined;
  const variable = environmentVariable(node.left);
  return variable ? { kind: 'falls-back', node, variable } : { kind: 'falls-back', node };
}

/** `process.env.NAME`, also with something done to it: `process.env.NAME?.split(',')`. */
function environmentVariable(node: ScriptNode): string | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return environmentVariable(node.expression.expression);
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  return lastName(node.expression) === 'env' ? lastName(node) : undefined;
}

/** What a variable holds, where it is given one value only. */
export function onlyValueOf(identifier: tsMorph.ts.Identifier): ScriptNode | undefined {
  const held = heldBy(identifier);
  if (!held) return undefined;
  if (ts.isFunctionDeclaration(held.declaration)) return held.declaration;
  const [write, ...more] = held.writes;
  return write?.kind === 'is' && more.length === 0 && ts.isVariableDeclaration(held.declaration)
    ? write.value
    : undefined;
}
