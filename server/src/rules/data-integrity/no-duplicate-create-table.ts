import type { SqlFile, SqlStatement } from '../../languages/sql.ts';
import type { Place } from '../../model/index.ts';
import { defineProjectRule, type FileContext, type FileFacts } from '../rule.ts';

/** What a statement does to the list of tables. */
interface Step {
  readonly kind: 'create' | 'drop' | 'rename';
  readonly table: string;
  /** The new name, for a rename. */
  readonly to?: string;
  readonly ifNotExists: boolean;
  /** The columns and constraints as written, white space aside. */
  readonly columns: string;
  readonly place: Place;
}

export const noDuplicateCreateTable = defineProjectRule<Step>({
  id: 'no-duplicate-create-table',
  title: 'Table created twice',
  priority: 'P0',
  category: 'data-integrity',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'project',
  languages: ['sql'],
  keywords: ['create', 'drop', 'rename'],
  why: 'On a new database the second statement fails and the migrations stop there: nobody can set the system up again, least of all in a hurry.',
  verification: ['All migrations run in their order on an empty database.'],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\b(?:conflicting|duplicate|overlapping)\b.{0,40}\b(?:migrations?|schemas?|tables?)\b|\bmigrations? conflicts?\b/i,
  collect: (file, tell) => ({
    sql: (sql) => {
      if (file.fileClass === 'production' && isMigration(file.path))
        for (const step of stepsIn(sql, file)) tell(step);
    },
  }),
  conclude(files, report) {
    for (const folder of byFolder(files)) {
      const tables = new Map<string, Step>();
      for (const step of folder) {
        const first = tables.get(step.table);
        if (step.kind === 'create' && first && !step.ifNotExists) {
          report({
            place: step.place,
            message: `The table "${step.table}" was created before, in ${first.place.file.split('/').at(-1)}: on a new database the migrations stop here.`,
            related: [{ place: first.place, message: 'It is created here first.' }],
            fixable: first.columns === step.columns,
          });
        }
        if (step.kind === 'create' && !first) tables.set(step.table, step);
        if (step.kind !== 'create') tables.delete(step.table);
        if (step.kind === 'rename' && step.to && first) tables.set(step.to, first);
      }
    }
  },
  fixes: [
    {
      title: 'Add IF NOT EXISTS: the columns are the same',
      safe: false,
      appliesTo: () => true,
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

/** A file with a version in its name, or in its folder's; no way back, no archive, no copy of a whole database. */
function isMigration(path: string): boolean {
  const [name = '', folder = ''] = path.split('/').reverse();
  if (/(?:^|[/._-])(?:archived?|old|legacy|backups?|dumps?|seeds?|fixtures?)(?:[/._-]|$)/i.test(path))
    return false;
  if (/(?:^|[._-])(?:rollback|down|revert|undo)(?:[._-]|$)/i.test(name)) return false;
  return /^(?:V?\d+(?:\.\d+)*[_.-]|\d{8,})/i.test(name) || (name === 'migration.sql' && /^\d+_/.test(folder));
}

/** A migration file may hold the way back as well, behind a mark that its tool knows. */
const wayBack =
  /^--\s*(?:\+goose\s+down|migrate:down|\+migrate\s+down|@?(?:undo|down)\b|down migration|!downs)/im;

function* stepsIn(sql: SqlFile, file: FileContext): Iterable<Step> {
  const end = wayBack.exec(file.text)?.index ?? file.text.length;
  for (const statement of sql.statements) {
    const step = statement.start < end ? stepOf(statement, file) : undefined;
    if (step) yield step;
  }
}

function stepOf({ start, end, tokens }: SqlStatement, file: FileContext): Step | undefined {
  const words = tokens.map(({ value }) => value);
  const table = words.indexOf('table');
  if (table < 1 || table > 3 || words.slice(0, table).some((word) => /^temp(?:orary)?$/.test(word)))
    return undefined;
  const guard = words[table + 1] === 'if' ? words.indexOf('exists', table) : table;
  const name = nameAt(words, guard + 1);
  const place = file.placeOf(start, end);
  const step = { table: name.text, ifNotExists: guard > table, columns: '', place };
  if (words[0] === 'drop') return { kind: 'drop', ...step };
  if (words[0] === 'alter') {
    const to = words.indexOf('to', name.next);
    const renames = words[name.next] === 'rename' && to === name.next + 1;
    return renames ? { kind: 'rename', ...step, to: nameAt(words, to + 1).text } : undefined;
  }
  const isPart = words.slice(name.next, name.next + 2).join(' ') === 'partition of';
  if (words[0] !== 'create' || isPart) return undefined;
  return { kind: 'create', ...step, columns: words.slice(name.next).join(' ') };
}

/** A name with its schema, where it is not the default one; and the index of the token behind it. */
function nameAt(words: readonly string[], index: number): { readonly text: string; readonly next: number } {
  const parts = [words[index] ?? ''];
  let next = index + 1;
  for (; words[next] === '.'; next += 2) parts.push(words[next + 1] ?? '');
  const text = parts
    .map((part) => part.toLowerCase())
    .filter((part, at) => at > 0 || parts.length === 1 || part !== 'public');
  return { text: text.join('.'), next };
}

/** The steps of each folder of migrations, in the order in which they run. */
function byFolder(files: readonly FileFacts<Step>[]): readonly (readonly Step[])[] {
  const folders = new Map<string, FileFacts<Step>[]>();
  for (const file of files) {
    const segments = file.file.split('/');
    const folder = segments.slice(0, file.file.endsWith('/migration.sql') ? -2 : -1).join('/');
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  return [...folders.values()].map((each) =>
    each.toSorted((a, b) => compare(a.file, b.file)).flatMap(({ facts }) => facts),
  );
}
