import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { constantOf } from '../localConstants.ts';
import { lastName, nameOfValue, textOfName } from '../namedValue.ts';
import { propertyOf } from '../routes/syntax.ts';
import { unwrapped } from '../unwrapped.ts';
import { environmentRead, isChoice, isSettings, sourceOf } from './environmentRead.ts';

/** A text that takes the place of an environment variable where that is not set. */
export interface Fallback {
  /** Of the variable. */
  readonly name: string;
  readonly literal: tsMorph.ts.StringLiteralLike;
  /** The read and the text together: what a read that throws may stand in for. */
  readonly whole: ScriptNode;
  /** How the variable is read; `assigned` is given to it, or to what holds it, where it is missing. */
  readonly form: 'process' | 'other' | 'pattern' | 'configuration' | 'assigned' | 'schema';
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
  if (kind === ts.SyntaxKind.EqualsToken) return ofAssignment(node);
  const assigns =
    kind === ts.SyntaxKind.BarBarEqualsToken || kind === ts.SyntaxKind.QuestionQuestionEqualsToken;
  if (!assigns && !isChoice(kind)) return undefined;
  const literal = textOf(node.right);
  const read = literal && environmentRead(node.left);
  if (!read || !literal) return undefined;
  return { name: read.name, literal, whole: node, form: read.fromProcess && !assigns ? 'process' : 'other' };
}

/** A text, also one in a constant that is named for what it is: `DEFAULT_SECRET`. */
function textOf(expression: ScriptNode): tsMorph.ts.StringLiteralLike | undefined {
  const node = unwrapped(expression);
  const constant =
    ts.isIdentifier(node) && /default|fall_?back|dev|local|insecure/i.test(node.text)
      ? constantOf(node.text, node)
      : undefined;
  const value = constant ? unwrapped(constant) : node;
  return ts.isStringLiteralLike(value) ? value : undefined;
}

/** `if (!secret) secret = 'text'`, where `secret` was read from the environment. */
function ofAssignment(node: tsMorph.ts.BinaryExpression): Fallback | undefined {
  const literal = unwrapped(node.right);
  if (!ts.isStringLiteralLike(literal) || !ts.isExpressionStatement(node.parent)) return undefined;
  const statement = node.parent;
  const check = ts.isBlock(statement.parent) ? statement.parent.parent : statement.parent;
  if (
    !ts.isIfStatement(check) ||
    check.elseStatement === statement ||
    check.elseStatement === statement.parent
  )
    return undefined;
  const missing = missingIn(check.expression);
  if (!missing || missing.getText() !== node.left.getText()) return undefined;
  const left = unwrapped(node.left);
  const first = ts.isIdentifier(left) ? heldBy(left)?.writes[0]?.value : left;
  const read = first && environmentRead(first);
  return read && { name: read.name, literal, whole: node, form: 'assigned' };
}

/** What a condition finds present: `secret`, `secret !== undefined`. */
function presentIn(condition: ScriptNode): ScriptNode {
  const node = unwrapped(condition);
  if (!ts.isBinaryExpression(node) || !/^!==?$/.test(node.operatorToken.getText())) return node;
  return isNothing(node.right) ? node.left : node;
}

const isNothing = (node: ScriptNode): boolean => /^(?:undefined|null|''|"")$/.test(node.getText());

/** What a condition finds missing: `!secret`, `secret === undefined`. */
function missingIn(condition: ScriptNode): ScriptNode | undefined {
  const node = unwrapped(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return unwrapped(node.operand);
  if (!ts.isBinaryExpression(node) || !/^===?$/.test(node.operatorToken.getText())) return undefined;
  return isNothing(node.right) ? unwrapped(node.left) : undefined;
}

/** `JWT_SECRET: z.string().default('text')`, envalid's `str({ default: 'text' })` */
function ofSchema(node: tsMorph.ts.CallExpression): Fallback | undefined {
  const [first] = node.arguments;
  if (!first || node.arguments.length !== 1) return undefined;
  const isDefault = ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'default';
  const isEnvalid = /^(?:str|envalid\.str)$/.test(node.expression.getText().slice(0, 20));
  const literal = isDefault ? unwrapped(first) : isEnvalid ? propertyOf(first, 'default') : undefined;
  if (!literal || !ts.isStringLiteralLike(literal)) return undefined;
  let whole: ScriptNode = node;
  while (ts.isPropertyAccessExpression(whole.parent) || ts.isCallExpression(whole.parent))
    whole = whole.parent;
  const name = nameOfValue(whole);
  return name !== undefined && /^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(name)
    ? { name, literal, whole, form: 'schema' }
    : undefined;
}

/** `process.env.X ? process.env.X : 'text'` */
function ofCondition(node: tsMorph.ts.ConditionalExpression): Fallback | undefined {
  const literal = unwrapped(node.whenFalse);
  if (!ts.isStringLiteralLike(literal)) return undefined;
  const read = environmentRead(node.whenTrue);
  if (!read || environmentRead(presentIn(node.condition))?.name !== read.name) return undefined;
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
  if (!second) return ofSchema(node);
  if (!first || node.arguments.length !== 2 || !ts.isStringLiteralLike(first)) return undefined;
  const literal = unwrapped(second);
  if (!ts.isStringLiteralLike(literal)) return undefined;
  const method = ts.isPropertyAccessExpression(node.expression) ? node.expression : undefined;
  const reads = method
    ? /^get(?:String)?$/.test(method.name.text) && isSettings(method.expression)
    : readers.test(lastName(node.expression) ?? '');
  if (!reads) return undefined;
  return { name: first.text, literal, whole: node, form: 'configuration' };
}
