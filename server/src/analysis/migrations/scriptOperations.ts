import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { readSql } from '../../languages/sql.ts';
import type { Place } from '../../model/index.ts';
import { heldBy } from '../constants.ts';
import { isFunction } from '../functions.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import { readBuilderCall } from './builderCalls.ts';
import type { Operation } from './operations.ts';
import { hole, textIn } from './scriptTexts.ts';
import { operationsOf } from './sqlOperations.ts';

type PlaceOf = (start: number, end: number) => Place;

/** Calls that ask what is already there: what follows them is done only where it is missing. */
const asks =
  /^(?:hasTable|hasColumn|tableExists|columnExists|showAllTables|describeTable|getTable|isTableExists)$/;
/** Calls that are handed SQL. */
const takesSql =
  /^(?:query|raw|sql|addSql|execute|exec|unsafe|run|executeSql|\$executeRawUnsafe|\$queryRawUnsafe|none|batch)$/;
/** Calls that carry rows on, or read them to do so. */
const carries =
  /^(?:select|update|insert|bulkInsert|bulkUpdate|batchInsert|upsert|save|updateMany|insertMany)$/;

/** What the forward functions of a migration do, in the order of the text. */
export function operationsInScript(ups: readonly ScriptNode[], placeOf: PlaceOf): readonly Operation[] {
  const operations: Operation[] = [];
  const seen = new Set<ScriptNode>(ups);
  for (const up of ups) {
    const calls = callsIn(up, seen);
    const looks = calls.some(
      (call) => ts.isCallExpression(call) && asks.test(lastName(call.expression) ?? ''),
    );
    for (const call of calls) {
      const conditional = looks || isConditional(call, up);
      for (const each of readCall(call, placeOf)) {
        if (!each.table.includes(hole)) operations.push(conditional ? { ...each, conditional } : each);
      }
    }
  }
  return operations;
}

type Call = tsMorph.ts.CallExpression | tsMorph.ts.TaggedTemplateExpression;

/** All calls in the order in which they run, and those in functions of the file that are called there. */
function callsIn(root: ScriptNode, seen: Set<ScriptNode>): readonly Call[] {
  const calls: Call[] = [];
  // A call runs after what it is put on: `schema.dropTable('a').dropTable('b')`.
  const waiting: { node: ScriptNode; done: boolean }[] = [{ node: root, done: false }];
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    const { node, done } = each;
    if (done) {
      calls.push(node as Call);
      const body = ts.isCallExpression(node) ? calledBy(node) : undefined;
      if (body && !seen.has(body) && seen.size < 50) {
        seen.add(body);
        waiting.push({ node: body, done: false });
      }
      continue;
    }
    if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) waiting.push({ node, done: true });
    const inner: ScriptNode[] = [];
    ts.forEachChild(node, (child) => {
      if (!isTableCallback(child)) inner.push(child);
    });
    for (const child of inner.reverse()) waiting.push({ node: child, done: false });
  }
  return calls;
}

/** The function of the same file, or method of the same class, that a call runs. */
function calledBy({ expression }: tsMorph.ts.CallExpression): ScriptNode | undefined {
  if (ts.isPropertyAccessExpression(expression) && expression.expression.kind === ts.SyntaxKind.ThisKeyword) {
    let owner: ScriptNode | undefined = expression;
    while (owner && !ts.isClassLike(owner)) owner = owner.parent;
    return owner?.members.find(
      (member) => ts.isMethodDeclaration(member) && textOfName(member.name) === expression.name.text,
    );
  }
  const held = ts.isIdentifier(expression) ? heldBy(expression) : undefined;
  const body = held && (isFunction(held.declaration) ? held.declaration : held.writes[0]?.value);
  return body && isFunction(body) ? body : undefined;
}

/** What stands in `createTable('users', (table) => { … })` is read with the call. */
const isTableCallback = (node: ScriptNode): boolean =>
  isFunction(node) &&
  ts.isCallExpression(node.parent) &&
  /^(?:createTable|createTableIfNotExists|table|alterTable)$/.test(lastName(node.parent.expression) ?? '');

function isConditional(call: ScriptNode, up: ScriptNode): boolean {
  for (let node = call; node !== up && node.parent; node = node.parent) {
    const { parent } = node;
    if (ts.isIfStatement(parent) && node !== parent.expression) return true;
    if (ts.isConditionalExpression(parent) && node !== parent.condition) return true;
    if (ts.isCatchClause(parent) || ts.isCaseClause(parent)) return true;
    if (
      ts.isBinaryExpression(parent) &&
      node === parent.right &&
      parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    )
      return true;
    // `if (done) return;` before it.
    if (
      ts.isBlock(parent) &&
      parent.statements.some(
        (each) => each.end <= node.pos && ts.isIfStatement(each) && leaves(each.thenStatement),
      )
    )
      return true;
  }
  return false;
}

const leaves = (statement: ScriptNode): boolean =>
  ts.isReturnStatement(statement) ||
  (ts.isBlock(statement) && statement.statements.some((each) => ts.isReturnStatement(each)));

function* readCall(call: Call, placeOf: PlaceOf): Iterable<Operation> {
  if (ts.isTaggedTemplateExpression(call)) {
    if (/^(?:sql|\$executeRaw|\$queryRaw|query)$/.test(lastName(call.tag) ?? ''))
      yield* readText(call.template, placeOf);
    return;
  }
  const name = lastName(call.expression) ?? '';
  const [first] = call.arguments;
  if (takesSql.test(name) && first && textIn(first) !== undefined) yield* readText(first, placeOf);
  else if (carries.test(name)) {
    yield {
      kind: 'write',
      table: '',
      mentions: ['*'],
      place: placeOf(call.getStart(), call.end),
      conditional: false,
    };
  } else yield* readBuilderCall(call, name, placeOf);
}

/** The statements in a text; at their own places where the text stands there letter by letter. */
function* readText(node: ScriptNode, placeOf: PlaceOf): Iterable<Operation> {
  const text = textIn(node) ?? '';
  const value = plain(node);
  const start = value.getStart();
  const isWritten = value.getText().slice(1, -1) === text;
  const whole = placeOf(start, value.end);
  for (const statement of readSql(text).statements) {
    yield* operationsOf(statement, (from, to) =>
      isWritten ? placeOf(start + 1 + from, start + 1 + to) : whole,
    );
  }
}
