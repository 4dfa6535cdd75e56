import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { type FunctionWithBody, isFunction } from '../functions.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';

/** Methods and functions of database drivers that take SQL as text. */
const takers =
  /^(?:query|execute|raw|unsafe|all|run|get|each|exec|prepare|any|one|oneOrNone|many|manyOrNone|none|result|multi|queryRaw|executeRaw|executeMultiple|queryAsync|executeAsync|runAsync|getAsync|allAsync|execAsync|getAllAsync|getFirstAsync|getEachAsync|prepareStatement|executeStatement|batchExecuteStatement|createQueryJob|startQueryExecution|queryStream|createQueryStream|stream|sql)$/;
/** The project's own around them: `runQuery`, `executeSql`, `dbQuery`. */
const wrappers =
  /^(?:run|exec|execute|do|db|send|fetch|perform|raw|my|pg|mysql|sqlite)_?(?:sql|query|queries|statement)$/i;
/** Commands of AWS that hold the text. */
const commands = /^(?:BatchExecuteStatement|ExecuteStatement|StartQueryExecution|ExecuteSql)Command$/;

/** A connection that is a function: `db('SELECT …')`. */
const databases = /^(?:db|database|con|conn|connection|pool|sql)$/;

/** Under what name an object holds the text: `client.query({ text, values })`. */
const properties = /^(?:text|sql|query|statement|sqlText|QueryString|Statement)$/;

type Call = tsMorph.ts.CallExpression | tsMorph.ts.NewExpression;

/** The expression that a call hands to a database as SQL; undefined where it is no such call. */
export function sqlArgumentOf(call: Call): tsMorph.ts.Expression | undefined {
  const name = lastName(call.expression) ?? '';
  const [first, second] = call.arguments ?? [];
  if (ts.isNewExpression(call)) return commands.test(name) ? first && textIn(first) : undefined;
  // Functions of the database that run what they are handed: `rpc('exec_sql', { sql })`.
  if (name === 'rpc') return second && ts.isObjectLiteralExpression(second) ? textIn(second) : undefined;
  const isDatabase = ts.isIdentifier(call.expression) && databases.test(name);
  if (takers.test(name) || wrappers.test(name) || isDatabase) return first && textIn(first);
  return ts.isIdentifier(call.expression) ? handedOn(call.expression, call) : undefined;
}

/** What an argument is, or the text that its options hold. */
function textIn(argument: tsMorph.ts.Expression): tsMorph.ts.Expression | undefined {
  const options = ts.isIdentifier(argument) ? objectOf(argument) : argument;
  if (!options || !ts.isObjectLiteralExpression(options)) return argument;
  for (const property of options.properties) {
    if (!property.name || !properties.test(textOfName(property.name) ?? '')) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
  }
  return undefined;
}

function objectOf(name: tsMorph.ts.Identifier): tsMorph.ts.Expression | undefined {
  const held = heldBy(name);
  const only = held?.writes.length === 1 ? held.writes[0] : undefined;
  return only && ts.isObjectLiteralExpression(only.value) ? only.value : undefined;
}

const handing = new WeakMap<ScriptNode, number>();

/** The argument that a function of the file hands on to a database: `const q = (sql) => db.query(sql)`. */
function handedOn(
  callee: tsMorph.ts.Identifier,
  call: tsMorph.ts.CallExpression,
): tsMorph.ts.Expression | undefined {
  const made = call.arguments.some(
    (each) => ts.isTemplateExpression(each) || ts.isBinaryExpression(each) || ts.isIdentifier(each),
  );
  const held = made ? heldBy(callee) : undefined;
  const value = held?.writes[0]?.value ?? held?.declaration;
  const owner = value && plain(value);
  if (!owner || !isFunction(owner)) return undefined;
  let index = handing.get(owner);
  if (index === undefined) {
    index = parameterHandedOn(owner);
    handing.set(owner, index);
  }
  return call.arguments[index];
}

function parameterHandedOn({ parameters, body }: FunctionWithBody): number {
  const names = parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : ''));
  const waiting: ScriptNode[] = body ? [body] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [first] = node.arguments;
      const isSql = /^(?:query|execute|raw|unsafe|prepare|exec)$/.test(node.expression.name.text);
      const index = isSql && first && ts.isIdentifier(first) ? names.indexOf(first.text) : -1;
      if (index >= 0) return index;
    }
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return -1;
}

/** What a connection is called: only then is a whole text that was sent meant as SQL. */
const connections =
  /^(?:db|database|pool|client|connection|conn|con|knex|sequelize|pg|pgClient|mysql|sqlite|sql|trx|tx|prisma|dataSource|queryRunner|entityManager|manager|DB|pgPool|mysqlPool)$/;

/** Whether a call runs what it is handed as SQL, whatever the text says. */
export function runsAnySql(call: Call): boolean {
  const callee = plain(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  if (!/^(?:query|execute|raw|unsafe|exec|prepare|all|run|any|queryRaw|executeRaw)$/.test(callee.name.text))
    return false;
  return connections.test(lastName(plain(callee.expression)) ?? '');
}
