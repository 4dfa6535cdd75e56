import type { Language } from '../../languages/language.ts';
import type { ScriptFile } from '../../languages/script.ts';
import type { SqlFile } from '../../languages/sql.ts';
import type { Place } from '../../model/index.ts';
import type { FileClass } from '../fileClass.ts';
import { isSchemaPath, migrationPathOf } from './migrationPath.ts';
import type { Migration, Operation } from './operations.ts';
import { operationsInScript } from './scriptOperations.ts';
import { operationsOf } from './sqlOperations.ts';
import { upAndDownOf } from './upAndDown.ts';

/** What is needed of a file to read it as a migration. */
interface Source {
  readonly path: string;
  readonly text: string;
  readonly language: Language;
  readonly fileClass: FileClass;
  readonly script: ScriptFile | undefined;
  readonly sql: SqlFile | undefined;
  placeOf(start: number, end: number): Place;
}

const known = new WeakMap<object, Migration | 'none'>();

/** The file as a migration, read once for all rules; undefined where it is none. */
export function migrationOf(file: Source): Migration | undefined {
  if (file.fileClass !== 'production') return undefined;
  let migration = known.get(file);
  if (!migration) {
    migration = (file.language === 'sql' ? readSqlMigration(file) : readScript(file)) ?? 'none';
    known.set(file, migration);
  }
  return migration === 'none' ? undefined : migration;
}

/** A migration file may hold the way back as well, behind a mark that its tool knows. */
const wayBack = /^(?:\+goose down|migrate:down|\+migrate down|@?(?:undo|down|rollback)\b|!downs)/i;
const wayForward = /^(?:\+goose up|migrate:up|\+migrate up|up migration|!ups)/i;

/** Where a line begins that is such a mark, behind its dashes; -1 where there is none. */
function markedAt(text: string, mark: RegExp): number {
  if (!text.includes('--')) return -1;
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.startsWith('--') && mark.test(line.slice(2, 60).trim().replaceAll('\t', ' '))) return at;
    at += line.length + 1;
  }
  return -1;
}

function readSqlMigration(file: Source): Migration | undefined {
  const path = migrationPathOf(file.path);
  const marked = markedAt(file.text, wayForward) >= 0;
  const { sql } = file;
  const isWhole = !path && !marked && isSchemaPath(file.path);
  if (!sql || (!path && !marked && !isWhole)) return undefined;
  const marks = markedAt(file.text, wayBack);
  // A remark about the way back at the top of the file is none.
  const back = marked || sql.statements.some(({ start }) => start < marks) ? marks : -1;
  const end = back < 0 ? file.text.length : back;
  const forward = sql.statements.filter(({ start }) => start < end);
  const [first] = forward;
  return {
    ...(path ?? unnamed(file.path)),
    ...(isWhole ? { isWhole } : {}),
    language: 'sql',
    operations: forward.flatMap((statement) => [
      ...operationsOf(statement, (from, to) => file.placeOf(from, to)),
    ]),
    // A tool's mark for the way forward has one for the way back beside it.
    down:
      back < 0
        ? marked
          ? 'empty'
          : 'no'
        : sql.statements.some(({ start }) => start > end)
          ? 'yes'
          : 'empty',
    backedUp: saysBackedUp(file.text) || saysUnreleased(file.text),
    lateReferences: mayReferLate(file.text) || (isWhole && looksLikeSqlite(file.text)),
    place: file.placeOf(first?.start ?? 0, first?.end ?? 0),
  };
}

const speaksOfSchema =
  /\b(?:knex|queryInterface|queryRunner|pgm|MigrationInterface|addSql|MigrationBuilder|createTable|dropTable|schema)\b/;

/** A script is a migration by its folder or version, or by what it is handed. */
function readScript(file: Source): Migration | undefined {
  if (!/\bup\b/.test(file.text)) return undefined;
  const path = migrationPathOf(file.path);
  if (path?.version === undefined && !speaksOfSchema.test(file.text)) return undefined;
  const functions = file.script && upAndDownOf(file.script);
  const [first] = functions?.ups ?? [];
  if (!functions || !first) return undefined;
  const operations: readonly Operation[] = operationsInScript(functions.ups, (from, to) =>
    file.placeOf(from, to),
  );
  return {
    ...(path ?? unnamed(file.path)),
    language: 'script',
    operations,
    down: functions.down,
    backedUp: saysBackedUp(file.text) || saysUnreleased(file.text),
    lateReferences: mayReferLate(file.text),
    place: file.placeOf(first.getStart(), first.body?.getStart() ?? first.end),
  };
}

/** A migration by its content only: it stands alone, since nothing says what it follows. */
const unnamed = (path: string) => ({
  folder: path,
  name: path.slice(path.lastIndexOf('/') + 1),
  version: undefined,
  direction: 'up' as const,
});

/** What stands behind the first mark of a comment on a line. */
function commentIn(line: string): string {
  const marks = ['--', '//', '/*'].map((mark) => line.indexOf(mark)).filter((at) => at >= 0);
  if (/^\s*[*#]/.test(line)) return line;
  return marks.length > 0 ? line.slice(Math.min(...marks)) : '';
}

/** A comment that says where the data is kept, in words that such comments use. */
function saysBackedUp(text: string): boolean {
  if (!/back|dump|snapshot|archiv|moved|copied|migrated|safe to/i.test(text)) return false;
  return text.split('\n').some((line) => {
    const comment = commentIn(line);
    if (/\b(?:no|not|without|never|todo|un)\b|warning/i.test(comment)) return false;
    return /\bback(?:ed)?[ -]?up|\bbackups?\b|\bpg_dump|\bmysqldump|\bsnapshot|\barchived\b|\b(?:data|rows|values|contents?|everything|records)\b.{0,40}\b(?:moved|copied|migrated|exported|preserved|kept)\b|\b(?:moved|copied|migrated|exported|backfilled) (?:in|to|into|by)\b|\bsafe to (?:drop|delete|remove)/i.test(
      comment,
    );
  });
}

/** A comment that says why nobody misses the data: what it belongs to was never released. */
const saysUnreleased = (text: string): boolean =>
  /releas|shipped/i.test(text) &&
  text
    .split('\n')
    .some((line) =>
      /\b(?:never|not yet) (?:been )?(?:released|shipped)\b|\bno released\b|\bunreleased\b/i.test(
        commentIn(line),
      ),
    );

/** The one type by which SQLite numbers rows, in a file that does not say for which database it is. */
const looksLikeSqlite = (text: string): boolean =>
  /\bINTEGER\s+(?:NOT\s+NULL\s+)?PRIMARY\s+KEY\b/i.test(text);

/** SQLite looks for a referenced table when rows are written, MySQL with its checks off never. */
const mayReferLate = (text: string): boolean =>
  /\bAUTOINCREMENT\b|\bPRAGMA\b|FOREIGN_KEY_CHECKS\s*=\s*(?:0|off)|DEFERRABLE_FOREIGN|\bsqlite\b/i.test(text);
