import type { Migration } from '../../analysis/migrations/operations.ts';
import { defineProjectRule } from '../rule.ts';
import { collectMigration, foldersIn } from './migrations/collect.ts';

export const migrationWithoutRollback = defineProjectRule<Migration>({
  id: 'migration-without-rollback',
  title: 'Migration without a way back',
  priority: 'P2',
  category: 'data-integrity',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'project',
  languages: ['sql', 'script'],
  why: 'When a release has to be taken back, the database stays where it is, and somebody writes the way back by hand while production is down.',
  verification: ['The migration runs forward, back and forward again on a copy of the database.'],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims: /\bmigrations?\b.{0,40}\b(?:rollbacks?|way back|down)\b|\b(?:rollback|down) migrations?\b/i,
  collect: collectMigration,
  conclude(files, report) {
    for (const folder of foldersIn(files)) {
      const ways = folder.filter(({ direction }) => direction === 'up');
      const back = new Set(folder.filter(({ direction }) => direction === 'down').map(twinName));
      const hasBack = (migration: Migration) => migration.down === 'yes' || back.has(twinName(migration));
      const withBack = ways.filter(hasBack).length;
      for (const migration of ways) {
        if (hasBack(migration) || migration.down === 'refused' || !changesSchema(migration)) continue;
        const others = ways.length - 1;
        // One file of SQL says nothing of how its folder does it; a script's interface has a place for it.
        // `001_users.up.sql` says that there is a `001_users.down.sql`.
        const isHabit =
          others === 0
            ? migration.language === 'script' || migration.down === 'empty'
            : withBack * 2 >= others && withBack > (isNamedUp(migration) ? 0 : 1);
        if (!isHabit) continue;
        report({
          place: migration.place,
          message:
            migration.down === 'empty'
              ? `\`down\` of ${migration.name} does nothing: what this migration changes stays when the release is taken back.`
              : `${migration.name} has no way back${others > 0 ? ', as the others have' : ''}: write one, or say there why there is none.`,
          confidence: others === 0 ? 'medium' : 'high',
        });
      }
    }
  },
  fixes: [],
});

const isNamedUp = ({ name }: Migration): boolean => /[._-]up\.sql$/i.test(name);

/** What a migration and the file with its way back have in common: the version, or else the name. */
const twinName = ({ version, name }: Migration): string =>
  version ?? name.toLowerCase().replace(/[._-]?(?:rollback|down|revert|undo|up)[._-]?/g, '.');

/** Rows that were mended stay mended: only what changes the schema has a way back. */
const changesSchema = ({ operations }: Migration): boolean =>
  operations.some(({ kind }) => kind !== 'write' && kind !== 'empty');
