import type { Migration, Operation } from '../../analysis/migrations/operations.ts';
import { replay } from '../../analysis/migrations/replay.ts';
import type { Place } from '../../model/index.ts';
import { defineProjectRule } from '../rule.ts';
import { collectMigration, foldersAndSchemasIn, shortName } from './migrations/collect.ts';

/** A place that needs a table, before there is one. */
interface Early {
  readonly table: string;
  readonly place: Place;
  readonly what: string;
}

export const migrationOrder = defineProjectRule<Migration>({
  id: 'migration-order',
  title: 'Table used before the migration that creates it',
  priority: 'P1',
  category: 'data-integrity',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'project',
  languages: ['sql', 'script'],
  why: 'On a new database the table is not there yet, so the migrations stop. It only goes unnoticed where the table was made by hand.',
  verification: ['All migrations run in their order on an empty database.'],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\bmigrations?\b.{0,40}\b(?:order|out of order|sequence|before)\b|\bwrong order\b.{0,30}\bmigrations?\b/i,
  collect: collectMigration,
  conclude(files, report) {
    for (const folder of foldersAndSchemasIn(files)) {
      const late = folder.some(({ lateReferences }) => lateReferences);
      const known = new Set<string>();
      const early = new Map<string, Early[]>();
      const dropped = new Map<string, Operation>();
      replay(folder, ({ operation, migration }) => {
        const { kind, table } = operation;
        const uses = operation.conditional ? [] : usesOf(operation, late);
        for (const [name, what] of uses) {
          const gone = dropped.get(name);
          if (gone) {
            report({
              place: operation.place,
              message: `The table "${name}" is ${what} here, but ${gone.place.file === operation.place.file ? 'dropped above' : `was dropped before, in ${shortName(gone.place.file)}`}: on a new database this fails.`,
              related: [{ place: gone.place, message: 'It is dropped here.' }],
            });
            dropped.delete(name);
            continue;
          }
          const before = early.get(name)?.some(({ place }) => place.file === operation.place.file);
          if (known.has(name) || before) continue;
          early.set(name, [...(early.get(name) ?? []), { table: name, place: operation.place, what }]);
        }
        if (kind === 'createTable' && !operation.conditional && !known.has(table)) {
          for (const each of early.get(table) ?? []) {
            report({
              place: each.place,
              message: `The table "${table}" is ${each.what} here, but ${each.place.file === operation.place.file ? 'only created below' : `only created later, in ${shortName(migration.place.file)}`}: on a new database this fails.`,
              confidence: operation.ifNotExists ? 'medium' : 'high',
              related: [{ place: operation.place, message: 'It is created here.' }],
            });
          }
        }
        if (kind === 'dropTable' && known.has(table) && !operation.conditional) dropped.set(table, operation);
        if (kind === 'createTable' || kind === 'createView') {
          known.add(table);
          dropped.delete(table);
        }
        if (kind === 'renameTable') {
          known.add(operation.to);
          dropped.delete(operation.to);
        }
      });
    }
  },
  fixes: [],
});

/** The tables that an operation must find, and what it does with each. */
function usesOf(operation: Operation, late: boolean): readonly (readonly [string, string])[] {
  switch (operation.kind) {
    case 'createTable':
      return late ? [] : operation.references.map((name) => [name, 'referenced']);
    case 'reference':
      return operation.to === operation.table || late ? [] : [[operation.to, 'referenced']];
    case 'write':
      return operation.table === '' ? [] : [[operation.table, 'written to']];
    case 'empty':
      return [[operation.table, 'emptied']];
    case 'dropTable':
    case 'createView':
    case 'dropDatabase':
      return [];
    case 'renameTable':
      return [[operation.table, 'renamed']];
    default:
      return [[operation.table, 'changed']];
  }
}
