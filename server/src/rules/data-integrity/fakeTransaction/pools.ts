import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

const begins =
  /^(?:BEGIN|START)(?: TRANSACTION| WORK)?(?: (?:ISOLATION LEVEL|READ|IMMEDIATE|EXCLUSIVE|DEFERRED)[\w ,]*)?$/i;

/** Whether a text begins a transaction and does nothing else: what follows comes with other calls. */
export const beginsTransaction = (text: string): boolean =>
  text.length < 80 && begins.test(text.replace(';', '').trim());

/** Methods of what keeps many connections, under any name; each call may take another one. */
const manyConnections = /^(?:\$executeRaw|\$executeRawUnsafe|\$queryRaw|\$queryRawUnsafe)$/;
const poolName = /^_?(?:\w*pool|sequelize|knex|dataSource|appDataSource)$/i;

/** Whether a call goes to a pool, which takes whatever connection is free; `method` is the name that is called. */
export function goesToPool(receiver: ScriptNode, method: string): boolean {
  if (manyConnections.test(method)) return true;
  if (!/^(?:query|execute|raw|exec|queryAsync)$/.test(method)) return false;
  const node = plain(receiver);
  // `pool.promise().query(…)`, `getPool().query(…)`.
  if (ts.isCallExpression(node)) {
    const name = lastName(node.expression) ?? '';
    if (name === 'promise' && ts.isPropertyAccessExpression(node.expression))
      return goesToPool(node.expression.expression, method);
    return /^(?:get|create)\w*Pool$/.test(name);
  }
  if (ts.isIdentifier(node)) {
    const made = heldBy(node)?.writes[0]?.value;
    const value = made && plain(made);
    if (value) return isPool(value);
    // Handed in: its type says what it is.
    const declared = heldBy(node)?.declaration;
    if (declared && ts.isParameter(declared) && declared.type) return /\bPool$/.test(declared.type.getText());
  }
  return poolName.test(lastName(node) ?? '');
}

/** `new Pool()`, `mysql.createPool()`; one that holds a single connection is none. */
function isPool(value: ScriptNode): boolean {
  if (ts.isNewExpression(value))
    return (
      /^(?:Pool|Sequelize|DataSource)$/.test(lastName(value.expression) ?? '') && !holdsOne(value.arguments)
    );
  if (!ts.isCallExpression(value)) return false;
  const name = lastName(value.expression) ?? '';
  if (name === 'promise' && ts.isPropertyAccessExpression(value.expression))
    return isPool(plain(value.expression.expression)) || goesToPool(value.expression.expression, 'query');
  return /^(?:createPool|knex)$/.test(name) && !holdsOne(value.arguments);
}

const holdsOne = (args: tsMorph.ts.NodeArray<tsMorph.ts.Expression> | undefined): boolean =>
  args?.some((each) => /\b(?:max|connectionLimit)\s*:\s*1\b/.test(each.getText())) === true;
