import type { SqlToken } from '../../languages/sqlTokens.ts';
import type { Column, Operation } from './operations.ts';
import { columnOf } from './sqlColumns.ts';
import { SqlReader } from './sqlReader.ts';

/** An operation whose place and table are still to be filled in. */
type Bare = Operation extends infer Each
  ? Each extends Operation
    ? Omit<Each, 'table' | 'place' | 'conditional'>
    : never
  : never;

/** What one clause of `ALTER TABLE` does. `adds` is true behind an `ADD` that has a list. */
export function* readClause(tokens: readonly SqlToken[], adds: boolean): Iterable<Bare> {
  const reader = new SqlReader(tokens);
  for (const to of reader.namesBehind('references')) yield { kind: 'reference', to } as Bare;
  if (reader.take('add') || adds) yield* readAdd(reader);
  else if (reader.take('drop')) yield* readDrop(reader);
  else if (reader.take('alter')) yield* readAlter(reader);
  else if (reader.take('modify')) {
    reader.take('column');
    yield* readRetype(reader, reader.name());
  } else if (reader.take('change')) {
    reader.take('column');
    const [name, to] = [reader.name(), reader.name()];
    if (name !== to) yield { kind: 'renameColumn', name, to } as Bare;
    yield* readRetype(reader, name);
  } else if (reader.take('rename')) yield* readRename(reader);
}

function* readAdd(reader: SqlReader): Iterable<Bare> {
  const hasWord = reader.take('column');
  const ifNotExists = reader.take('if', 'not', 'exists');
  const list = reader.inner();
  for (const part of list ? list.parts() : [reader.tokens.slice(reader.at)]) {
    const isConstraint =
      /^(?:constraint|primary|foreign|unique|check|index|key|exclude|partition|fulltext|spatial)$/;
    const [first] = part;
    if (!hasWord && first?.kind === 'word' && isConstraint.test(first.value)) {
      const keys = part.some(({ value }) => value === 'primary' || value === 'unique');
      if (keys) yield { kind: 'addKey' } as Bare;
      continue;
    }
    const column = columnOf(part);
    if (column) yield { kind: 'addColumn', column, ifNotExists } as Bare;
  }
}

function* readDrop(reader: SqlReader): Iterable<Bare> {
  const hasWord = reader.take('column');
  reader.take('if', 'exists');
  const other =
    /^(?:constraint|index|key|primary|foreign|partition|default|not|check|identity|expression|trigger|policy)$/;
  if (!hasWord && reader.next.kind === 'word' && other.test(reader.next.value)) return;
  const list = reader.inner();
  const names = list ? list.parts().map((part) => new SqlReader(part).name()) : [reader.name()];
  for (const name of names) if (name !== '') yield { kind: 'dropColumn', name } as Bare;
}

function* readAlter(reader: SqlReader): Iterable<Bare> {
  reader.take('column');
  if (reader.next.kind === 'word' && /^(?:index|constraint|check)$/.test(reader.next.value)) return;
  const name = reader.name();
  if (reader.take('set', 'not', 'null')) yield { kind: 'setNotNull', name, restated: false } as Bare;
  else if (reader.take('set', 'data', 'type') || reader.take('type')) yield* readRetype(reader, name, true);
  else if (!/^(?:set|drop|add|reset|restart)$/.test(reader.next.value)) yield* readRetype(reader, name);
}

function* readRetype(reader: SqlReader, name: string, typeOnly = false): Iterable<Bare> {
  const column: Column | undefined = columnOf([
    { kind: 'quoted', value: name, start: 0, end: 0 },
    ...reader.tokens.slice(reader.at),
  ]);
  if (!column || name === '') return;
  const mapped = reader.tokens.some(({ kind, value }) => kind === 'word' && value === 'case');
  const restated =
    !typeOnly &&
    (column.notNull ||
      column.filled ||
      reader.tokens.some(({ value }) => value === 'comment' || value === 'null'));
  if (column.type !== '') yield { kind: 'changeType', name, type: column.type, mapped, restated } as Bare;
  if (!typeOnly && column.notNull && !column.filled)
    yield { kind: 'setNotNull', name, restated: true } as Bare;
}

function* readRename(reader: SqlReader): Iterable<Bare> {
  if (reader.take('to') || reader.take('as')) {
    yield { kind: 'renameTable', to: reader.name() } as Bare;
    return;
  }
  if (/^(?:constraint|index|key|partition|value|attribute)$/.test(reader.next.value)) return;
  reader.take('column');
  const name = reader.name();
  if (reader.take('to')) yield { kind: 'renameColumn', name, to: reader.name() } as Bare;
  else if (name !== '' && reader.next.value === '') yield { kind: 'renameTable', to: name } as Bare;
}
