import type { CreateTable, Migration } from '../../analysis/migrations/operations.ts';
import { replay } from '../../analysis/migrations/replay.ts';
import { defineProjectRule } from '../rule.ts';
import { collectMigration, foldersAndSchemasIn, shortName } from './migrations/collect.ts';

export const noDuplicateCreateTable = defineProjectRule<Migration>({
  id: 'no-duplicate-create-table',
  title: 'Table created twice',
  priority: 'P0',
  category: 'data-integrity',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'project',
  languages: ['sql', 'script'],
  why: 'On a new database the second statement fails and the migrations stop there: nobody can set the system up again, least of all in a hurry.',
  verification: ['All migrations run in their order on an empty database.'],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\b(?:conflicting|duplicate|overlapping)\b.{0,40}\b(?:migrations?|schemas?|tables?)\b|\bmigrations? conflicts?\b/i,
  collect: collectMigration,
  conclude(files, report) {
    for (const folder of foldersAndSchemasIn(files)) {
      replay(folder, ({ operation, tables }) => {
        const first = operation.kind === 'createTable' && tables.get(operation.table)?.created;
        if (!first || operation.ifNotExists || operation.conditional || first.conditional) return;
        report({
          place: operation.place,
          message: `The table "${operation.table}" was created before, in ${shortName(first.place.file)}: on a new database the migrations stop here.`,
          related: [{ place: first.place, message: 'It is created here first.' }],
          fixable: isSame(first, operation),
        });
      });
    }
  },
  fixes: [
    {
      title: 'Add IF NOT EXISTS: the columns are the same',
      safe: false,
      appliesTo: (_report, file) => file.language === 'sql',
      async edit({ start }, file) {
        const words = /^create\s+(?:unlogged\s+)?table/i.exec(file.text.slice(start));
        if (!words) return { refused: 'The statement is no longer there; nothing was changed.' };
        const at = start + words[0].length;
        return [
          { file: file.path, edits: [{ range: file.lines.rangeOf(at, at), newText: ' IF NOT EXISTS' }] },
        ];
      },
    },
  ],
});

const isSame = (first: CreateTable, second: CreateTable): boolean =>
  first.written !== '' && first.written === second.written;
