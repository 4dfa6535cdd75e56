import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { lastName, textOfName } from '../namedValue.ts';
import { isSecretName, nameWords } from './naming.ts';
import { placeholder } from './placeholders.ts';
import { harmlessShape } from './shapes.ts';

/** Calls that open a connection with the user and the password they are given. */
const openers =
  /^(?:create(?:Connection|Pool|PoolCluster|Transport|Client|DataSource)|(?:get)?Connection|connect|Pool|Client|Sequelize|[kK]nex|(?:IO)?Redis|Cluster|MongoClient|DataSource|ConnectionPool|forRoot|mysql|pg|postgres)$/;
/** Calls that do so where they are given a user as well: a form has them too. */
const logins = /^(?:login|signIn|authenticate)$/;
/** What stands beside a password only where a connection is described. */
const places = /^(?:host|hostname|server|port|database|db|dbname|dialect|service|connectString|remotePath)$/;
/** Words of a text that is there to be replaced. */
const hole =
  /your|example|sample|placeholder|replace|insert|enter|change|here|todo|fixme|xxx|dummy|fake|optional|required/i;

/** Whether a property gives the password of a connection: an option of a call that opens one, or beside a host. */
export function isConnectionPassword(property: tsMorph.ts.PropertyAssignment): boolean {
  if (isSecretName(textOfName(property.name) ?? '') !== 'password') return false;
  const { parent } = property;
  return parent.properties.some(isPlace) || opensConnection(parent);
}

/** `host: 'db1'`, `port`; not `host: 'Host'`, which a label is. */
function isPlace(property: tsMorph.ts.ObjectLiteralElementLike): boolean {
  const name = property.name && textOfName(property.name);
  if (name === undefined || !places.test(name)) return false;
  if (!ts.isPropertyAssignment(property)) return true;
  const value = property.initializer;
  if (!ts.isStringLiteralLike(value)) return !ts.isObjectLiteralExpression(value);
  return !isNameOf(name, value.text) && !/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|\s/.test(value.text);
}

const isNameOf = (name: string, text: string): boolean =>
  nameWords(text).join('') === nameWords(name).join('');

/** Whether an object is handed to such a call, or is the `auth` or `connection` of what is. */
function opensConnection(object: ScriptNode): boolean {
  let node = object;
  for (let hops = 0; hops < 3 && ts.isPropertyAssignment(node.parent); hops++) node = node.parent.parent;
  const call = node.parent;
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return false;
  const callee = lastName(call.expression) ?? '';
  return openers.test(callee) || (logins.test(callee) && namesUser(object));
}

const namesUser = (object: ScriptNode): boolean =>
  ts.isObjectLiteralExpression(object) &&
  object.properties.some(
    (each) =>
      ts.isPropertyAssignment(each) &&
      /^(?:user|username|email|login)$/i.test(textOfName(each.name) ?? '') &&
      ts.isStringLiteralLike(each.initializer),
  );

/** `new Sequelize('shop', 'root', '…')`, `client.bind('cn=admin', '…')` */
export function isPasswordArgument(callee: string, given: readonly ScriptNode[], index: number): boolean {
  if (callee === 'Sequelize') return index === 2;
  const [first] = given;
  return (
    callee === 'bind' &&
    index === 1 &&
    first !== undefined &&
    ts.isStringLiteralLike(first) &&
    /^(?:cn|uid|ou|dc)=/i.test(first.text)
  );
}

/** Whether a text is what a connection would be opened with: also `password`, but not `your-password`. */
export function opensAsIs(text: string): boolean {
  const kind = placeholder(text);
  if (text.length < 3 || text.length > 128 || (kind !== undefined && kind !== 'fill-in') || hole.test(text))
    return false;
  if (/^[<[({%]|\s|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^Password$/.test(text)) return false;
  const shape = harmlessShape(text);
  return shape === undefined || shape === 'a number';
}
