import type { Column, CreateTable, Migration, Operation } from './operations.ts';

/** A table as it stands at some point of a replay. */
export interface Table {
  readonly created: CreateTable;
  /** Undefined where not all of them are known. */
  readonly columns: ReadonlyMap<string, Column> | undefined;
}

/** The migrations of a folder, each with its own language, in the order in which they run. */
export function foldersOf(migrations: readonly Migration[]): readonly (readonly Migration[])[] {
  const folders = new Map<string, Migration[]>();
  for (const migration of migrations) {
    const key = `${migration.language} ${migration.folder}${migration.version === undefined && migration.direction === 'up' ? `/${migration.name}` : ''}`;
    folders.set(key, [...(folders.get(key) ?? []), migration]);
  }
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  const rank = ({ direction }: Migration) => (direction === 'again' ? 1 : 0);
  return [...folders.values()].map((each) =>
    each.toSorted((a, b) => rank(a) - rank(b) || compare(a.place.file, b.place.file)),
  );
}

/** One operation of a replay, and what there was before it. */
export interface Step {
  readonly operation: Operation;
  readonly migration: Migration;
  readonly tables: ReadonlyMap<string, Table>;
}

/** Goes through the ways forward of a folder, and shows each operation before it is done. */
export function replay(
  folder: readonly Migration[],
  visit: (step: Step) => void,
): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  for (const migration of folder) {
    if (migration.direction === 'down') continue;
    for (const operation of migration.operations) {
      visit({ operation, migration, tables });
      apply(operation, tables);
    }
  }
  return tables;
}

function apply(operation: Operation, tables: Map<string, Table>): void {
  const { table } = operation;
  const there = tables.get(table);
  if (operation.kind === 'createTable') {
    if (there) return;
    const { columns } = operation;
    tables.set(table, {
      created: operation,
      columns: columns && new Map(columns.map((column) => [column.name, column])),
    });
  } else if (operation.kind === 'dropTable') tables.delete(table);
  else if (operation.kind === 'dropDatabase') tables.clear();
  else if (operation.kind === 'renameTable') {
    tables.delete(table);
    if (there) tables.set(operation.to, there);
  } else if (there?.columns) tables.set(table, { ...there, columns: changed(there.columns, operation) });
}

function changed(columns: ReadonlyMap<string, Column>, operation: Operation): ReadonlyMap<string, Column> {
  const after = new Map(columns);
  if (operation.kind === 'addColumn') {
    if (!after.has(operation.column.name)) after.set(operation.column.name, operation.column);
  } else if (operation.kind === 'dropColumn') after.delete(operation.name);
  else if (operation.kind === 'renameColumn') {
    const column = after.get(operation.name);
    after.delete(operation.name);
    if (column) after.set(operation.to, { ...column, name: operation.to });
  } else if (operation.kind === 'changeType') {
    const column = after.get(operation.name);
    if (column) after.set(operation.name, { ...column, type: operation.type });
  } else return columns;
  return after;
}
