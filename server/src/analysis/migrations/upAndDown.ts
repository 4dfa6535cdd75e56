import { type ScriptFile, type ScriptNode, ts } from '../../languages/script.ts';
import { exits } from '../devGuards.ts';
import { type FunctionWithBody, isFunction, nameOfFunction } from '../functions.ts';
import { textOfName } from '../namedValue.ts';
import type { Migration } from './operations.ts';

/** The functions of a migration that go forward, and what there is of the way back. */
export interface UpAndDown {
  readonly ups: readonly FunctionWithBody[];
  readonly down: Migration['down'];
}

/** Reads `exports.up = …`, `export async function up`, `class … { async up() }`, `module.exports = { up, down }`. */
export function upAndDownOf(script: ScriptFile): UpAndDown | undefined {
  const ups: FunctionWithBody[] = [];
  let down: Migration['down'] = 'no';
  const waiting: { node: ScriptNode; depth: number }[] = [{ node: script, depth: 0 }];
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    const { node, depth } = each;
    if (isFunction(node)) {
      const name = nameOfFunction(node);
      if (name === 'up') ups.push(node);
      else if (name === 'down') down = stateOf(node);
      if (name === 'up' || name === 'down' || depth > 12) continue;
    } else if (saysDown(node)) down = down === 'no' ? 'yes' : down;
    else if (refuses(node)) down = 'refused';
    if (depth < 12) ts.forEachChild(node, (child) => void waiting.push({ node: child, depth: depth + 1 }));
  }
  return ups.length > 0 ? { ups: ups.sort((a, b) => a.pos - b.pos), down } : undefined;
}

/** A comment of more than a word or two. */
const saysWhy = /\/[/*][\s*]{0,9}\w\S{0,30}\s{1,9}\w\S{0,30}\s{1,9}\w/;
/** It throws because nobody has written it, not because there is none. */
const isUnwritten = /\bnot (?:yet )?implemented\b|\bunimplemented\b|\btodo\b/i;

/** A way back that is empty, one that throws because there is none, or one that does something. */
function stateOf({ body }: FunctionWithBody): Migration['down'] {
  if (!body) return 'no';
  if (!ts.isBlock(body))
    return ts.isCallExpression(body) && !/^Promise\.resolve/.test(body.getText()) ? 'yes' : 'empty';
  const [first] = body.statements;
  // A comment that says why is an answer; a note to do it some day is none.
  if (!first)
    return saysWhy.test(body.getText()) && !/todo|fixme/i.test(body.getText()) ? 'refused' : 'empty';
  if (ts.isThrowStatement(first)) return isUnwritten.test(first.getText()) ? 'empty' : 'refused';
  const nothing =
    ts.isReturnStatement(first) &&
    (!first.expression || /^(?:Promise\.resolve\(\)|null|undefined|true)$/.test(first.expression.getText()));
  return nothing && exits(first) ? 'empty' : 'yes';
}

/** `exports.down = drop;`, `{ down: drop }`, `{ up, down }`, `export { down }`. */
function saysDown(node: ScriptNode): boolean {
  if (ts.isShorthandPropertyAssignment(node) || ts.isExportSpecifier(node)) return node.name.text === 'down';
  if (ts.isPropertyAssignment(node) && textOfName(node.name) === 'down')
    return ts.isIdentifier(node.initializer) || ts.isCallExpression(node.initializer);
  if (
    !ts.isBinaryExpression(node) ||
    !ts.isPropertyAccessExpression(node.left) ||
    node.left.name.text !== 'down'
  )
    return false;
  return ts.isIdentifier(node.right) || ts.isCallExpression(node.right);
}

/** node-pg-migrate's `exports.down = false`: there is no way back, and it is known. */
const refuses = (node: ScriptNode): boolean =>
  ts.isBinaryExpression(node) &&
  ts.isPropertyAccessExpression(node.left) &&
  node.left.name.text === 'down' &&
  node.right.kind === ts.SyntaxKind.FalseKeyword;
