import type { Migration, Operation } from '../../../analysis/migrations/operations.ts';
import type { Table } from '../../../analysis/migrations/replay.ts';
import type { Confidence } from '../../../model/index.ts';
import { narrows } from './narrowing.ts';

/** What is known where an operation is judged. */
export interface Circumstances {
  readonly migration: Migration;
  /** The operations of the same migration that come before, and those behind. */
  readonly before: readonly Operation[];
  readonly after: readonly Operation[];
  readonly tables: ReadonlyMap<string, Table>;
  /** Tables whose rows were copied elsewhere by some migration before. */
  readonly copied: ReadonlySet<string>;
}

export interface Verdict {
  readonly said: string;
  readonly confidence: Confidence;
}

/** Names of what is made to be thrown away, or can be made anew. */
const scratch =
  /(?:^|[._])(?:te?mp|temporary|old|new|bak|backup|deprecated|__\w+)(?:$|[._\d])|^_{1,2}\w|_bkp$/;
const renewable = /(?:^|[._])(?:sessions?|caches?|cached|locks?|jobs?|queues?|tokens?)$/;

/** What an operation destroys or breaks; undefined where it does neither, or where the data is kept. */
export function judge(operation: Operation, at: Circumstances): Verdict | undefined {
  const { table } = operation;
  const isOwn = at.before.some(
    (each) => (each.kind === 'createTable' || each.kind === 'createView') && each.table === table,
  );
  if (isOwn) return undefined;
  switch (operation.kind) {
    case 'dropTable':
      return losesTable(table, at)
        ? { said: `The table "${table}" goes, with all its rows`, confidence: 'high' }
        : undefined;
    case 'dropDatabase':
      return at.migration.backedUp || scratch.test(table) || table === ''
        ? undefined
        : { said: `"${table}" goes, with all its tables`, confidence: 'high' };
    case 'dropColumn':
      return at.migration.backedUp || scratch.test(operation.name) || isCarriedOn(operation.name, at.before)
        ? undefined
        : {
            said: `The column "${operation.name}" of "${table}" goes, with all that it holds`,
            confidence: 'high',
          };
    case 'empty':
      return losesRows(table, at)
        ? {
            said: `All rows of "${table}" go: ${operation.how === 'DELETE' ? 'the DELETE has no WHERE' : 'TRUNCATE keeps none'}`,
            confidence: 'high',
          }
        : undefined;
    default:
      return at.migration.language === 'script' && at.before.some(isLookedAt)
        ? undefined
        : judgeChange(operation, at);
  }
}

const isLookedAt = (operation: Operation): boolean =>
  operation.kind === 'write' && operation.mentions.includes('*');

function judgeChange(operation: Operation, at: Circumstances): Verdict | undefined {
  const { table } = operation;
  if (operation.kind === 'changeType') {
    const from = at.tables.get(table)?.columns?.get(operation.name)?.type || undefined;
    if (at.migration.backedUp || operation.mapped || (operation.restated && !from)) return undefined;
    if (isCarriedOn(operation.name, at.before) || !narrows(from, operation.type)) return undefined;
    return {
      said: `Values of "${table}.${operation.name}" that don't fit ${operation.type} are cut, or stop the migration`,
      confidence: 'medium',
    };
  }
  if (operation.kind === 'addColumn') {
    const { column } = operation;
    if (
      !column.notNull ||
      column.filled ||
      at.before.some((each) => each.kind === 'empty' && each.table === table)
    )
      return undefined;
    return {
      said: `"${table}.${column.name}" must hold something, and the rows that are there have nothing: the migration fails as soon as there is one`,
      confidence: 'medium',
    };
  }
  if (operation.kind === 'setNotNull') {
    const { name } = operation;
    const isFilled = at.before.some(
      (each) => each.kind === 'addColumn' && each.column.name === name && each.column.filled,
    );
    const known = at.tables.get(table)?.columns?.get(name);
    if (operation.restated && !known) return undefined;
    if (isFilled || isCarriedOn(name, at.before) || known?.notNull) return undefined;
    return {
      said: `The migration fails as soon as one row has nothing in "${table}.${name}": fill those rows first`,
      confidence: 'medium',
    };
  }
  // A migration that is a program renames back in its way back, and a name that is gone loses no row.
  if (at.migration.language === 'script') return undefined;
  if (operation.kind === 'renameTable') {
    const isReplaced = [...at.before, ...at.after].some(
      (each) =>
        (each.kind === 'createView' ||
          each.kind === 'createTable' ||
          (each.kind === 'renameTable' && each.to === table)) &&
        (each.kind === 'renameTable' || each.table === table),
    );
    const takesPlace = at.before.some(
      (each) => each.table === operation.to && /^(?:dropTable|renameTable)$/.test(each.kind),
    );
    if (
      isReplaced ||
      takesPlace ||
      scratch.test(table) ||
      scratch.test(operation.to) ||
      table.split('.').at(-1) === operation.to
    )
      return undefined;
    return {
      said: `Code that runs while this is deployed still asks for "${table}", which is "${operation.to}" then`,
      confidence: 'medium',
    };
  }
  if (operation.kind !== 'renameColumn' || scratch.test(operation.name)) return undefined;
  return {
    said: `Code that runs while this is deployed still asks for "${table}.${operation.name}", which is "${operation.to}" then`,
    confidence: 'medium',
  };
}

function losesTable(table: string, at: Circumstances): boolean {
  const { migration, before, after, tables, copied } = at;
  if (migration.backedUp || scratch.test(table) || copied.has(table)) return false;
  if (migration.language === 'script' && before.some(isLookedAt)) return false;
  // Replaced by what was made under another name; or made anew where no migration before had made it.
  const returns = after.some(
    (each) =>
      (each.kind === 'renameTable' && each.to === table) ||
      (each.kind === 'createTable' && each.table === table && !tables.has(table)),
  );
  return !returns;
}

function losesRows(table: string, at: Circumstances): boolean {
  const { migration, after, copied } = at;
  if (migration.backedUp || scratch.test(table) || renewable.test(table) || copied.has(table)) return false;
  return !after.some(
    (each) => each.kind === 'write' && (each.table === table || each.mentions.includes('*')),
  );
}

/** Whether rows were written from a column before: what it held is elsewhere. */
const isCarriedOn = (column: string, before: readonly Operation[]): boolean =>
  before.some(
    (each) => each.kind === 'write' && (each.mentions.includes(column) || each.mentions.includes('*')),
  );
