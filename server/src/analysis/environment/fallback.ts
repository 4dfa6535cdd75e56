import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { unwrapped } from '../unwrapped.ts';
import { environmentRead, isChoice, isSettings, sourceOf } from './environmentRead.ts';

/** A text that takes the place of an environment variable where that is not set. */
export interface Fallback {
  /** Of the variable. */
  readonly name: string;
  readonly literal: tsMorph.ts.StringLiteralLike;
  /** The read and the text together: what a read that throws may stand in for. */
  readonly whole: ScriptNode;
  /** How the variable is read. */
  readonly form: 'process' | 'other' | 'pattern' | 'configuration';
}

/** Functions that read a variable and take a text for when it is missing. */
const readers = /^(?:env|getEnv|getenv|getEnvVar|envOr|getEnvOrDefault|optionalEnv|readEnv|envString)$/;

/** The fallback that a node is, of any form. */
export function fallbackAt(node: ScriptNode): Fallback | undefined {
  if (ts.isBinaryExpression(node)) return ofChoice(node);
  if (ts.isConditionalExpression(node)) return ofCondition(node);
  if (ts.isBindingElement(node)) return ofPattern(node);
  return ts.isCallExpression(node) ? ofCall(node) : undefined;
}

/** `process.env.X || 'text'`, `process.env.X ??= 'text'` */
function ofChoice(node: tsMorph.ts.BinaryExpression): Fallback | undefined {
  const kind = node.operatorToken.kind;
  const assigns =
    kind === ts.SyntaxKind.BarBarEqualsToken || kind === ts.SyntaxKind.QuestionQuestionEqualsToken;
  if (!assigns && !isChoice(kind)) return undefined;
  const literal = unwrapped(node.right);
  const read = ts.isStringLiteralLike(literal) ? environmentRead(node.left) : undefined;
  if (!read || !ts.isStringLiteralLike(literal)) return undefined;
  return { name: read.name, literal, whole: node, form: read.fromProcess && !assigns ? 'process' : 'other' };
}

/** `process.env.X ? process.env.X : 'text'` */
function ofCondition(node: tsMorph.ts.ConditionalExpression): Fallback | undefined {
  const literal = unwrapped(node.whenFalse);
  if (!ts.isStringLiteralLike(literal)) return undefined;
  const read = environmentRead(node.whenTrue);
  if (!read || environmentRead(node.condition)?.name !== read.name) return undefined;
  return { name: read.name, literal, whole: node, form: read.fromProcess ? 'process' : 'other' };
}

/** `const { X = 'text' } = process.env` */
function ofPattern(node: tsMorph.ts.BindingElement): Fallback | undefined {
  const literal = node.initializer && unwrapped(node.initializer);
  if (!literal || !ts.isStringLiteralLike(literal) || !ts.isObjectBindingPattern(node.parent))
    return undefined;
  const owner = node.parent.parent;
  const source = ts.isVariableDeclaration(owner) || ts.isParameter(owner) ? owner.initializer : undefined;
  const name = textOfName(node.propertyName ?? node.name);
  return name !== undefined && source && sourceOf(source)
    ? { name, literal, whole: node, form: 'pattern' }
    : undefined;
}

/** `config.get('X', 'text')`, `env('X', 'text')` */
function ofCall(node: tsMorph.ts.CallExpression): Fallback | undefined {
  const [first, second] = node.arguments;
  if (!first || !second || node.arguments.length !== 2 || !ts.isStringLiteralLike(first)) return undefined;
  const literal = unwrapped(second);
  if (!ts.isStringLiteralLike(literal)) return undefined;
  const method = ts.isPropertyAccessExpression(node.expression) ? node.expression : undefined;
  const reads = method
    ? /^get(?:String)?$/.test(method.name.text) && isSettings(method.expression)
    : readers.test(lastName(node.expression) ?? '');
  if (!reads) return undefined;
  return { name: first.text, literal, whole: node, form: 'configuration' };
}
