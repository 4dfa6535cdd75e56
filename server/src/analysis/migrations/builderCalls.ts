import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import type { Place } from '../../model/index.ts';
import { lastName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import { chainOf, readTable } from './knexTable.ts';
import type { Column, CreateTable, Operation } from './operations.ts';
import {
  columnOfValue,
  type Definition,
  definitionOfObject,
  definitionOfTable,
  objectOf,
  referenceIn,
  typeormColumn,
} from './scriptColumns.ts';
import { propertyOf, tableIn, textIn } from './scriptTexts.ts';

type PlaceOf = (start: number, end: number) => Place;
type Call = tsMorph.ts.CallExpression;

/** What a call does that names a table: of Knex, Sequelize, TypeORM, node-pg-migrate or Kysely. */
export function* readBuilderCall(call: Call, name: string, placeOf: PlaceOf): Iterable<Operation> {
  if (!ts.isPropertyAccessExpression(call.expression)) return;
  if (/^(?:del|delete|truncate)$/.test(name)) yield* readEmptying(call, name, placeOf);
  const table = tableIn(call.arguments[0]);
  const start = call.expression.name.getStart();
  if (table === undefined) return;
  const receiver = call.expression.expression;
  const place = placeOf(
    ts.isIdentifier(receiver) || ts.isPropertyAccessExpression(receiver) ? call.getStart() : start,
    call.end,
  );
  const base = { table, place, conditional: false };
  const [, second, third] = call.arguments.map(plain);
  if (/^createTable(?:IfNotExists)?$/.test(name)) yield* readCreate(call, base, name.endsWith('Exists'));
  else if (/^dropTable(?:IfExists)?$/.test(name))
    yield { ...base, kind: 'dropTable', conditional: name.endsWith('IfExists') };
  else if (name === 'renameTable') {
    const to = tableIn(second);
    if (to !== undefined) yield { ...base, kind: 'renameTable', to };
  } else if (name === 'table' || name === 'alterTable') yield* readAlter(call, base, placeOf);
  else if (/^(?:addColumns?|removeColumn|dropColumns?|renameColumn|changeColumn|alterColumn)$/.test(name))
    yield* readColumnCall(name, base, second, third);
  else if (
    /^(?:addIndex|createIndex|addConstraint|createForeignKey|addForeignKey|createTrigger|createPolicy)$/.test(
      name,
    )
  ) {
    yield { ...base, kind: 'use' };
    const to =
      tableIn(propertyOf(objectOf(second ?? call), 'references', 'referencedTableName')) ??
      referenceIn(second ?? call);
    if (to !== undefined) yield { ...base, kind: 'reference', to };
  } else if (name === 'clearTable') yield { ...base, kind: 'empty', how: 'TRUNCATE' };
  else if (name === 'bulkDelete') {
    const all =
      !second ||
      second.kind === ts.SyntaxKind.NullKeyword ||
      (ts.isObjectLiteralExpression(second) && second.properties.length === 0);
    if (all) yield { ...base, kind: 'empty', how: 'DELETE' };
  }
}

type Base = Pick<CreateTable, 'table' | 'place' | 'conditional'>;

function* readCreate(call: Call, base: Base, guarded: boolean): Iterable<Operation> {
  const [first, second, third] = call.arguments.map(plain);
  let definition: Definition = { columns: undefined, references: [], keyed: true };
  if (second && (ts.isArrowFunction(second) || ts.isFunctionExpression(second)))
    definition = definitionOfCallback(second);
  else if (second && ts.isObjectLiteralExpression(second)) definition = definitionOfObject(second);
  else if (first && (ts.isNewExpression(first) || ts.isObjectLiteralExpression(first)))
    definition = definitionOfTable(objectOf(first));
  const chained = chainOf(call).some(({ name }) => name === 'ifNotExists');
  const asked =
    second?.kind === ts.SyntaxKind.TrueKeyword ||
    propertyOf(third, 'ifNotExists')?.kind === ts.SyntaxKind.TrueKeyword;
  yield {
    ...base,
    kind: 'createTable',
    ifNotExists: guarded || chained || asked,
    written: '',
    copies: [],
    ...definition,
    references: definition.references.filter((each) => each !== base.table),
  };
}

function definitionOfCallback(
  callback: tsMorph.ts.ArrowFunction | tsMorph.ts.FunctionExpression,
): Definition {
  const items = [...readTable(callback)];
  const isWhole = items.every(({ kind }) => kind !== 'unknown');
  return {
    columns: isWhole ? items.flatMap((item) => (item.kind === 'column' ? item.column : [])) : undefined,
    references: items.flatMap((item) => ('references' in item ? item.references : [])),
    keyed: !isWhole || items.some(({ kind }) => kind === 'key'),
  };
}

function* readAlter(call: Call, base: Base, placeOf: PlaceOf): Iterable<Operation> {
  const callback = call.arguments[1] && plain(call.arguments[1]);
  if (!callback) return void (yield* readKysely(call, base, placeOf));
  if (!ts.isArrowFunction(callback) && !ts.isFunctionExpression(callback)) return;
  yield { ...base, kind: 'use' };
  for (const item of readTable(callback)) {
    const own = { ...base, place: placeOf(item.node.getStart(), item.node.end) };
    if (item.kind === 'drop') yield { ...own, kind: 'dropColumn', name: item.name };
    else if (item.kind === 'rename') yield { ...own, kind: 'renameColumn', name: item.name, to: item.to };
    else if (item.kind === 'setNotNull')
      yield { ...own, kind: 'setNotNull', name: item.name, restated: false };
    else if (item.kind === 'column') {
      const { column } = item;
      if (!item.alters) yield { ...own, kind: 'addColumn', column, ifNotExists: false };
      else {
        yield {
          ...own,
          kind: 'changeType',
          name: column.name,
          type: column.type,
          mapped: false,
          restated: item.restates,
        };
        if (column.notNull && !column.filled)
          yield { ...own, kind: 'setNotNull', name: column.name, restated: column.type.includes('(') };
      }
    }
    if ('references' in item) for (const to of item.references) yield { ...own, kind: 'reference', to };
  }
}

/** `db.schema.alterTable('users').dropColumn('age')`. */
function* readKysely(call: Call, base: Base, placeOf: PlaceOf): Iterable<Operation> {
  const chain = chainOf(call);
  if (chain.length === 0) return;
  yield { ...base, kind: 'use' };
  for (const { name, call: each } of chain) {
    const own = { ...base, place: placeOf(call.getStart(), each.end) };
    const column = textIn(each.arguments[0])?.toLowerCase();
    if (column === undefined) continue;
    if (name === 'dropColumn') yield { ...own, kind: 'dropColumn', name: column };
    if (name === 'renameColumn')
      yield { ...own, kind: 'renameColumn', name: column, to: textIn(each.arguments[1]) ?? '' };
    if (name === 'renameTo') yield { ...own, kind: 'renameTable', to: column };
    if (name === 'addColumn') {
      const rules = each.arguments[2]?.getText() ?? '';
      const added: Column = {
        name: column,
        type: textIn(each.arguments[1]) ?? '',
        notNull: rules.includes('notNull'),
        filled: rules.includes('defaultTo'),
      };
      yield { ...own, kind: 'addColumn', column: added, ifNotExists: false };
    }
  }
}

function* readColumnCall(
  name: string,
  base: Base,
  second: ScriptNode | undefined,
  third: ScriptNode | undefined,
): Iterable<Operation> {
  if (!second || isOnBuilder(name, second, third)) return;
  yield { ...base, kind: 'use' };
  const column = (
    ts.isObjectLiteralExpression(objectOf(second))
      ? textIn(propertyOf(objectOf(second), 'name'))
      : textIn(second)
  )?.toLowerCase();
  if (name === 'renameColumn') {
    const to = third && tableIn(third);
    if (column !== undefined && to !== undefined) yield { ...base, kind: 'renameColumn', name: column, to };
  } else if (/^(?:remove|drop)/.test(name)) {
    const many = ts.isArrayLiteralExpression(second) ? second.elements : [second];
    for (const each of many) {
      const dropped = textIn(each)?.toLowerCase();
      if (dropped !== undefined) yield { ...base, kind: 'dropColumn', name: dropped };
    }
  } else if (name === 'addColumns' && ts.isObjectLiteralExpression(second)) {
    for (const each of definitionOfObject(second).columns ?? [])
      yield { ...base, kind: 'addColumn', column: each, ifNotExists: false };
    for (const to of definitionOfObject(second).references) yield { ...base, kind: 'reference', to };
  } else if (column !== undefined && third) {
    const value = columnOfValue(column, objectOf(third));
    if (name === 'addColumn') yield { ...base, kind: 'addColumn', column: value, ifNotExists: false };
    else {
      if (value.type !== '')
        yield {
          ...base,
          kind: 'changeType',
          name: column,
          type: value.type,
          mapped: false,
          restated: isRestated(third),
        };
      if (value.notNull && !value.filled)
        yield { ...base, kind: 'setNotNull', name: column, restated: value.type.includes('(') };
    }
    const to = referenceIn(third);
    if (to !== undefined) yield { ...base, kind: 'reference', to };
  } else if (column !== undefined && ts.isNewExpression(second) && name === 'addColumn') {
    yield { ...base, kind: 'addColumn', column: typeormColumn(column, objectOf(second)), ifNotExists: false };
  }
}

/** `alterTable('users').addColumn('age', 'integer')` of Kysely names a column first, not a table. */
const isOnBuilder = (name: string, second: ScriptNode, third: ScriptNode | undefined): boolean =>
  name === 'addColumn' &&
  ts.isStringLiteralLike(second) &&
  (third === undefined || ts.isArrowFunction(third));

/** `knex('sessions').del()`: all rows, where nothing chooses among them. */
function* readEmptying(call: Call, name: string, placeOf: PlaceOf): Iterable<Operation> {
  if (call.arguments.length > 0 || !ts.isPropertyAccessExpression(call.expression)) return;
  const receiver = call.expression.expression;
  if (!ts.isCallExpression(receiver)) return;
  const source = lastName(receiver.expression) ?? '';
  const table = tableIn(receiver.arguments[0]);
  const names = ts.isIdentifier(receiver.expression) || /^(?:from|table|into)$/.test(source);
  if (table === undefined || !names) return;
  const how = name === 'truncate' ? 'TRUNCATE' : 'DELETE';
  yield { kind: 'empty', how, table, place: placeOf(call.getStart(), call.end), conditional: false };
}

/** Sequelize wants the type with whatever else is to change. */
const isRestated = (options: ScriptNode): boolean =>
  ts.isObjectLiteralExpression(options) && options.properties.length > 1;
