import type * as tsMorph from 'ts-morph';
import { isFunction } from '../../../analysis/functions.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

const writes =
  /^(?:create|createMany|insert|insertMany|insertOne|update|updateMany|updateOne|upsert|delete|deleteMany|deleteOne|remove|save|destroy|bulkCreate|bulkWrite|increment|decrement|findByIdAndUpdate|findOneAndUpdate|findByIdAndDelete|del|query|execute|\$executeRaw)$/;

/**
 * Whether what a transaction is given to do never takes part in it: `prisma.$transaction(async (tx) => …)` whose
 * content writes with `prisma`, or `session.withTransaction(async () => …)` whose content never names the session.
 */
export function ignoresTransaction(call: tsMorph.ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(call.expression)) return false;
  const method = call.expression.name.text;
  if (!/^(?:\$transaction|transaction|withTransaction)$/.test(method)) return false;
  const callback = call.arguments
    .map(plain)
    .find((each) => ts.isArrowFunction(each) || ts.isFunctionExpression(each));
  if (!callback || !isFunction(callback) || !callback.body) return false;
  const owner = plain(call.expression.expression);
  const ownName = lastName(owner) ?? '';
  const parameter = callback.parameters[0]?.name;
  if (parameter && !ts.isIdentifier(parameter)) return false;
  if (method === 'withTransaction' && !/session/i.test(ownName)) return false;
  // Without a parameter only Prisma's and MongoDB's are known to need one: SQLite's connection is a single one.
  if (!parameter && method === 'transaction') return false;
  const names = new Set<string>();
  let written = 0;
  const waiting: ScriptNode[] = [callback.body];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isIdentifier(node) && !isMemberName(node)) names.add(node.text);
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      writes.test(node.expression.name.text)
    ) {
      if (method === 'withTransaction' || startsAt(node.expression.expression, owner)) written++;
    }
    // `db('accounts').insert(…)`, where the connection is a function.
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(owner) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === owner.text
    )
      written++;
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  if (written === 0 || (parameter && names.has(parameter.text))) return false;
  return method !== 'withTransaction' || !names.has(ownName);
}

const isMemberName = (node: ScriptNode): boolean =>
  ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;

/** Whether `prisma.user` begins with `prisma`, `this.prisma.user` with `this.prisma`. */
function startsAt(expression: ScriptNode, owner: ScriptNode): boolean {
  const text = owner.getText();
  for (let node = plain(expression), hops = 0; hops < 12; hops++) {
    if (node.kind === owner.kind && node.end - node.getStart() === text.length && node.getText() === text)
      return true;
    if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) node = plain(node.expression);
    else return false;
  }
  return false;
}
