import type { Migration } from '../../analysis/migrations/operations.ts';
import { replay } from '../../analysis/migrations/replay.ts';
import { defineProjectRule } from '../rule.ts';
import { collectMigration, foldersAndSchemasIn } from './migrations/collect.ts';

export const missingDbConstraints = defineProjectRule<Migration>({
  id: 'missing-db-constraints',
  title: 'Table without primary key or foreign keys',
  priority: 'P2',
  category: 'data-integrity',
  confidence: 'low',
  cwe: [],
  enabledByDefault: false,
  scope: 'project',
  languages: ['sql', 'script'],
  why: 'What the database does not refuse comes in some day: the same row twice, an order of a customer who is gone.',
  verification: ['Every table has a primary key, and every column that names a row elsewhere refers to it.'],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims: /\b(?:missing|no|without)\b.{0,30}\b(?:primary|foreign) keys?\b|\bdatabase constraints?\b/i,
  collect: collectMigration,
  conclude(files, report) {
    for (const folder of foldersAndSchemasIn(files)) {
      const keyed = new Set<string>();
      const referring = new Set<string>();
      const tables = replay(folder, ({ operation }) => {
        if (operation.kind === 'addKey') keyed.add(operation.table);
        if (operation.kind === 'reference') referring.add(operation.table);
      });
      for (const [name, { created }] of tables) {
        if (!created.columns || created.columns.length === 0 || created.conditional) continue;
        if (!created.keyed && !keyed.has(name)) {
          report({
            place: created.place,
            message: `"${name}" has no primary key: nothing keeps a row from being there twice.`,
          });
          continue;
        }
        const pointers = created.columns.filter((column) => /\w_id$/.test(column.name));
        if (pointers.length === 0 || created.references.length > 0 || referring.has(name)) continue;
        const known = pointers.filter((column) =>
          [...tables.keys()].some((table) => pointsTo(column.name, table)),
        );
        const [first] = known;
        if (!first) continue;
        report({
          place: created.place,
          message: `"${name}.${first.name}" names a row of another table, and no foreign key sees that it is there.`,
        });
      }
    }
  },
  fixes: [],
});

/** `customer_id` and `customers`. */
function pointsTo(column: string, table: string): boolean {
  const one = column.replace(/_id$/, '');
  return [one, `${one}s`, `${one}es`, `${one.replace(/y$/, 'ies')}`].includes(table);
}
