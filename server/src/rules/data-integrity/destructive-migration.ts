import type { Migration, Operation } from '../../analysis/migrations/operations.ts';
import { replay } from '../../analysis/migrations/replay.ts';
import { defineProjectRule } from '../rule.ts';
import { judge } from './destructive/judge.ts';
import { collectMigration, foldersIn } from './migrations/collect.ts';

/** What neither takes anything away nor changes it. */
const harmless: ReadonlySet<Operation['kind']> = new Set([
  'createTable',
  'createView',
  'use',
  'addKey',
  'reference',
  'write',
]);

export const destructiveMigration = defineProjectRule<Migration>({
  id: 'destructive-migration',
  title: 'Migration that destroys data or breaks the running version',
  priority: 'P1',
  category: 'data-integrity',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'project',
  languages: ['sql', 'script'],
  why: 'What it removes is gone when it has run: its way back makes an empty table, and the last version of the code, which still runs meanwhile, asks for what is no longer there.',
  verification: [
    'The data is copied or backed up before, and a comment in the migration says where.',
    'The migration runs on a copy of the production database, with the version of the code that runs now.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\bdestructive\b.{0,30}\bmigrations?\b|\bmigrations?\b.{0,40}\b(?:destroy\w*|data loss|drops? (?:tables?|columns?|data))\b/i,
  collect: collectMigration,
  conclude(files, report) {
    for (const folder of foldersIn(files)) {
      const copied = new Set<string>();
      const reported = new Set<string>();
      replay(folder, ({ operation, migration, tables }) => {
        for (const table of copiesOf(operation)) copied.add(table);
        if (harmless.has(operation.kind)) return;
        const at = migration.operations.indexOf(operation);
        const [before, after] = [migration.operations.slice(0, at), migration.operations.slice(at + 1)];
        const verdict = judge(operation, { migration, before, after, tables, copied });
        const key = `${operation.place.file} ${JSON.stringify(operation.place.range)}`;
        if (!verdict || reported.has(key)) return;
        reported.add(key);
        report({
          place: operation.place,
          message: `${verdict.said}. ${adviceFor(operation)}`,
          confidence: verdict.confidence,
          // No data is lost; whether an older version still asks for the name, the deployment decides.
          ...(isRename(operation) ? { priority: 'P2' as const } : {}),
        });
      });
    }
  },
  fixes: [],
});

/** Tables whose rows an operation carries elsewhere. */
function copiesOf(operation: Operation): readonly string[] {
  if (operation.kind === 'createTable') return operation.copies;
  if (operation.kind !== 'write' || !operation.mentions.includes('select')) return [];
  return operation.mentions.filter((name) => name !== operation.table);
}

const isRename = ({ kind }: Pick<Operation, 'kind'>): boolean =>
  kind === 'renameTable' || kind === 'renameColumn';

function adviceFor({ kind }: Operation): string {
  if (kind === 'addColumn') return 'Give it a default, or add it empty, fill it, and make it NOT NULL then.';
  if (kind === 'setNotNull') return 'An UPDATE before this does.';
  if (isRename({ kind })) return 'Add the new name beside the old one, and remove that in a later release.';
  if (kind === 'changeType') return 'Add a new column, fill it, and switch over.';
  return 'Copy or back it up first, and say in a comment where it is kept.';
}
