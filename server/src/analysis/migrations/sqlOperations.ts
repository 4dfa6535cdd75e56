import type { SqlStatement } from '../../languages/sql.ts';
import type { SqlToken } from '../../languages/sqlTokens.ts';
import type { Place } from '../../model/index.ts';
import type { Operation } from './operations.ts';
import { readClause } from './sqlAlter.ts';
import { columnsOf, isKeyed } from './sqlColumns.ts';
import { SqlReader } from './sqlReader.ts';

type PlaceOf = (start: number, end: number) => Place;

const modifiers = new Set(
  'or replace global local temp temporary unlogged external foreign virtual materialized recursive unique clustered nonclustered fulltext spatial constraint'.split(
    ' ',
  ),
);

/** What a statement does to tables and their rows; nothing for all that migrations do besides. */
export function* operationsOf(statement: SqlStatement, placeOf: PlaceOf): Iterable<Operation> {
  const reader = new SqlReader(statement.tokens);
  const place = placeOf(statement.start, statement.end);
  const first = reader.next.kind === 'word' ? reader.next.value : '';
  reader.at++;
  if (first === 'create') yield* readCreate(reader, place);
  else if (first === 'alter' && reader.take('table')) yield* readAlterTable(reader, place, placeOf);
  else if (first === 'drop') yield* readDrop(reader, place);
  else if (first === 'rename' && reader.take('table')) yield* readRenames(reader, place);
  else if (first === 'truncate') {
    reader.take('table');
    for (const table of namesIn(reader))
      yield { kind: 'empty', how: 'TRUNCATE', table, place, conditional: false };
  } else if (first === 'delete' && reader.take('from')) {
    const table = reader.name();
    const all = !reader.tokens.some(
      ({ kind, value }) => kind === 'word' && /^(?:where|using|join|limit)$/.test(value),
    );
    if (all) yield { kind: 'empty', how: 'DELETE', table, place, conditional: false };
    else yield { kind: 'write', table, mentions: namesOf(reader.tokens), place, conditional: false };
  } else if (/^(?:insert|update|with|merge|replace|select)$/.test(first))
    yield* readWrite(first, reader, place);
}

function* readCreate(reader: SqlReader, place: Place): Iterable<Operation> {
  const words = reader.takeAny(modifiers);
  const isTemporary = words.includes('temp') || words.includes('temporary');
  if (reader.take('table')) {
    const ifNotExists = reader.take('if', 'not', 'exists');
    const table = reader.name();
    if (table === '' || reader.sees('partition', 'of')) return;
    if (isTemporary || /^(?:#|pg_temp\.|temp\.)/.test(table)) {
      yield { kind: 'createView', table, place, conditional: false };
      return;
    }
    const written = reader.tokens
      .slice(reader.at)
      .map(({ value }) => value)
      .join(' ');
    const list = reader.inner();
    yield {
      ...{ kind: 'createTable', table, place, conditional: false, ifNotExists, written },
      columns: list && columnsOf(list),
      keyed: list === undefined || isKeyed(list),
      references: reader.namesBehind('references').filter((name) => name !== table),
      copies: reader.namesBehind('from', 'join'),
    };
  } else if (reader.take('view')) {
    reader.take('if', 'not', 'exists');
    yield { kind: 'createView', table: reader.name(), place, conditional: false };
  } else if (/^(?:index|trigger|policy)$/.test(reader.next.value)) {
    while (reader.next.value !== '' && !reader.sees('on')) reader.at++;
    reader.at++;
    reader.take('only');
    const table = reader.name();
    if (table !== '') yield { kind: 'use', table, place, conditional: false };
  }
}

function* readAlterTable(reader: SqlReader, whole: Place, placeOf: PlaceOf): Iterable<Operation> {
  const conditional = reader.take('if', 'exists');
  reader.take('only');
  const table = reader.name();
  if (table === '') return;
  const parts = reader.parts();
  let adds = false;
  yield { kind: 'use', table, place: whole, conditional };
  for (const part of parts) {
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) continue;
    const place = parts.length === 1 ? whole : placeOf(first.start, last.end);
    const begins =
      /^(?:add|drop|alter|modify|change|rename|set|enable|disable|owner|validate|convert|engine|attach|detach|auto_increment|comment|algorithm|lock|default|order|force|no|inherit|cluster|replica|row)$/;
    const isNew = begins.test(first.value);
    for (const bare of readClause(part, !isNew && adds)) {
      yield { ...bare, table, place, conditional } as Operation;
    }
    // SQL Server's `ADD a int, b int`.
    adds = isNew ? first.value === 'add' : adds;
  }
}

function* readDrop(reader: SqlReader, place: Place): Iterable<Operation> {
  const temporary = reader.takeAny(modifiers).some((word) => word.startsWith('temp'));
  if (reader.take('database') || reader.take('schema')) {
    const conditional = reader.take('if', 'exists');
    yield { kind: 'dropDatabase', table: reader.name(), place, conditional };
    return;
  }
  if (temporary || !reader.take('table')) return;
  const conditional = reader.take('if', 'exists');
  for (const table of namesIn(reader)) yield { kind: 'dropTable', table, place, conditional };
}

function* readRenames(reader: SqlReader, place: Place): Iterable<Operation> {
  for (const part of reader.parts()) {
    const names = new SqlReader(part);
    const table = names.name();
    if (names.take('to')) yield { kind: 'renameTable', table, to: names.name(), place, conditional: false };
  }
}

function* readWrite(first: string, reader: SqlReader, place: Place): Iterable<Operation> {
  const { tokens } = reader;
  const writes = tokens.some(
    ({ kind, value }) => kind === 'word' && /^(?:into|update|set|insert)$/.test(value),
  );
  if (!writes) return;
  while (reader.takeAny(new Set(['into', 'ignore', 'or', 'only', 'low_priority', 'delayed'])).length > 0);
  const table = first === 'insert' || first === 'update' ? reader.name() : '';
  const moves =
    first !== 'insert' && first !== 'replace'
      ? true
      : tokens.some(({ kind, value }) => kind === 'word' && value === 'select');
  const mentions = moves ? namesOf(tokens) : [];
  yield { kind: 'write', table, mentions, place, conditional: false };
}

function namesIn(reader: SqlReader): readonly string[] {
  reader.take('only');
  return reader.parts().flatMap((part) => new SqlReader(part).name() || []);
}

const namesOf = (tokens: readonly SqlToken[]): readonly string[] => {
  const named = tokens.filter(({ kind }) => kind === 'word' || kind === 'quoted');
  return [...new Set(named.map(({ value }) => value.toLowerCase()))].slice(0, 200);
};
