/** What the path of a migration says. */
export interface MigrationPath {
  readonly folder: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly direction: 'up' | 'down' | 'again';
}

/** Folders that hold what no longer runs, or never did. */
const aside =
  /^(?:archived?|archives?|old|legacy|backups?|dumps?|seeds?|seeders?|fixtures?|snapshots?|templates?|deprecated)$/i;
const asideName = /[._-](?:bak|backup|old|orig|disabled|draft|dump|template|snapshot)\.\w+$/i;
const backName = /(?:^|[._-])(?:rollback|down|revert|undo)(?:[._-]|$)/i;
const backFolder = /(?:^|\/)(?:rollbacks?|downs?|reverts?|undo)\//i;
const migrationFolder = /^(?:migrations?|migrate)$/i;

/** The words of a folder's name: `db_migrations`, `old-migrations`. */
const wordsOf = (segment: string): readonly string[] => segment.split(/[._-]/);

/**
 * What a file's path says of it as a migration: a version in its name or in its folder's, or a folder of
 * migrations around it. Undefined for everything else, for archives and for copies of a whole database.
 */
export function migrationPathOf(path: string): MigrationPath | undefined {
  const segments = path.split('/');
  const own = segments.at(-1) ?? '';
  const inFolder = /^migration\.(?:sql|[cm]?[jt]s)$/i.test(own) && /^\d+_/.test(segments.at(-2) ?? '');
  const name = inFolder ? (segments.at(-2) ?? '') : own;
  const folder = segments.slice(0, inFolder ? -2 : -1).join('/');
  const words = segments.slice(0, -1).map(wordsOf);
  if (isAside(path)) return undefined;
  // Undo of Flyway, and the baseline that stands for all before it.
  if (/^B\d[\d._]*__/.test(name)) return undefined;
  const version = versionOf(name);
  const isBack = backName.test(own) || backFolder.test(path) || /^U\d[\d._]*__/.test(name);
  if (/^R__/.test(name)) return { folder, name, version: undefined, direction: 'again' };
  // `2024_report.sql` has a year, and is a migration only where the folder says so.
  if (
    (version === undefined || /^(?:19|20)\d\d$/.test(version)) &&
    !words.flat().some((word) => migrationFolder.test(word)) &&
    own !== 'migration.sql'
  )
    return undefined;
  return { folder, name, version, direction: isBack ? 'down' : 'up' };
}

function isAside(path: string): boolean {
  const segments = path.split('/');
  const own = segments.pop() ?? '';
  return (
    asideName.test(own) ||
    segments
      .map(wordsOf)
      .some(([first = '', ...others]) => aside.test(first) || aside.test(others.at(-1) ?? ''))
  );
}

/** `schema.sql`, `init.sql`: a database as it begins, in one file. */
export const isSchemaPath = (path: string): boolean =>
  /(?:^|[/._-])(?:schema|init|create|structure|setup|tables?|ddl|database|install|bootstrap)[\w.-]*\.sql$/i.test(
    path,
  ) && !isAside(path);

/** `001_users.sql`, `V1.2__users.sql`, `20250807A-users.js`, `1690000000000-Users.ts`, `20250101000000_init/`. */
function versionOf(name: string): string | undefined {
  const flyway = /^[VU](\d+(?:[._]\d+)*)__/i.exec(name)?.[1];
  if (flyway) {
    const parts = flyway.split(/[._]/).map((part) => part.replace(/^0+(?=\d)/, ''));
    while (parts.length > 1 && parts.at(-1) === '0') parts.pop();
    return parts.join('.');
  }
  const dated = /^(\d{4})[-_.](\d{2})[-_.](\d{2})(?:[-_.T](\d{4,6}))?(?=[-_.])/.exec(name);
  if (dated) return dated.slice(1).join('');
  const plain = /^V?(\d+(?:\.\d+)*[a-z]?)(?=[_.-]|$)/i.exec(name)?.[1] ?? /^\d{8,}/.exec(name)?.[0];
  return plain?.replace(/^0+(?=\d)/, '').toLowerCase();
}
