import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { sqlArgumentOf } from '../../../analysis/sql/sinks.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { areBranches, nameGiven } from './places.ts';
import { models } from './writes.ts';

/** Rows of one table that a call creates, changes or removes. */
export interface RowWrite {
  readonly node: ScriptNode;
  readonly change: 'creates' | 'changes' | 'removes';
  readonly table: string;
  /** The variable that holds the row, where it is an object that saves itself. */
  readonly saved?: string;
  /** The ids that it names: `userId`, `req.params.id`. */
  readonly ids: ReadonlySet<string>;
  /** All names that it reads. */
  readonly names: ReadonlySet<string>;
}

const changeOf: readonly (readonly [RowWrite['change'], RegExp])[] = [
  ['creates', /^(?:create|createMany|insert|insertOne|insertMany|insertInto|bulkCreate|save)$/],
  [
    'changes',
    /^(?:increment|decrement|update|updateOne|updateMany|findByIdAndUpdate|findOneAndUpdate|upsert)$/,
  ],
  ['removes', /^(?:delete|deleteOne|deleteMany|findByIdAndDelete|findOneAndDelete|destroy|del|remove)$/],
];
/** Calls that name the table: `db.collection('accounts')`, `supabase.from('orders')`. */
const namesTable = /^(?:from|collection|table|into|getRepository)$/;
const builder = /^(?:this\.)?(?:knex|db|database|conn|connection)$/;
const statement = /^\s*(?:(INSERT\s+INTO)|(UPDATE)|DELETE\s+FROM)\s+["'`]?([\w.]+)/i;
/** Rows about what happened, and rows that come and go, which may be missing. */
const aside =
  /log|audit|event|notif|histor|analytic|metric|view|session|token|cache|activit|stat|visit|queue|job|setting|config|preference/i;

/** What a call or a tagged SQL text writes, where it is known which table. */
export function rowWriteOf(node: ScriptNode, text: string): RowWrite | undefined {
  const found = ts.isTaggedTemplateExpression(node)
    ? ofSql(/^(?:sql|\$executeRaw)$/.test(lastName(node.tag) ?? '') ? node.template.getText() : '')
    : ts.isCallExpression(node)
      ? (ofSqlCall(node) ?? ofMethod(node, text))
      : undefined;
  if (!found || aside.test(found.table)) return undefined;
  const top = chainTop(node);
  return { ...found, node: top, ...namesIn([top, ...(found.more ?? [])]) };
}

type Found = Pick<RowWrite, 'change' | 'table' | 'saved'> & { readonly more?: readonly ScriptNode[] };

function ofSqlCall(call: tsMorph.ts.CallExpression): Found | undefined {
  const sql = sqlArgumentOf(call);
  const text = sql && plain(sql);
  if (!text || !(ts.isStringLiteralLike(text) || ts.isTemplateExpression(text))) return undefined;
  return ofSql(text.getText());
}

function ofSql(text: string): Found | undefined {
  const [, inserts, updates, table] = statement.exec(text.slice(1, 300)) ?? [];
  if (table === undefined) return undefined;
  return { change: inserts ? 'creates' : updates ? 'changes' : 'removes', table };
}

function ofMethod(call: tsMorph.ts.CallExpression, text: string): Found | undefined {
  if (!ts.isPropertyAccessExpression(call.expression)) return undefined;
  const method = call.expression.name.text;
  const change = changeOf.find(([, pattern]) => pattern.test(method))?.[0];
  if (!change) return undefined;
  const receiver = plain(call.expression.expression);
  const given = call.arguments[0] && plain(call.arguments[0]);
  // `db.insert(memberships)` of Drizzle.
  if (builder.test(receiver.getText().slice(0, 40)) && given && ts.isIdentifier(given))
    return { change, table: given.text };
  const table = tableBelow(receiver);
  if (table !== undefined) return { change, table };
  if (method === 'save' && !given) {
    // `new Order({ … })` that is saved.
    const made = ts.isIdentifier(receiver) ? heldBy(receiver)?.writes[0]?.value : undefined;
    return made && ts.isNewExpression(made) && ts.isIdentifier(made.expression)
      ? { change, table: made.expression.text, more: [made], saved: receiver.getText() }
      : undefined;
  }
  if (!given && change !== 'removes') return undefined;
  const isRepository =
    ts.isPropertyAccessExpression(receiver) &&
    receiver.expression.kind === ts.SyntaxKind.ThisKeyword &&
    /typeorm|mikro-orm/.test(text);
  const name = lastName(receiver);
  return name !== undefined && (isRepository || models.test(receiver.getText().slice(0, 80)))
    ? { change, table: name }
    : undefined;
}

/** The table that a chain of calls begins with: `knex('orders').where(…)`. */
function tableBelow(receiver: ScriptNode): string | undefined {
  let node = receiver;
  while (ts.isCallExpression(node)) {
    const [first] = node.arguments;
    const { expression } = node;
    const isNaming = ts.isPropertyAccessExpression(expression)
      ? namesTable.test(expression.name.text)
      : builder.test(expression.getText().slice(0, 40));
    if (isNaming && first && (ts.isStringLiteralLike(first) || ts.isIdentifier(first))) return first.text;
    if (!ts.isPropertyAccessExpression(expression)) return undefined;
    node = plain(expression.expression);
  }
  return undefined;
}

/** The whole chain that a call stands in: `….values({ … })`, `….where({ … }).del()`. */
function chainTop(node: ScriptNode): ScriptNode {
  let top = node;
  while (
    ts.isPropertyAccessExpression(top.parent) &&
    ts.isCallExpression(top.parent.parent) &&
    !/^(?:then|catch|finally)$/.test(top.parent.name.text)
  )
    top = top.parent.parent;
  return top;
}

function namesIn(nodes: readonly ScriptNode[]): Pick<RowWrite, 'ids' | 'names'> {
  const ids = new Set<string>();
  const names = new Set<string>();
  const waiting: ScriptNode[] = [...nodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const isName = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
    const last = isName ? lastName(node) : undefined;
    if (last !== undefined && /(?:^|_)id$|I[dD]$/.test(last)) ids.add(node.getText().replace(/\s/g, ''));
    if (ts.isIdentifier(node)) names.add(node.text);
    // Of `{ userId: user.id }` and `user.id` only what is read counts.
    if (ts.isPropertyAssignment(node)) waiting.push(node.initializer);
    else if (ts.isPropertyAccessExpression(node)) waiting.push(node.expression);
    else ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return { ids, names };
}

/** Two writes to two tables of which one names what the other wrote, or both name the same row. */
export function belongingIn(
  rows: readonly RowWrite[],
): { readonly first: RowWrite; readonly second: RowWrite } | undefined {
  for (const [index, second] of rows.entries()) {
    for (const first of rows.slice(Math.max(0, index - 5), index)) {
      if (isSameTable(first.table, second.table) || areBranches(first.node, second.node)) continue;
      if (first.change === 'changes' && second.change === 'changes') continue;
      const given = first.saved ?? nameGiven(first.node);
      const isNamed = given !== undefined && second.names.has(given);
      if (isNamed || [...second.ids].some((id) => first.ids.has(id))) return { first, second };
    }
  }
  return undefined;
}

const isSameTable = (first: string, second: string): boolean => {
  const plainly = (name: string) => name.toLowerCase().replace(/(?:repository|repo|model)$|s$/g, '');
  return plainly(first) === plainly(second);
};
