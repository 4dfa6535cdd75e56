import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../languages/script.ts';
import { isEnvironmentName, meaningOfEnvironment, meaningOfFlag, meansMock } from './devNames.ts';
import { constantOf } from './localConstants.ts';
import { lastName } from './namedValue.ts';

/** What a condition proves: that the program does not run in production where it holds, or where it does not. */
export interface Proof {
  readonly whenTrue: boolean;
  readonly whenFalse: boolean;
}

const nothing: Proof = { whenTrue: false, whenFalse: false };
const inverse = ({ whenTrue, whenFalse }: Proof): Proof => ({ whenTrue: whenFalse, whenFalse: whenTrue });
const proofOf = (meaning: 'dev' | 'production' | undefined): Proof => ({
  whenTrue: meaning === 'dev',
  whenFalse: meaning === 'production',
});

/** Reads a condition. `hops` says how many constants may still be looked up. */
export function proofOfCondition(condition: ScriptNode, hops = 2): Proof {
  const read = (node: ScriptNode) => proofOfCondition(node, hops);
  if (ts.isParenthesizedExpression(condition) || ts.isAsExpression(condition))
    return read(condition.expression);
  if (ts.isNonNullExpression(condition) || ts.isSatisfiesExpression(condition))
    return read(condition.expression);
  if (ts.isPrefixUnaryExpression(condition)) {
    return condition.operator === ts.SyntaxKind.ExclamationToken ? inverse(read(condition.operand)) : nothing;
  }
  // What never runs, never runs in production.
  if (condition.kind === ts.SyntaxKind.FalseKeyword) return { whenTrue: true, whenFalse: false };
  if (condition.kind === ts.SyntaxKind.TrueKeyword) return { whenTrue: false, whenFalse: true };
  if (ts.isBinaryExpression(condition)) return proofOfBinary(condition, hops);
  if (ts.isCallExpression(condition)) return proofOfCall(condition, hops);
  return proofOfFlag(condition, hops);
}

function proofOfBinary(node: tsMorph.ts.BinaryExpression, hops: number): Proof {
  const { left, right, operatorToken } = node;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken: {
      const proofs = operandsOf(node)?.map((each) => proofOfCondition(each, hops));
      if (!proofs) return nothing;
      return {
        whenTrue: proofs.some(({ whenTrue }) => whenTrue),
        whenFalse: proofs.every(({ whenFalse }) => whenFalse),
      };
    }
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken: {
      const proofs = operandsOf(node)?.map((each) => proofOfCondition(each, hops));
      if (!proofs) return nothing;
      return {
        whenTrue: proofs.every(({ whenTrue }) => whenTrue),
        whenFalse: proofs.some(({ whenFalse }) => whenFalse),
      };
    }
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return proofOfEquality(left, right, hops);
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return inverse(proofOfEquality(left, right, hops));
    default:
      return nothing;
  }
}

/** `a && b && c` as a list; undefined for a chain so long that no person wrote it. */
function operandsOf(chain: tsMorph.ts.BinaryExpression): ScriptNode[] | undefined {
  const operator = chain.operatorToken.kind;
  const operands: ScriptNode[] = [];
  let node: ScriptNode = chain;
  while (ts.isBinaryExpression(node) && node.operatorToken.kind === operator) {
    operands.push(node.right);
    if (operands.length > 200) return undefined;
    node = node.left;
  }
  return [node, ...operands.reverse()];
}

function proofOfEquality(left: ScriptNode, right: ScriptNode, hops: number): Proof {
  const [value, other] = isLiteral(left) ? [left, right] : [right, left];
  if (ts.isTypeOfExpression(other)) return proofOfTypeof(other.expression, value);
  const text = ts.isStringLiteralLike(value) ? value.text : undefined;
  if (text !== undefined && meansMock(text)) return proofOf('dev');
  if (text !== undefined && isEnvironment(other, hops)) return proofOf(meaningOfEnvironment(text));
  const flag = proofOfCondition(other, hops);
  if (
    value.kind === ts.SyntaxKind.TrueKeyword ||
    /^(?:true|1|yes|on)$/.test(text ?? '') ||
    isNumber(value, '1')
  ) {
    return flag;
  }
  // A flag that is not `false` may still be missing: only the equal side proves something.
  if (
    value.kind === ts.SyntaxKind.FalseKeyword ||
    /^(?:false|0|no|off)$/.test(text ?? '') ||
    isNumber(value, '0')
  ) {
    return { whenTrue: flag.whenFalse, whenFalse: false };
  }
  return nothing;
}

const isLiteral = (node: ScriptNode): boolean =>
  ts.isLiteralExpression(node) ||
  node.kind === ts.SyntaxKind.TrueKeyword ||
  node.kind === ts.SyntaxKind.FalseKeyword;

const isNumber = (node: ScriptNode, text: string): boolean => ts.isNumericLiteral(node) && node.text === text;

/** `typeof jest === 'undefined'` is where no test runs. */
function proofOfTypeof(subject: ScriptNode, value: ScriptNode): Proof {
  const isUndefined = ts.isStringLiteralLike(value) && value.text === 'undefined';
  return isUndefined && /^(?:jest|vi|vitest|Cypress)$/.test(lastName(subject) ?? '')
    ? { whenTrue: false, whenFalse: true }
    : nothing;
}

/** Whether an expression holds the environment's name, itself or through a constant. */
export function isEnvironment(node: ScriptNode, hops = 2): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node))
    return isEnvironment(node.expression, hops);
  // `process.env.NODE_ENV ?? 'development'`, `NODE_ENV.toLowerCase()`
  if (ts.isBinaryExpression(node)) return isEnvironment(node.left, hops);
  if (ts.isCallExpression(node)) {
    return ts.isPropertyAccessExpression(node.expression) && isEnvironment(node.expression.expression, hops);
  }
  const name = lastName(node);
  if (name === undefined) return false;
  if (isEnvironmentName(name)) return true;
  const value = ts.isIdentifier(node) && hops > 0 ? constantOf(name, node) : undefined;
  return value !== undefined && isEnvironment(value, hops - 1);
}

function proofOfCall(node: ScriptNode, hops: number): Proof {
  if (!ts.isCallExpression(node)) return nothing;
  const { expression: callee, arguments: args } = node;
  const name = lastName(callee);
  const [first] = args;
  if (name === 'Boolean' && first) return proofOfCondition(first, hops);
  if (first && ts.isPropertyAccessExpression(callee) && /^(?:includes|startsWith)$/.test(name ?? '')) {
    if (ts.isStringLiteralLike(first) && isEnvironment(callee.expression, hops)) {
      return proofOf(meaningOfEnvironment(first.text));
    }
    if (ts.isArrayLiteralExpression(callee.expression) && isEnvironment(first, hops)) {
      return proofOfList(callee.expression.elements);
    }
  }
  return proofOf(meaningOfFlag(name ?? ''));
}

/** `['development', 'test'].includes(env)` */
function proofOfList(elements: readonly ScriptNode[]): Proof {
  const meanings = elements.map((each) =>
    ts.isStringLiteralLike(each) ? meaningOfEnvironment(each.text) : undefined,
  );
  return {
    whenTrue: meanings.length > 0 && meanings.every((meaning) => meaning === 'dev'),
    whenFalse: meanings.includes('production'),
  };
}

function proofOfFlag(node: ScriptNode, hops: number): Proof {
  const name = lastName(node);
  if (name === undefined) return nothing;
  const value = ts.isIdentifier(node) && hops > 0 ? constantOf(name, node) : undefined;
  if (value) {
    // A flag that is written down decides by what is written: `const USE_MOCK = true` guards nothing.
    const proof = proofOfCondition(value, hops - 1);
    if (proof.whenTrue || proof.whenFalse) return proof;
  }
  return /^(?:JEST_WORKER_ID|VITEST_WORKER_ID|Cypress)$/.test(name)
    ? proofOf('dev')
    : proofOf(meaningOfFlag(name));
}
