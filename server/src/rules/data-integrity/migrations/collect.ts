import { migrationOf } from '../../../analysis/migrations/migrationFile.ts';
import type { Migration } from '../../../analysis/migrations/operations.ts';
import { foldersOf } from '../../../analysis/migrations/replay.ts';
import type { FileContext, FileFacts, Visitors } from '../../rule.ts';

/** What all rules about migrations tell of a file: the migration that it is, read once for all of them. */
export function collectMigration(file: FileContext, tell: (fact: Migration) => void): Visitors {
  return {
    text: () => {
      const migration = migrationOf(file);
      if (migration) tell(migration);
    },
  };
}

/** The migrations that run together, in their order. */
export const foldersIn = (files: readonly FileFacts<Migration>[]): readonly (readonly Migration[])[] =>
  foldersOf(files.flatMap(({ facts }) => facts).filter(({ isWhole }) => !isWhole));

/** The same, and files that hold a whole database, each for itself. */
export const foldersAndSchemasIn = (
  files: readonly FileFacts<Migration>[],
): readonly (readonly Migration[])[] => foldersOf(files.flatMap(({ facts }) => facts));

/** The last part of a path, as people speak of a file; the folder's where all files are called the same. */
export function shortName(path: string): string {
  const [name = '', folder] = path.split('/').reverse();
  return /^migration\.\w+$/.test(name) && folder ? folder : name;
}
