import type { BlockerEntry, Inherited } from './blockerEntry.ts';
import { type FieldSyntax, fieldName } from './fieldSyntax.ts';
import { type MarkdownNode, plainText } from './markdownTree.ts';
import { type Span, slice, trimmed } from './span.ts';

/** A cell without its pipes and the white space around. */
function cellContent(text: string, cell: MarkdownNode): Span {
  const raw = slice(text, cell);
  const start = cell.start + (raw.startsWith('|') ? 1 : 0);
  const first = cell.children[0]?.start ?? start;
  const last = cell.children.at(-1)?.end ?? first;
  return trimmed(text, { start: first, end: Math.max(first, last) });
}

/** A row's cells as fields named by the table's header. */
function cellFields(text: string, header: MarkdownNode, row: MarkdownNode): FieldSyntax[] {
  return header.children.flatMap((head, column) => {
    const cell = row.children[column];
    if (!cell) return [];
    const keySpan = cellContent(text, head);
    const key = plainText(head.children, keySpan);
    const name = fieldName(key);
    const field: FieldSyntax = {
      key,
      style: 'cell',
      span: { start: cell.start, end: cell.end },
      keySpan,
      value: cellContent(text, cell),
      inline: cell.children,
      items: [],
      ...(name && { name }),
    };
    return [field];
  });
}

const isId = (text: string): boolean => /^#?[\p{L}\d][\p{L}\d._-]*$/u.test(text) && /\d/.test(text);

/** The blockers that a table lists: one a row, where it has a column for ids and one that says what each is. */
export function rowEntries(text: string, table: MarkdownNode, inherited: Inherited): BlockerEntry[] {
  const [header, ...rows] = table.children;
  if (!header) return [];
  return rows.flatMap((row) => {
    const fields = cellFields(text, header, row);
    const idCell = fields.find((field) => field.name === 'id');
    const nameCell =
      fields.find((field) => field.name === 'name') ??
      fields.find((field) => field.name === 'title') ??
      fields.find((field) => field.name === 'description');
    if (!idCell || !nameCell) return [];
    const id = plainText(idCell.inline, idCell.value);
    if (!isId(id)) return [];
    const numbered = /^\d+$/.test(id);
    const entry: BlockerEntry = {
      kind: 'row',
      heading: {
        content: nameCell.value,
        name: plainText(nameCell.inline, nameCell.value),
        named: false,
        ...(numbered ? { number: id } : { id, idSpan: idCell.value }),
      },
      span: { start: row.start, end: row.end },
      headingEnd: row.end,
      ownEnd: row.end,
      fields: fields.filter((field) => field !== idCell && field !== nameCell),
      inherited,
    };
    return [entry];
  });
}
