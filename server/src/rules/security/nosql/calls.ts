import type * as tsMorph from 'ts-morph';
import { lastName } from '../../../analysis/namedValue.ts';
import { propertyOf } from '../../../analysis/routes/syntax.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Methods of MongoDB's driver and of Mongoose that take a filter, and which of their arguments it is. */
const own =
  /^(?:findOneAnd(?:Update|Delete|Replace|Remove)|findAndModify|updateOne|updateMany|deleteOne|deleteMany|replaceOne|countDocuments|aggregate)$/;
/** The same, with names that others use as well. */
const shared = /^(?:find|findOne|exists|update|remove|count|where|match|distinct|or|and|nor)$/;
/** Of these nothing but what they are called on tells that a database of documents is meant. */
const vague = /^(?:update|remove|count|where|match|distinct|or|and|nor)$/;

/** The filter that a call hands to a database of documents; undefined where it is no such call. */
export function filterOf(
  call: tsMorph.ts.CallExpression,
  dependencies: ReadonlySet<string>,
): ScriptNode | undefined {
  const callee = plain(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const name = callee.name.text;
  const isOwn = own.test(name);
  if (!isOwn && !shared.test(name)) return undefined;
  const filter = call.arguments[name === 'distinct' ? 1 : 0];
  if (!filter) return undefined;
  const { receiver, chain } = receiverOf(callee.expression);
  if (!isOwn) {
    if (/^(?:_|\$|lodash|ld|axios|http|api|client|fetch|z)$/.test(receiver)) return undefined;
    if (isOfAnother(call) || !mayUseDocuments(call, dependencies)) return undefined;
    const looksLikeModel = chain || /^[A-Z]|(?:[mM]odel|[cC]ollection|coll)$/.test(receiver);
    const looksLikeDatabase = /^(?:db|database|mongo)$/.test(receiver);
    if (vague.test(name) ? !looksLikeModel : looksLikeDatabase || /repo(?:sitory)?$/i.test(receiver))
      return undefined;
  }
  // Sequelize, TypeORM and Prisma: `{ where: … }`.
  if (call.arguments.some((each) => propertyOf(plain(each), 'where') !== undefined)) return undefined;
  return filter;
}

/** The last name of what a call is made on, and whether it stands in a chain that begins with a collection. */
function receiverOf(expression: ScriptNode): { readonly receiver: string; readonly chain: boolean } {
  let node = plain(expression);
  for (let links = 0; links < 8 && ts.isCallExpression(node); links++) {
    const callee = plain(node.expression);
    const name = lastName(callee) ?? '';
    if (/^(?:collection|model|getCollection|getModel)$/.test(name)) return { receiver: name, chain: true };
    if (!ts.isPropertyAccessExpression(callee)) return { receiver: name, chain: false };
    node = plain(callee.expression);
  }
  const inDatabase =
    ts.isPropertyAccessExpression(node) && /^(?:db|database|mongo)$/.test(lastName(node.expression) ?? '');
  return { receiver: lastName(node) ?? '', chain: inDatabase };
}

const documentPackages =
  /^(?:mongodb|mongoose|monk|mongojs|mongoist|papr|@typegoose\/typegoose|@nestjs\/mongoose|@fastify\/mongodb|@adminjs\/mongoose)$/;

/** Whether the package, where one is known, has anything to do with MongoDB. */
const mayUseDocuments = (node: ScriptNode, dependencies: ReadonlySet<string>): boolean =>
  dependencies.size === 0 ||
  [...dependencies].some((each) => documentPackages.test(each)) ||
  /\bmong(?:o|oose)\b|['"]mongo/i.test(node.getSourceFile().text);

const others = /\b(?:sequelize|typeorm|knex|objection|prisma|drizzle|kysely|supabase|mikro-orm|waterline)\b/i;
const known = new WeakMap<ScriptNode, boolean>();

/** Whether the file speaks of a library for relational databases, and of none for documents. */
function isOfAnother(node: ScriptNode): boolean {
  const file = node.getSourceFile();
  let result = known.get(file);
  if (result === undefined) {
    result = others.test(file.text) && !/mongo/i.test(file.text);
    known.set(file, result);
  }
  return result;
}
