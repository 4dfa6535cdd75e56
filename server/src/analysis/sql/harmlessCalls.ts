import type * as tsMorph from 'ts-morph';
import { ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { lastName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import { resultOf, rootOf } from './expressions.ts';

type Expression = tsMorph.ts.Expression;

const numbers =
  /^(?:Number|parseInt|parseFloat|BigInt|Boolean|toFixed|indexOf|findIndex|getTime|valueOf|unix|toMillis|count|now|get(?:UTC)?(?:Time|FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds))$/;
const dates = /^(?:toISOString|toISODate|toSQL|toSQLDate|toUTCString|toDateString|format|formatISO)$/;
const ids = /^(?:randomUUID|uuid|uuidv[1-7]|v[1-7]|nanoid|cuid|createId|ulid|randomInt)$/;
/** Functions that make a text safe, or that say so: what they do can't be seen from here. */
const escaping =
  /escape|quote|sanitiz|ident(?:ifier)?$|literal$|safe|whitelist|allow(?:ed|list)|placeholder/i;
/** Text that stays harmless when it was. */
const keeping =
  /^(?:toLowerCase|toUpperCase|trim|trimStart|trimEnd|toString|slice|substring|substr|padStart|padEnd|repeat|join|filter|concat|split|flat|reverse|sort|keys|values|from|at|pop|shift|replace|replaceAll|String|Array|of|fill)$/;
/** Helpers of libraries that build SQL with parameters. */
const builders = /^(?:sql|Prisma|SQL|knex|pgp|mysql|SqlString|Math|Date)$/;

/** Whether what a call gives is harmless in SQL; `inner` tells it of the values that go into it. */
export function isHarmlessCall(
  node: tsMorph.ts.CallExpression,
  inner: (node: Expression) => boolean,
): boolean {
  const name = lastName(plain(node.expression)) ?? '';
  const root = rootOf(node);
  if (ts.isIdentifier(root) && builders.test(root.text) && !/^(?:raw|unsafe)$/.test(name)) return true;
  if (numbers.test(name) || dates.test(name) || ids.test(name) || escaping.test(name)) return true;
  const subject = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : undefined;
  const [first] = node.arguments;
  if (name === 'digest' || name === 'toString') {
    if (first && (ts.isNumericLiteral(first) || /^['"](?:hex|base64|base64url)['"]$/.test(first.getText())))
      return true;
  }
  if (/^replace(?:All)?$/.test(name) && first && replacesQuotes(first.getText())) return true;
  if (name === 'fill' && first) return inner(first);
  if (name === 'map' && first) return isHarmlessMapping(first, inner);
  if (!keeping.test(name)) return isHarmlessFunction(node.expression, inner);
  const fromSubject = subject && !/^(?:Object|Array|String)$/.test(subject.getText());
  return fromSubject ? inner(subject) : node.arguments.every(inner);
}

/** `x.replace(/'/g, "''")`, or all but letters and digits taken away. */
const replacesQuotes = (pattern: string): boolean =>
  (pattern.includes("'") && !/^'[^']*'$/.test(pattern)) || pattern.startsWith('/[^');

function isHarmlessMapping(callback: Expression, inner: (node: Expression) => boolean): boolean {
  if (ts.isIdentifier(callback)) return numbers.test(callback.text) || escaping.test(callback.text);
  if (ts.isPropertyAccessExpression(callback)) return escaping.test(callback.name.text);
  const result = resultOf(callback);
  return result !== undefined && (inner(result) || isParameterSign(result));
}

/** `` `$${index + 1}` ``, `` `:id${index}` `` */
const isParameterSign = (node: Expression): boolean =>
  ts.isTemplateExpression(node) && /^[($:@?][\w$:]*$/.test(node.head.text) && node.templateSpans.length === 1;

/** A function of the file that gives something harmless. */
function isHarmlessFunction(callee: Expression, inner: (node: Expression) => boolean): boolean {
  if (!ts.isIdentifier(callee)) return false;
  const held = heldBy(callee);
  if (!held) return false;
  const [write] = held.writes;
  const result = resultOf(
    write && ts.isVariableDeclaration(held.declaration) ? write.value : held.declaration,
  );
  return result !== undefined && inner(result);
}
