import type * as tsMorph from 'ts-morph';
import { isInCondition } from '../../../analysis/conditionPlace.ts';
import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { saysHealthy, stateOf } from '../../../analysis/stateNames.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Confidence } from '../../../model/index.ts';
import { isChosen } from './chosen.ts';
import { goodTruth, goodWord, isAnswered } from './goodWords.ts';
import { namesOf, targetOf } from './names.ts';
import { defaultOf } from './parameters.ts';
import type { Optimism } from './pessimise.ts';

/** Reads a node as a default; undefined where it is none, or a harmless one. */
export function readDefault(node: ScriptNode, path: string): Optimism | undefined {
  if (ts.isBinaryExpression(node)) return readBinary(node, path);
  if (ts.isConditionalExpression(node)) return readChoice(node, path);
  if (ts.isCallExpression(node)) return readHook(node);
  const found = defaultOf(node, path);
  return found && optimism(node, found.fallback, found.name, found.confidence);
}

function readBinary(node: tsMorph.ts.BinaryExpression, path: string): Optimism | undefined {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
      return readFallback(node, path);
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return readComparison(node);
    default:
      return undefined;
  }
}

/** `answer.healthy ?? true`, `answer.status || 'healthy'` */
function readFallback(node: tsMorph.ts.BinaryExpression, path: string): Optimism | undefined {
  const fallback = unwrapped(node.right);
  if (!isGoodLiteral(fallback)) return undefined;
  const isTrue = fallback.kind === ts.SyntaxKind.TrueKeyword;
  if (isTrue && node.operatorToken.kind === ts.SyntaxKind.BarBarToken && isSwitch(node)) return undefined;
  const left = unwrapped(node.left);
  // `a.valid ?? b.valid ?? true`: what is asked last says what it is about.
  const subject = ts.isBinaryExpression(left) && isChain(left) ? unwrapped(left.right) : left;
  return read(node, subject, fallback, path);
}

const isChain = ({ operatorToken: { kind } }: tsMorph.ts.BinaryExpression): boolean =>
  kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;

/** `if (valid || true)` is no default but a check that is switched off, for another rule. */
function isSwitch(node: ScriptNode): boolean {
  if (isInCondition(node)) return true;
  const around = ts.findAncestor(node, ts.isFunctionLike);
  const isAnswer = ts.isReturnStatement(node.parent) || ts.isArrowFunction(node.parent);
  return (
    isAnswer && around !== undefined && isFunction(around) && stateOf(nameOfFunction(around)) !== undefined
  );
}

const isGoodLiteral = (node: ScriptNode): boolean =>
  node.kind === ts.SyntaxKind.TrueKeyword || ts.isStringLiteralLike(node) || ts.isNumericLiteral(node);

function read(at: ScriptNode, subject: ScriptNode, fallback: ScriptNode, path: string): Optimism | undefined {
  if (isChosen(subject)) return undefined;
  const around = { names: namesOf(subject), target: targetOf(at), path };
  const found = fallback.kind === ts.SyntaxKind.TrueKeyword ? goodTruth(around) : goodWord(fallback, around);
  return found && optimism(at, fallback, found.name, found.confidence);
}

/** `answer ? answer.valid : true`, `answer.valid === undefined ? true : answer.valid` */
function readChoice(node: tsMorph.ts.ConditionalExpression, path: string): Optimism | undefined {
  const [yes, no] = [unwrapped(node.whenTrue), unwrapped(node.whenFalse)];
  const test = unwrapped(node.condition);
  for (const [fallback, subject, missing] of [
    [no, yes, false],
    [yes, no, true],
  ] as const) {
    if (!isGoodLiteral(fallback) || isGoodLiteral(subject)) continue;
    const names = namesOf(subject);
    const root = names[0];
    if (root === undefined || !asksFor(test, root, missing)) continue;
    const found = read(node, subject, fallback, path);
    if (found) return found;
  }
  return undefined;
}

/** Whether a condition holds where something is there; or, with `missing`, where it isn't. */
function asksFor(test: ScriptNode, root: string, missing: boolean): boolean {
  if (ts.isPrefixUnaryExpression(test))
    return (
      missing &&
      test.operator === ts.SyntaxKind.ExclamationToken &&
      asksFor(unwrapped(test.operand), root, false)
    );
  if (!ts.isBinaryExpression(test)) return !missing && namesOf(test)[0] === root;
  const { left, right, operatorToken } = test;
  if (operatorToken.kind === ts.SyntaxKind.InKeyword) return !missing && namesOf(right)[0] === root;
  const isEqual =
    operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    operatorToken.kind === ts.SyntaxKind.EqualsEqualsToken;
  const isUnequal =
    operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    operatorToken.kind === ts.SyntaxKind.ExclamationEqualsToken;
  if (!isEqual && !isUnequal) return false;
  if (ts.isTypeOfExpression(left)) {
    const isNone = ts.isStringLiteralLike(right) && right.text === 'undefined';
    return namesOf(left.expression)[0] === root && missing === (isNone ? isEqual : isUnequal);
  }
  const isNothing =
    right.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(right) && right.text === 'undefined');
  return isNothing && namesOf(left)[0] === root && missing === isEqual;
}

/** `answer.allowed !== false`: all but a plain no is a yes. */
function readComparison(node: tsMorph.ts.BinaryExpression): Optimism | undefined {
  if (node.right.kind !== ts.SyntaxKind.FalseKeyword) return undefined;
  const subject = unwrapped(node.left);
  if (ts.isIdentifier(subject) || isChosen(subject)) return undefined;
  const name = namesOf(subject).at(-1);
  if (name === undefined || !(stateOf(name) || isAnswered(namesOf(subject)))) return undefined;
  return {
    at: node,
    fallback: undefined,
    message: `Where \`${name}\` is missing, this counts as a yes: only a plain \`false\` is a no. Ask for \`=== true\`.`,
    confidence: 'medium',
  };
}

/** `const [isAuthenticated, setAuthenticated] = useState(true)`: in until somebody says otherwise. */
function readHook(node: tsMorph.ts.CallExpression): Optimism | undefined {
  const [initial] = node.arguments;
  if (!initial || node.arguments.length !== 1 || lastName(node.expression) !== 'useState') return undefined;
  const { parent } = node;
  if (!ts.isVariableDeclaration(parent) || !ts.isArrayBindingPattern(parent.name)) return undefined;
  const [first] = parent.name.elements;
  const name = first && ts.isBindingElement(first) ? textOfName(first.name) : undefined;
  if (name === undefined) return undefined;
  const fallback = unwrapped(initial);
  const isGood =
    (fallback.kind === ts.SyntaxKind.TrueKeyword &&
      /authenticated|authori[sz]ed|logged_?in|signed_?in|^is_?admin$|^has_?(?:access|permission)$/i.test(
        name,
      )) ||
    (ts.isStringLiteralLike(fallback) && saysHealthy(fallback.text));
  return isGood ? optimism(initial, fallback, name, 'medium') : undefined;
}

const optimism = (at: ScriptNode, fallback: ScriptNode, name: string, confidence: Confidence): Optimism => ({
  at,
  fallback,
  message: `Where \`${name.length > 40 ? `${name.slice(0, 39)}…` : name}\` is missing, it counts as \`${fallback.getText().replaceAll('`', "'").slice(0, 40)}\`. Take what is missing for a no, or say that it is unknown.`,
  confidence,
});
