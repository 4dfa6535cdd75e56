import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { isJsonWebToken } from './libraries.ts';

/**
 * The callback of `jwt.verify` that lets people through whatever came of it: it neither looks at the error nor at
 * what the token said before it goes on.
 */
export function callbackIgnoringError(
  call: tsMorph.ts.CallExpression,
): tsMorph.ts.ArrowFunction | tsMorph.ts.FunctionExpression | undefined {
  const last = call.arguments.at(-1);
  if (!last || (!ts.isArrowFunction(last) && !ts.isFunctionExpression(last))) return undefined;
  if (!isJsonWebToken(call.expression, 'verify')) return undefined;
  const names = last.parameters.slice(0, 2).map(({ name }) => name.getText());
  const [error, decoded] = names;
  if (error === undefined || decoded === undefined) return undefined;
  const body = last.body.getText();
  const speaksOf = (name: string): boolean =>
    new RegExp(`(?<![\\w.$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(body);
  if (!/^[\w$]+$/.test(error) || speaksOf(error) || !/\bnext\(\s{0,4}\)/.test(body)) return undefined;
  return looksAt(last.body, decoded) ? undefined : last;
}

/** `if (!decoded)`, `decoded ? … : …`, `decoded && …` */
function looksAt(body: ScriptNode, name: string): boolean {
  let looks = false;
  const visit = (node: ScriptNode): void => {
    if (ts.isIfStatement(node) && node.expression.getText().includes(name)) looks = true;
    if (ts.isConditionalExpression(node) && node.condition.getText().includes(name)) looks = true;
    if (!looks) ts.forEachChild(node, visit);
  };
  visit(body);
  return looks;
}
