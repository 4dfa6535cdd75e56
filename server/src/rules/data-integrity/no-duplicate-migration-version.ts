import type { Migration } from '../../analysis/migrations/operations.ts';
import { defineProjectRule } from '../rule.ts';
import { collectMigration, foldersIn } from './migrations/collect.ts';

export const noDuplicateMigrationVersion = defineProjectRule<Migration>({
  id: 'no-duplicate-migration-version',
  title: 'Two migrations with one version',
  priority: 'P0',
  category: 'data-integrity',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'project',
  languages: ['sql', 'script'],
  why: 'Tools keep the versions that have run: the second one is refused, or taken for the first and never runs. Which of the two that is may differ from database to database.',
  verification: [
    'The rule finds nothing: every version stands once in its folder.',
    'All migrations run on an empty database, and their list holds each of them.',
  ],
  effort: { min: 1, max: 2, unit: 'hours' },
  claims:
    /\b(?:duplicated?|same|identical|colliding)\b.{0,30}\b(?:migration )?(?:versions?|prefix(?:es)?|numbers?|timestamps?)\b/i,
  collect: collectMigration,
  conclude(files, report) {
    for (const folder of foldersIn(files)) {
      const versions = new Map<string, Migration[]>();
      for (const migration of folder) {
        if (migration.direction !== 'up' || migration.version === undefined) continue;
        versions.set(migration.version, [...(versions.get(migration.version) ?? []), migration]);
      }
      const shared = [...versions.values()].filter((each) => each.length > 1);
      for (const [first, ...others] of shared) {
        if (!first || isByDay(first, shared)) continue;
        // Knex, Sequelize and TypeORM keep whole names of what has run, other tools the version.
        const goesByName = first.language === 'script';
        for (const each of others) {
          report({
            place: each.place,
            message: `${each.name} has the version of ${first.name}: ${goesByName ? 'which of the two runs first is left to the tool' : 'only one of the two is sure to run'}. Give it a version of its own.`,
            confidence: isDay(first) || goesByName ? 'medium' : 'high',
            ...(isDay(first) || goesByName ? { priority: 'P1' as const } : {}),
            related: [{ place: first.place, message: 'The other one with this version.' }],
          });
        }
      }
    }
  },
  fixes: [],
});

const isDay = ({ version }: Migration): boolean => /^(?:19|20)\d{6}$/.test(version ?? '');

/** A folder that puts the day in front as a habit: whatever runs it goes by the whole name. */
const isByDay = (migration: Migration, shared: readonly (readonly Migration[])[]): boolean =>
  isDay(migration) &&
  (migration.language === 'script' || shared.filter(([first]) => first && isDay(first)).length > 2);
