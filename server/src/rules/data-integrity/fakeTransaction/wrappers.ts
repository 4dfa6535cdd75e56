import type * as tsMorph from 'ts-morph';
import { type FunctionWithBody, isFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Names that promise that all is done, or nothing. */
export const promises =
  /^(?:\$|_)?(?:(?:with|run|runIn|runInA|in|inA|exec|execute|executeIn|executeInA|do|perform|make|start|begin|wrapIn|use|db|database|atomic)(?:Db|Database|Sql)?)?Transaction(?:al|ally)?$|^transaction(?:al)?$|^(?:atomically|runAtomic|runAtomically|withTx|runInTx|inTx)$/i;

const logs = /^(?:console|log|logger|debug|info|warn|error|trace|winston|pino)$/i;

/** Whether a function only calls what it is handed: nothing begins, nothing ends, nothing is taken back. */
export function onlyCallsBack(node: FunctionWithBody): boolean {
  const callbacks = new Set(node.parameters.flatMap(({ name }) => (ts.isIdentifier(name) ? name.text : [])));
  if (!node.body || callbacks.size === 0) return false;
  if (runsEach(node, callbacks)) return true;
  let called = 0;
  const waiting: ScriptNode[] = [node.body];
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    // It keeps count of something: a transaction of its own kind.
    if (changesState(each)) return false;
    if (isFunction(each) || (ts.isNewExpression(each) && lastName(each.expression) !== 'Error')) return false;
    if (ts.isTaggedTemplateExpression(each)) return false;
    if (ts.isCallExpression(each)) {
      const callee = plain(each.expression);
      if (ts.isIdentifier(callee) && callbacks.has(callee.text)) called++;
      else if (!isLog(each)) return false;
    }
    ts.forEachChild(each, (child) => void waiting.push(child));
  }
  return called === 1;
}

/** `Promise.all(queries)`, `Promise.resolve().then(() => work(db))`, `for (const step of steps) await step()`. */
function runsEach(node: FunctionWithBody, callbacks: ReadonlySet<string>): boolean {
  const { body } = node;
  if (!body) return false;
  const statements = ts.isBlock(body) ? body.statements : [];
  const last = ts.isBlock(body) ? statements.at(-1) : body;
  const given = last && ts.isReturnStatement(last) ? last.expression : ts.isBlock(body) ? undefined : body;
  const value = given && plain(given);
  if (statements.length <= 1 && value && ts.isCallExpression(value)) {
    const [first] = value.arguments;
    const callee = value.expression.getText().replace(/\s/g, '');
    if (/^Promise\.(?:all|allSettled)$/.test(callee) && first && ts.isIdentifier(first))
      return callbacks.has(first.text);
    if (callee === 'Promise.resolve().then' && first && ts.isArrowFunction(first)) {
      const called = plain(first.body);
      return ts.isCallExpression(called) && callbacks.has(called.expression.getText());
    }
  }
  const loop = statements.find((each) => ts.isForOfStatement(each)) as tsMorph.ts.ForOfStatement | undefined;
  if (!loop || statements.length > 3 || !ts.isIdentifier(loop.expression)) return false;
  if (!callbacks.has(loop.expression.text) || !ts.isVariableDeclarationList(loop.initializer)) return false;
  const step = loop.initializer.declarations[0]?.name.getText() ?? '';
  const others = statements.filter((each) => each !== loop);
  return (
    new RegExp(`^\\{?\\s*(?:\\w+\\.push\\()?(?:await )?${step}\\(\\w*\\)\\)?;?\\s*\\}?$`).test(
      loop.statement.getText(),
    ) && others.every((each) => ts.isVariableStatement(each) || ts.isReturnStatement(each))
  );
}

/** `this.depth++`, `active = true` */
const changesState = (node: ScriptNode): boolean =>
  ts.isPostfixUnaryExpression(node) ||
  (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusPlusToken) ||
  (ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left));

function isLog(call: tsMorph.ts.CallExpression): boolean {
  let node: ScriptNode = call.expression;
  while (ts.isPropertyAccessExpression(node)) {
    if (logs.test(node.name.text)) return true;
    node = node.expression;
  }
  return ts.isIdentifier(node) && (logs.test(node.text) || node.text === 'String');
}

/** Whether a body does nothing at all: empty, or it only writes to the log, or gives a constant. */
export function doesNothing(body: ScriptNode | undefined): boolean {
  if (!body) return false;
  if (!ts.isBlock(body)) return isNothing(body);
  return body.statements.every((statement) => {
    if (ts.isReturnStatement(statement)) return !statement.expression || isNothing(statement.expression);
    return ts.isExpressionStatement(statement) && isNothing(statement.expression);
  });
}

function isNothing(expression: ScriptNode): boolean {
  const node = plain(expression);
  if (ts.isCallExpression(node)) return isLog(node) || /^Promise\.resolve$/.test(node.expression.getText());
  if (ts.isObjectLiteralExpression(node)) return node.properties.length === 0;
  if (ts.isVoidExpression(node)) return true;
  return ts.isIdentifier(node)
    ? node.text === 'undefined'
    : node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.NullKeyword;
}

/** The functions of an object or class by name. */
export function methodsOf(
  owner: tsMorph.ts.ObjectLiteralExpression | tsMorph.ts.ClassLikeDeclaration,
): ReadonlyMap<string, { readonly node: ScriptNode; readonly body: ScriptNode | undefined }> {
  const methods = new Map<string, { node: ScriptNode; body: ScriptNode | undefined }>();
  for (const member of ts.isObjectLiteralExpression(owner) ? owner.properties : owner.members) {
    const name = member.name && textOfName(member.name);
    if (name === undefined) continue;
    if (ts.isMethodDeclaration(member)) methods.set(name, { node: member, body: member.body });
    else if (ts.isPropertyAssignment(member) || ts.isPropertyDeclaration(member)) {
      const value = member.initializer && plain(member.initializer);
      if (value && isFunction(value)) methods.set(name, { node: member, body: value.body });
    }
  }
  return methods;
}
