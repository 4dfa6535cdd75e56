import type { Column, CreateTable, Migration } from '../../analysis/migrations/operations.ts';
import { replay, type Table } from '../../analysis/migrations/replay.ts';
import { defineProjectRule } from '../rule.ts';
import { collectMigration, foldersAndSchemasIn, shortName } from './migrations/collect.ts';

export const noShadowedCreateTable = defineProjectRule<Migration>({
  id: 'no-shadowed-create-table',
  title: 'CREATE TABLE IF NOT EXISTS that is skipped, though its columns differ',
  priority: 'P1',
  category: 'data-integrity',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'project',
  languages: ['sql', 'script'],
  why: 'The table is there already, so the statement is skipped without a word: the columns that it would have brought are missing, and the code that uses them fails.',
  verification: [
    'The rule finds nothing at the cited places.',
    'After all migrations on an empty database the table has the columns that the code uses.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\bif not exists\b.{0,60}\b(?:skip\w*|shadow\w*|different columns)\b|\bshadowed\b.{0,30}\btables?\b/i,
  collect: collectMigration,
  conclude(files, report) {
    for (const folder of foldersAndSchemasIn(files)) {
      replay(folder, ({ operation, tables }) => {
        if (operation.kind !== 'createTable' || !(operation.ifNotExists || operation.conditional)) return;
        const table = tables.get(operation.table);
        const difference = table && differenceOf(operation, table);
        if (!difference) return;
        const first = table.created.place;
        report({
          place: operation.place,
          message: `The table "${operation.table}" is there already, from ${shortName(first.file)}, so this statement is skipped: ${difference.said}. Add what is missing with ALTER TABLE.`,
          confidence: difference.missing && !table.created.conditional ? 'high' : 'medium',
          related: [{ place: first, message: 'It is created here first.' }],
        });
      });
    }
  },
  fixes: [],
});

/** What the second statement would have brought and the table does not have. */
function differenceOf(
  { columns, conditional }: CreateTable,
  table: Table,
): { readonly said: string; readonly missing: boolean } | undefined {
  const there = table.columns;
  if (!columns || !there || (conditional && table.created.conditional)) return undefined;
  const list = (each: readonly Column[]) => each.map(({ name }) => `"${name}"`).join(', ');
  const missing = columns.filter(({ name }) => !there.has(name));
  if (missing.length > 0) {
    return { said: `${list(missing)} ${missing.length > 1 ? 'are' : 'is'} never added`, missing: true };
  }
  const other = columns.filter(({ name, type }) => {
    const known = there.get(name)?.type ?? '';
    return type !== '' && known !== '' && type !== known;
  });
  return other.length > 0
    ? { said: `${list(other)} ${other.length > 1 ? 'keep their' : 'keeps its'} first type`, missing: false }
    : undefined;
}
