import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { exits } from '../../../analysis/devGuards.ts';
import { wordsOf } from '../../../analysis/devNames.ts';
import { type FunctionWithBody, isFunction } from '../../../analysis/functions.ts';
import { clientInput } from '../../../analysis/http/clientInput.ts';
import type { RouteHandler } from '../../../analysis/http/handlers.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** The fields of the body that a middleware on the route looks at, as far as its code or its name says. */
export function fieldsOfMiddlewares({ node, registration }: RouteHandler): (field: string) => boolean {
  const middlewares = (registration?.call.arguments ?? []).filter(
    (each) => !(each.pos <= node.pos && node.end <= each.end),
  );
  const looked = new Set<string>();
  const named: (readonly string[])[] = [];
  for (const each of middlewares) {
    const made = functionOf(each);
    // The handler by its name.
    if (made === node) continue;
    if (made) for (const field of fieldsRefused(made)) looked.add(field);
    else named.push(wordsOf(lastName(plain(each)) ?? ''));
  }
  return (field) => looked.has(field) || named.some((words) => isNamedFor(words, wordsOf(field)));
}

/** `ensurePathExists` looks at `path`. */
const isNamedFor = (words: readonly string[], field: readonly string[]): boolean =>
  /^(?:ensure|check|require|assert|verify|has|is)$/.test(words[0] ?? '') &&
  field.length > 0 &&
  field.every((word) => words.indexOf(word) > 0);

/** What a middleware reads of the body, where it also answers that the request was wrong. */
function fieldsRefused(middleware: FunctionWithBody): readonly string[] {
  if (!/\b4\d\d\b|BAD_REQUEST|[bB]adRequest|\bnext\(\s*[^)\s]|\bthrow\b/.test(middleware.getText()))
    return [];
  const fields: string[] = [];
  const waiting: ScriptNode[] = [middleware];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const input = ts.isPropertyAccessExpression(node) ? clientInput(node) : undefined;
    if (input?.part === 'body' && input.keys[0] !== undefined) fields.push(input.keys[0]);
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return fields;
}

/** `commit(req.body.message)` of a function of the file that refuses what it can't use. */
export function isRefusedByCallee(field: ScriptNode): boolean {
  const call = field.parent;
  if (!ts.isCallExpression(call)) return false;
  const callee = functionOf(call.expression);
  const parameter = callee?.parameters[(call.arguments as readonly ScriptNode[]).indexOf(field)]?.name;
  if (!callee?.body || !ts.isBlock(callee.body) || !parameter || !ts.isIdentifier(parameter)) return false;
  return callee.body.statements.some(
    (each) =>
      ts.isIfStatement(each) && exits(each.thenStatement) && speaksOf(each.expression, parameter.text),
  );
}

function functionOf(expression: ScriptNode): FunctionWithBody | undefined {
  const node = plain(expression as tsMorph.ts.Expression);
  if (isFunction(node)) return node;
  const held = ts.isIdentifier(node) ? heldBy(node) : undefined;
  if (!held) return undefined;
  if (isFunction(held.declaration)) return held.declaration;
  const [write, ...more] = held.writes;
  const value = write && more.length === 0 ? plain(write.value) : undefined;
  return value && isFunction(value) ? value : undefined;
}

function speaksOf(node: ScriptNode, name: string): boolean {
  if (ts.isIdentifier(node)) return node.text === name;
  if (ts.isPropertyAccessExpression(node)) return speaksOf(node.expression, name);
  return ts.forEachChild(node, (child) => speaksOf(child, name) || undefined) ?? false;
}

/** `run(['save', req.body.message || ''])`: a text that may be missing, and that nothing is done with. */
export function isOptionalText(field: ScriptNode): boolean {
  const { parent } = field;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === field &&
    /^(?:\|\||\?\?)$/.test(parent.operatorToken.getText()) &&
    ts.isStringLiteralLike(parent.right) &&
    parent.right.text === '' &&
    (ts.isCallExpression(parent.parent) ||
      ts.isArrayLiteralExpression(parent.parent) ||
      ts.isPropertyAssignment(parent.parent))
  );
}
