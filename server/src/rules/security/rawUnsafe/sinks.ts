import type * as tsMorph from 'ts-morph';
import { lastName } from '../../../analysis/namedValue.ts';
import { resultOf } from '../../../analysis/sql/expressions.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { ts } from '../../../languages/script.ts';

/** A text that a call puts into SQL as it is. */
export interface RawSql {
  readonly argument: tsMorph.ts.Expression;
  /**
   * `statement`: Prisma's `$queryRawUnsafe`; `fragment`: a part of SQL, such as that of `whereRaw` and `literal`;
   * `condition`: what query builders take beside other forms; `filter`: the filter language of PostgREST.
   */
  readonly kind: 'statement' | 'fragment' | 'condition' | 'filter';
}

const statements = /^\$(?:queryRawUnsafe|executeRawUnsafe|queryRaw|executeRaw)$/;
const fragments =
  /^(?:(?:and|or)?[wW]here(?:Not)?Raw|orderByRaw|havingRaw|(?:and|or)HavingRaw|groupByRaw|joinRaw|fromRaw|withRaw|selectRaw|literal|raw|unsafe)$/;
const conditions =
  /^(?:where|andWhere|orWhere|having|andHaving|orHaving|innerJoin|leftJoin|innerJoinAndSelect|leftJoinAndSelect)$/;
/** Of TypeORM; what others give these names put quotes around names. */
const names = /^(?:orderBy|addOrderBy|groupBy|addGroupBy|select|addSelect)$/;

/** What a call puts into SQL as it is; undefined for all others. */
export function rawSqlOf(call: tsMorph.ts.CallExpression): RawSql | undefined {
  const callee = plain(call.expression);
  const name = lastName(callee) ?? '';
  const [first] = call.arguments;
  if (!first) return undefined;
  if (statements.test(name)) return { argument: first, kind: 'statement' };
  if (fragments.test(name)) return isText(call, name) ? undefined : { argument: first, kind: 'fragment' };
  if (name === 'Raw' && ts.isIdentifier(callee)) {
    // TypeORM: `Raw((alias) => …)`.
    const result = resultOf(plain(first)) ?? first;
    return { argument: result, kind: 'fragment' };
  }
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  if (name === 'or') return { argument: first, kind: 'filter' };
  // Supabase: `.filter('id', 'in', `(${ids})`)`, whose values are text of the same language.
  const [, operator, value] = call.arguments;
  if (name === 'filter' && value && operator && ts.isStringLiteralLike(operator))
    return { argument: value, kind: 'filter' };
  const isName = names.test(name) && /createQueryBuilder|typeorm/.test(call.getSourceFile().text);
  if (!isName && !conditions.test(name)) return undefined;
  const isJoin = /Join/.test(name);
  const argument = isJoin ? call.arguments[2] : first;
  return argument && { argument, kind: 'condition' };
}

/** `z.literal('a')`, `String.raw`, `t.unsafe`: names that others use as well. */
function isText(call: tsMorph.ts.CallExpression, name: string): boolean {
  if (name !== 'literal' && name !== 'raw' && name !== 'unsafe') return false;
  const callee = plain(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return name !== 'raw' && name !== 'literal';
  const owner = lastName(plain(callee.expression)) ?? '';
  if (
    /^(?:z|zod|v|t|s|yup|joi|Type|String|express|bodyParser|html|htmlSafe|mustache|rdf|N3|DataFactory|factory)$/.test(
      owner,
    )
  )
    return true;
  return name === 'literal' && !/^(?:sequelize|Sequelize|db|models|sql|orm|database|Op)$/.test(owner);
}
