import type * as tsMorph from 'ts-morph';
import { ts } from '../../languages/script.ts';
import { lastName, textOfName } from '../namedValue.ts';

/** Methods and functions of database drivers that take SQL as text. */
const takers =
  /^(?:query|execute|raw|unsafe|all|run|get|each|exec|prepare|any|one|oneOrNone|many|manyOrNone|none|result|multi|queryRaw|executeRaw|executeMultiple|queryAsync|executeAsync|runAsync|getAsync|allAsync|execAsync|prepareStatement)$/;
/** The project's own around them: `runQuery`, `executeSql`, `dbQuery`. */
const wrappers =
  /^(?:run|exec|execute|do|db|send|fetch|perform|raw|my|pg|mysql|sqlite)_?(?:sql|query|queries|statement)$/i;

/** A connection that is a function: `db('SELECT …')`. */
const databases = /^(?:db|database|con|conn|connection|pool)$/;

/** Under what name an object holds the text: `client.query({ text, values })`. */
const properties = /^(?:text|sql|query)$/;

/** The expression that a call hands to a database as SQL; undefined where it is no such call. */
export function sqlArgumentOf(call: tsMorph.ts.CallExpression): tsMorph.ts.Expression | undefined {
  const name = lastName(call.expression) ?? '';
  const isDatabase = ts.isIdentifier(call.expression) && databases.test(name);
  if (!takers.test(name) && !wrappers.test(name) && !isDatabase) return undefined;
  const [first] = call.arguments;
  if (!first || !ts.isObjectLiteralExpression(first)) return first;
  for (const property of first.properties) {
    if (!property.name || !properties.test(textOfName(property.name) ?? '')) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
  }
  return undefined;
}
