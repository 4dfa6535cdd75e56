import type { BlockerEntry, Inherited } from './blockerEntry.ts';
import { type FieldSyntax, fieldName } from './fieldSyntax.ts';
import { type HeadingSyntax, readHeading } from './heading.ts';
import { type MarkdownNode, plainTextOf } from './markdownTree.ts';
import { isNothing } from './sectionKind.ts';
import { slice } from './span.ts';
import { readStatus } from './status.ts';

interface Column {
  readonly key: string;
  readonly head: MarkdownNode;
  readonly name: FieldSyntax['name'];
}

/** A row's cells as fields named by the table's header. */
const cellFields = (columns: readonly Column[], row: MarkdownNode): FieldSyntax[] =>
  columns.flatMap(({ key, head, name }, column) => {
    const cell = row.children[column];
    if (!cell) return [];
    const field: FieldSyntax = {
      key,
      name,
      style: 'cell',
      span: { start: cell.start, end: cell.end },
      keySpan: head.content,
      value: cell.content,
      block: cell,
      items: [],
    };
    return [field];
  });

const isId = (text: string): boolean => /^#?[\p{L}\d][\p{L}\d._-]*$/u.test(text) && /\d/.test(text);

/** What a column that names blockers is called, where no column has their ids. */
const strong =
  /^(?:(?:critical|open|known|launch|production|remaining|blocking)\s+)?(?:blocker|issue|problem|bug|finding|gap|vulnerability|defect|concern|show-?stopper|limitation|blocking issue|action item|todo|to-do)s?(?: (?:name|title|description|summary))?$|^(?:short )?(?:description|title|summary) of (?:the )?[a-z]+$/i;
const weak =
  /^(?:item|task|feature|check|requirement|title|name|description|summary|area|component|action|what|step|criterion|criteria|fix|work item|deliverable|test|service|control|module|system|category)s?$/i;

/** A column that only lists of what is blocked have. */
const waits = /^(?:blocked (?:on|by)|waiting (?:on|for))$/i;

/** What may name a blocker where no other column does. */
const last = /^(?:comments?|notes?|text|message|remarks?)$/i;

/** The column whose cells say what each blocker is. */
function nameColumn(columns: readonly Column[], tells: (column: number) => boolean): number {
  const find = (is: (column: Column) => boolean): number =>
    columns.findIndex((column, index) => tells(index) && is(column));
  for (const wanted of ['name', 'title', 'description'] as const) {
    const found = find(
      ({ name, key }) =>
        name === wanted && !/^(?:evidence|reason|context|why|cause|root cause|details?|current)/i.test(key),
    );
    if (found >= 0) return found;
  }
  // `Risk / Blocker` is one or the other.
  const named = find(({ key }) => key.split(/\s?[/&]\s?/).some((part) => strong.test(part)));
  if (named >= 0) return named;
  const item = find(({ key, name }) => weak.test(key) && name !== 'locations');
  return item >= 0 || !columns.some(({ name }) => name === 'locations')
    ? item
    : find(({ key }) => last.test(key));
}

/** Whether a table without ids lists blockers, by its columns and by where it stands. */
function listsBlockers(columns: readonly Column[], naming: Column, { lists, priority }: Inherited): boolean {
  const has = (...names: readonly FieldSyntax['name'][]) => columns.some(({ name }) => names.includes(name));
  if (strong.test(naming.key))
    return lists !== undefined || priority !== undefined || has('priority', 'locations');
  if (has('priority') && has('status', 'locations', 'owner', 'impact', 'effort')) return true;
  if (lists !== undefined && columns.some(({ key }) => waits.test(key))) return true;
  const telling = has('priority', 'status', 'locations', 'impact', 'owner', 'effort');
  return (lists === 'section' || priority !== undefined) && telling;
}

/** The first column whose cells are all ids, whatever it is called: `Bug` may hold numbers beside a title. */
function columnOfIds(text: string, columns: readonly Column[], rows: readonly MarkdownNode[]): number {
  const titled = columns.some(({ name }) => name === 'title' || name === 'description');
  return columns.findIndex(({ name }, column) => {
    if (name === undefined ? rows.length < 2 : name !== 'name' || !titled) return false;
    const pattern =
      name === 'name'
        ? /^[*`[]{0,3}(?:#?\d+|[A-Z]{1,8}[-_]?\d{1,5})\b(?:\S{0,3}|\]\([^()\s]{1,300}\)\S{0,2})$/
        : idAlone;
    return rows.every(({ children }) => {
      const cell = children[column];
      return cell !== undefined && pattern.test(slice(text, cell.content));
    });
  });
}

const idAlone = /^[*`[]{0,3}[A-Z]{1,8}[-_]\d{1,5}\b\S{0,3}$/;
/** Cells that count others or point at them: `3`, `SM-1, SM-3`. */
const others = /^(?:\d+|#?[A-Z]{0,8}[-_]?\d{1,5}(?:(?:\s*[,;&–-]\s*|\s+and\s+)#?[A-Z]{0,8}[-_]?\d{1,5})+)$/;

/** The fields of a table's rows, each named by its column. */
export function rowFields(text: string, table: MarkdownNode): FieldSyntax[][] {
  const [header, ...rows] = table.children;
  const columns = (header?.children ?? []).map((head) => columnOf(text, head));
  return rows.map((row) => cellFields(columns, row));
}

function columnOf(text: string, head: MarkdownNode): Column {
  const key = plainTextOf(text, head, head.content);
  return { key, head, name: fieldName(key) };
}

/** The blockers that a table lists, one a row. */
export function rowEntries(
  text: string,
  table: MarkdownNode,
  inherited: Inherited,
  aside: boolean,
): BlockerEntry[] {
  const [header, ...rows] = table.children;
  if (!header) return [];
  const columns = header.children.map((head, column) => {
    const named = columnOf(text, head);
    return named.key === '' && saysStatus(text, rows, column) ? { ...named, name: 'status' as const } : named;
  });
  const called = columns.findIndex(({ name }) => name === 'id');
  const idColumn = called < 0 ? columnOfIds(text, columns, rows) : called;
  const isProse = (column: number): boolean =>
    rows.some(({ children }) => / \S/.test(children[column] ? slice(text, children[column].content) : ''));
  const prose = nameColumn(columns, (column) => column !== idColumn && isProse(column));
  // A column of single words names blockers only where no other does: `Bug` may hold links to a tracker.
  const other = prose >= 0 ? prose : nameColumn(columns, (column) => column !== idColumn);
  const states = columns.some(({ name }) => name === 'status' || name === 'priority');
  const naming =
    other < 0 && idColumn >= 0 && states && !aside
      ? columns.findIndex(({ name }, column) => name === undefined && column !== idColumn && isProse(column))
      : other;
  const nameOf = columns[naming];
  if (!nameOf) return idColumn < 0 ? [] : bareRows(text, columns, rows, idColumn, inherited);
  const echo = aside && states && (nameOf.name === 'name' || strong.test(nameOf.key));
  const unnamed = (!aside && listsBlockers(columns, nameOf, inherited)) || echo;
  return rows.flatMap((row) => {
    const fields = cellFields(columns, row);
    const nameCell = row.children[naming];
    if (!nameCell) return [];
    const idCell = idColumn < 0 ? undefined : row.children[idColumn];
    const heading = readHeading(text, nameCell, nameCell.content);
    if (others.test(heading.name)) return [];
    const idText = idCell ? readId(text, idCell) : undefined;
    const named = idText ?? heading.id;
    if (named === undefined && (!unnamed || isNothing(plainTextOf(text, nameCell, nameCell.content))))
      return [];
    if (named !== undefined && aside && !echo && /^\d+$/.test(named)) return [];
    if (isNothing(heading.name) && !/^\[/.test(slice(text, nameCell.content))) return [];
    const entry: BlockerEntry = {
      kind: 'row',
      heading: { ...heading, ...identity(idText, idCell) },
      span: { start: row.start, end: row.end },
      headingEnd: row.end,
      ownEnd: row.end,
      fields: fields.filter((_, column) => column !== idColumn && column !== naming),
      inherited,
      blocks: [nameCell],
      ...(echo && (named === undefined || /^\d+$/.test(named)) && { echo }),
    };
    return [entry];
  });
}

/** Rows without a name, which only say more of blockers that other places name. */
function bareRows(
  text: string,
  columns: readonly Column[],
  rows: readonly MarkdownNode[],
  idColumn: number,
  inherited: Inherited,
): BlockerEntry[] {
  if (!columns.some(({ name }) => name === 'status' || name === 'priority')) return [];
  const { lists, status } = inherited;
  return rows.flatMap((row): BlockerEntry[] => {
    const cell = row.children[idColumn];
    const id = cell ? readId(text, cell) : undefined;
    if (!cell || id === undefined) return [];
    const fields = cellFields(columns, row).filter((_, column) => column !== idColumn);
    return [
      {
        kind: 'row',
        heading: { content: cell.content, named: false, name: '', ...identity(id, cell) },
        span: { start: row.start, end: row.end },
        headingEnd: row.end,
        ownEnd: row.end,
        fields,
        inherited: { ...(lists && { lists }), ...(status && { status }) },
        blocks: [],
      },
    ];
  });
}

/** Whether a column without a head has a sign for the status in each cell. */
const saysStatus = (text: string, rows: readonly MarkdownNode[], column: number): boolean =>
  rows.length > 0 &&
  rows.every(({ children }) => {
    const cell = children[column];
    return cell !== undefined && readStatus(text, cell.content, 'heading')?.sign !== undefined;
  });

/** The id that a cell holds, without what decorates it. */
function readId(text: string, cell: MarkdownNode): string | undefined {
  const id = plainTextOf(text, cell, cell.content).replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}]+$/gu, '');
  return isId(id) ? id : undefined;
}

function identity(id: string | undefined, cell: MarkdownNode | undefined): Partial<HeadingSyntax> {
  if (id === undefined || !cell) return {};
  return /^\d+$/.test(id) ? { number: id } : { id, idSpan: cell.content };
}
