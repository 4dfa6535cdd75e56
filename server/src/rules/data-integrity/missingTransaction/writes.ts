import type * as tsMorph from 'ts-morph';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { sqlArgumentOf } from '../../../analysis/sql/sinks.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** A call that changes rows, and what it does to an amount. */
export interface Write {
  readonly node: ScriptNode;
  readonly kind: 'adds' | 'takes' | 'creates';
  /** `balance`, or the table or model that a row is created in. */
  readonly what: string;
}

/** What a call writes, where it is one of the writes that only make sense together with others. */
export function writeOf(call: tsMorph.ts.CallExpression): Write | undefined {
  const name = lastName(call.expression) ?? '';
  const sql = sqlArgumentOf(call);
  const text = sql && plain(sql);
  if (text && (ts.isStringLiteralLike(text) || ts.isTemplateExpression(text)))
    return ofSql(call, text.getText().slice(1, 600));
  if (!ts.isPropertyAccessExpression(call.expression)) return undefined;
  if (name === 'increment' || name === 'decrement') {
    const [field] = call.arguments;
    const what = field && ts.isStringLiteralLike(field) ? field.text : undefined;
    return what === undefined
      ? undefined
      : { node: call, kind: name === 'increment' ? 'adds' : 'takes', what };
  }
  if (/^(?:update|updateOne|updateMany|findByIdAndUpdate|findOneAndUpdate|upsert)$/.test(name))
    return ofUpdate(call);
  if (/^(?:create|createMany|insert|insertOne|insertMany|bulkCreate)$/.test(name)) {
    const receiver = plain(call.expression.expression);
    // `knex('orders')`, `db.collection('orders')`.
    const [table] = ts.isCallExpression(receiver) ? receiver.arguments : [];
    const model = table && ts.isStringLiteralLike(table) ? table.text : lastName(receiver);
    const isModel =
      model !== undefined && call.arguments.length > 0 && models.test(receiver.getText().slice(0, 80));
    return isModel ? { node: call, kind: 'creates', what: model } : undefined;
  }
  return undefined;
}

/** What stands for a table of the project's own, and not for the service of somebody else. */
export const models =
  /^(?:this\.)?(?:prisma|db|database|knex|orm|em)\b|(?:Repository|Repo|Model)$|^(?!(?:Object|Array|Promise|Document|Stripe)$)[A-Z]\w*$/;

const changes = /^\s*UPDATE\s+[\w."`]+\s+SET\s+["`]?(\w+)["`]?\s*=\s*["`]?(\w+)["`]?\s*([-+])/i;
const inserts = /^\s*INSERT\s+INTO\s+["`]?([\w.]+)/i;

function ofSql(node: ScriptNode, text: string): Write | undefined {
  const change = changes.exec(text);
  if (change?.[1] && change[1] === change[2])
    return { node, kind: change[3] === '+' ? 'adds' : 'takes', what: change[1] };
  const table = inserts.exec(text)?.[1];
  return table === undefined ? undefined : { node, kind: 'creates', what: table };
}

/** `{ data: { balance: { decrement: n } } }` of Prisma, `{ $inc: { balance: -n } }` of MongoDB. */
function ofUpdate(call: tsMorph.ts.CallExpression): Write | undefined {
  for (const argument of call.arguments) {
    const options = plain(argument);
    const changed = member(options, 'data') ?? member(options, 'update') ?? member(options, '$inc');
    if (!changed || !ts.isObjectLiteralExpression(changed)) continue;
    for (const property of changed.properties) {
      const what = property.name && textOfName(property.name);
      if (!ts.isPropertyAssignment(property) || what === undefined) continue;
      const value = plain(property.initializer);
      if (member(value, 'decrement')) return { node: call, kind: 'takes', what };
      if (member(value, 'increment')) return { node: call, kind: 'adds', what };
      if (member(options, '$inc') === changed) {
        const takes = ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.MinusToken;
        return { node: call, kind: takes ? 'takes' : 'adds', what };
      }
    }
  }
  return undefined;
}

function member(object: ScriptNode, name: string): ScriptNode | undefined {
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  const found = object.properties.find((each) => each.name && textOfName(each.name) === name);
  return found && ts.isPropertyAssignment(found) ? plain(found.initializer) : undefined;
}

/** `from.balance -= amount`, `to.balance = to.balance + amount`. */
export function amountOf(node: tsMorph.ts.BinaryExpression): Write | undefined {
  if (!ts.isPropertyAccessExpression(node.left)) return undefined;
  const what = node.left.name.text;
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.PlusEqualsToken) return { node, kind: 'adds', what };
  if (kind === ts.SyntaxKind.MinusEqualsToken) return { node, kind: 'takes', what };
  if (kind !== ts.SyntaxKind.EqualsToken || !ts.isBinaryExpression(node.right)) return undefined;
  const { left, operatorToken } = node.right;
  if (!ts.isPropertyAccessExpression(left) || left.name.text !== what) return undefined;
  if (operatorToken.kind === ts.SyntaxKind.PlusToken) return { node, kind: 'adds', what };
  return operatorToken.kind === ts.SyntaxKind.MinusToken ? { node, kind: 'takes', what } : undefined;
}
