import { type FieldSyntax, fieldName, type ItemSyntax } from './fieldSyntax.ts';
import { frontMatterFields } from './frontMatter.ts';
import { type MarkdownNode, plainTextOf } from './markdownTree.ts';
import { linesOf, type Span, slice, trimmed } from './span.ts';

/** A key, and where its value begins. */
interface Key {
  readonly key: string;
  readonly start: number;
  readonly keySpan: Span;
  readonly valueStart: number;
  /** Where the value ends before the next key or line: behind its sentence. */
  readonly valueEnd?: number;
}

/** `**Key:**`, `**Key**:`, `**Key** (if known):`, `*Key:*`, and `**Key: value**` where the key is known. */
const emphasised =
  /^(?:[^\p{L}\p{N}`[(*_]{0,12})(\*{1,3}|_{1,3})(?=[^\s*_])([^*_:：\r\n]{1,80})(?:(\s?[:：])\1|\1(?:\s\([^)\r\n]{1,60}\))?[ \t]*[:：]|([:：])(?=[ \t]))/u;
const plain = /^\s{0,12}(?:> ?){0,3}([A-Za-z][A-Za-z ()'/.-]{0,40}):(?=\s|$)/;
/** `` `Status: open` `` */
const inCode = /^\s{0,12}`([A-Za-z][A-Za-z ]{1,24}):\s[^`\r\n]{1,80}`/;
/** What stands between two fields on one line. */
const separator = /[|·•;,]|\s[-–—/]\s|\s{2}|\s(?=\*\*[A-Za-z])|[.!?]\s/g;
/** What a key behind the first one on a line would have. */
const another = /:(?=[\s*_]|$)/;

/** The key at the start of a line or part of it. */
function keyAt(text: string, line: Span): Key | undefined {
  const raw = slice(text, line);
  if (!raw.includes(':') && !raw.includes('：')) return undefined;
  const bold = emphasised.exec(raw);
  if (bold?.[1] !== undefined && bold[2] !== undefined) {
    const inside = bold[0].indexOf(bold[1]) + bold[1].length;
    const key = bold[2].trim();
    if (key === '' || (bold[4] !== undefined && !fieldName(key))) return undefined;
    const start = line.start + inside + bold[2].indexOf(key);
    return {
      key,
      start: line.start,
      keySpan: { start, end: start + key.length },
      valueStart: line.start + bold[0].length,
    };
  }
  const coded = inCode.exec(raw);
  if (coded?.[1] && fieldName(coded[1])) {
    const start = line.start + raw.indexOf(coded[1]);
    const keySpan = { start, end: start + coded[1].length };
    const valueEnd = line.start + coded[0].length - 1;
    return { key: coded[1], start: line.start, keySpan, valueStart: keySpan.end + 1, valueEnd };
  }
  const match = plain.exec(raw);
  if (!match?.[1] || !fieldName(match[1])) return undefined;
  const start = line.start + match[0].length - 1 - match[1].length;
  const end = start + match[1].length;
  return { key: match[1], start: line.start, keySpan: { start, end }, valueStart: end + 1 };
}

/** The keys on a line: `**Severity:** High | **Status:** Open`. Those after the first are known ones. */
function keysOn(text: string, line: Span): Key[] {
  const first = keyAt(text, line);
  if (!first) return keysBehindBars(text, line);
  const keys = [first];
  if (first.valueStart >= line.end) return keys;
  const rest = text.slice(first.valueStart, line.end);
  if (!another.test(rest)) return keys;
  for (const found of rest.matchAll(separator)) {
    // An acceptance says its reason and impact itself.
    if (!/[|·•]/.test(found[0]) && fieldName(keys.at(-1)?.key ?? '') === 'acceptance') continue;
    const start = first.valueStart + found.index + found[0].length;
    const key = keyAt(text, { start, end: line.end });
    if (key && fieldName(key.key)) keys.push({ ...key, start: first.valueStart + found.index });
  }
  return keys;
}

/** The keys on a line that starts with something else: `Opened 2025-04-02 · Status: Open`, `No limit. Status: open.` */
function keysBehindBars(text: string, line: Span): Key[] {
  const raw = slice(text, line);
  if (/[|·•]/.test(raw)) return another.test(raw) ? keysIn(text, line, raw, /[|·•]/g) : barePairs(line, raw);
  if (!statement.test(raw)) return [];
  return keysIn(text, line, raw, /[.!?;(]\s?\*{0,2}|^\*|\s\*(?=\w)/g).flatMap((key) => {
    const name = fieldName(key.key);
    if (name !== 'status' && name !== 'priority') return [];
    const end = /[.!?)](?=[\s*_]|$)/.exec(text.slice(key.valueStart, line.end));
    return [{ ...key, valueEnd: end ? key.valueStart + end.index : line.end }];
  });
}

/** A sentence that states one. */
const statement = /\b(?:status|state|priority|severity):\s/i;

function keysIn(text: string, line: Span, raw: string, before: RegExp): Key[] {
  const keys: Key[] = [];
  for (const found of raw.matchAll(before)) {
    const key = keyAt(text, { start: line.start + found.index + found[0].length, end: line.end });
    if (key && fieldName(key.key)) keys.push({ ...key, start: line.start + found.index });
  }
  return keys;
}

/** `Priority P0 · Status open · Owner @sam`: keys without colons, where there are at least two. */
function barePairs(line: Span, raw: string): Key[] {
  const keys: Key[] = [];
  for (const { index } of raw.matchAll(/(?<=^|[|·•])[^|·•]+/g)) {
    const pair = /^[\s*_]*(priority|severity|status|state|owner|effort)[\s*_]+(?=[^\s*_])/i.exec(
      raw.slice(index, index + 60),
    );
    if (!pair?.[1]) continue;
    const start = line.start + index + pair[0].indexOf(pair[1]);
    const keySpan = { start, end: start + pair[1].length };
    keys.push({
      key: pair[1],
      start: line.start + index,
      keySpan,
      valueStart: line.start + index + pair[0].length,
    });
  }
  return keys.length > 1 ? keys : [];
}

/** The items of a list, with those of the lists in them. */
export function itemsOf(text: string, list: MarkdownNode): ItemSyntax[] {
  return list.children.map((item) => itemOf(text, item));
}

export function itemOf(text: string, item: MarkdownNode): ItemSyntax {
  const first = item.children[0];
  const paragraph = first?.type === 'paragraph' ? first : undefined;
  const start = paragraph?.start ?? Math.min(item.box?.end ?? item.start + 1, item.end);
  const lists = item.children.length < 2 ? none : item.children.filter(({ type }) => type === 'list');
  return {
    span: item,
    content: paragraph ? paragraph.content : { start, end: start },
    block: paragraph,
    nested: lists.length === 0 ? none : lists.flatMap((list) => itemsOf(text, list)),
    ...(item.box && { box: item.box }),
  };
}

const none: readonly never[] = [];

/** A paragraph's fields, each up to the next; a line without key goes on the field before it. */
function lineFields(text: string, paragraph: MarkdownNode): readonly FieldSyntax[] {
  const lines = linesOf(text, paragraph);
  const [only] = lines;
  const found = only && lines.length === 1 ? keysOn(text, only) : lines.flatMap((line) => keysOn(text, line));
  if (found.length === 0) return none;
  return found.map((key, index) => {
    const until = key.valueEnd ?? found[index + 1]?.start ?? paragraph.end;
    const end = short.has(fieldName(key.key)) ? endOfLine(text, key.valueStart, until) : until;
    return lineField(text, key, end, paragraph);
  });
}

/** What is said in a line: the next one tells something else. */
const short: ReadonlySet<FieldSyntax['name']> = new Set([
  'status',
  'priority',
  'owner',
  'effort',
  'category',
]);

/** Where the value's line ends, or the value where nothing of it stands there. */
function endOfLine(text: string, start: number, end: number): number {
  const at = text.indexOf('\n', start);
  return at < 0 || at >= end || text.slice(start, at).trim() === '' ? end : at;
}

/** A field from its key up to where the next one begins. */
function lineField(
  text: string,
  { key, keySpan, valueStart, start }: Key,
  end: number,
  block: MarkdownNode,
): FieldSyntax {
  const value = trimmed(text, { start: valueStart, end });
  return {
    key,
    name: fieldName(key),
    style: 'line',
    span: {
      start: trimmed(text, { start: Math.min(start, keySpan.start), end: keySpan.end }).start,
      end: Math.max(value.end, valueStart),
    },
    keySpan,
    value,
    block,
    items: none,
  };
}

/** The fields that a list's item is: mostly one; none where it starts with no key. */
function bulletFields(text: string, item: MarkdownNode): readonly FieldSyntax[] {
  const { children } = item;
  const first = children[0];
  if (first?.type !== 'paragraph') return none;
  const found = lineFields(text, first);
  const field = found[0];
  if (!field) return none;
  if (trimmed(text, first).start !== field.span.start) {
    return found.filter((one) => isOwnLine(text, first, one));
  }
  if (found.length > 1) return [{ ...field, style: 'bullet' }, ...found.slice(1)];
  const list = children.length < 2 ? undefined : children.find(({ type }) => type === 'list');
  const code = children.length < 2 ? undefined : children.find(({ type }) => type === 'code');
  const { key, name, keySpan, value } = field;
  return [
    {
      key,
      name,
      style: 'bullet',
      span: { start: item.start, end: trimmed(text, item).end },
      keySpan,
      value,
      block: first,
      items: list ? itemsOf(text, list) : none,
      ...(code && { code }),
    },
  ];
}

/** Whether a field stands on a line of its own that people put right behind a list, where Markdown takes it for the item's. */
const isOwnLine = (text: string, { start }: Span, field: FieldSyntax): boolean =>
  field.span.start > start && /[\r\n]/.test(text.charAt(field.span.start - 1));

/** A table of two columns whose first holds keys: `| **Severity** | High |`. */
function tableFields(text: string, table: MarkdownNode): FieldSyntax[] {
  if (table.children.some(({ children }) => children.length !== 2)) return [];
  const rows = table.children.flatMap((row): FieldSyntax[] => {
    const [head, cell] = row.children;
    if (!head || !cell) return [];
    const key = plainTextOf(text, head, head.content).replace(/ ?:$/, '');
    const name = fieldName(key);
    if (!name) return [];
    return [
      {
        key,
        name,
        style: 'cell',
        span: { start: row.start, end: row.end },
        keySpan: head.content,
        value: cell.content,
        block: cell,
        items: none,
      },
    ];
  });
  return rows.length >= 2 && rows.length * 2 >= table.children.length - 1 ? rows : [];
}

const isEmpty = (field: FieldSyntax): boolean =>
  field.value.start === field.value.end && field.items.length === 0 && !field.code;

/** Gives a key that stands alone the block below it as its value. */
function withBlock(text: string, field: FieldSyntax, block: MarkdownNode): FieldSyntax {
  const span = { start: field.span.start, end: trimmed(text, block).end };
  if (block.type === 'list') return { ...field, span, items: itemsOf(text, block) };
  if (block.type === 'code') return { ...field, span, code: block };
  if (block.type !== 'paragraph') return field;
  return { ...field, span, value: trimmed(text, block), block };
}

/** The fields among a section's blocks, in order. */
export function readFields(text: string, blocks: readonly MarkdownNode[]): FieldSyntax[] {
  const fields: FieldSyntax[] = [];
  for (const block of blocks) {
    const last = fields.at(-1);
    const found = fieldsIn(text, block);
    const awaits = last?.style === 'line' && isEmpty(last);
    if (awaits && (block.type === 'list' || found.length === 0)) {
      fields[fields.length - 1] = withBlock(text, last, block);
      if (block.type === 'list') fields.push(...found.filter(({ style }) => style === 'line'));
    } else {
      fields.push(...found);
    }
  }
  return fields;
}

function fieldsIn(text: string, block: MarkdownNode): readonly FieldSyntax[] {
  switch (block.type) {
    case 'paragraph':
      return lineFields(text, block);
    case 'list':
      return block.children.flatMap((item) => bulletFields(text, item));
    case 'table':
      return tableFields(text, block);
    case 'blockquote':
      return readFields(text, block.children);
    case 'yaml':
      return frontMatterFields(text, block);
    default:
      return [];
  }
}

/** `### Issue: Keys in code` names a blocker, and is no field of one. */
const naming: ReadonlySet<string> = new Set(['id', 'name', 'title', 'description']);

/** A heading whose text is a known key, as a field: what stands below is its value. */
export function headingField(
  text: string,
  heading: MarkdownNode,
  blocks: readonly MarkdownNode[],
): FieldSyntax | undefined {
  const { content } = heading;
  const written = slice(text, content);
  // `#### Status: Open` has its value on the line.
  const inline = keyAt(text, content);
  const inlineName = inline && fieldName(inline.key);
  if (inline && inlineName && !naming.has(inlineName)) {
    const value = trimmed(text, { start: inline.valueStart, end: content.end });
    if (value.end > value.start) {
      const span = { start: heading.start, end: heading.end };
      return {
        key: inline.key,
        name: inlineName,
        style: 'heading',
        span,
        keySpan: inline.keySpan,
        value,
        block: heading,
        items: none,
      };
    }
  }
  const key = written.replace(/(?<![\s:*])[\s:*]+$/, '');
  const name = fieldName(key);
  if (!name) return undefined;
  const field: FieldSyntax = {
    key,
    name,
    style: 'heading',
    span: { start: heading.start, end: heading.end },
    keySpan: content,
    value: { start: heading.end, end: heading.end },
    block: undefined,
    items: [],
  };
  const wanted =
    name === 'verification' || name === 'checklist' || name === 'locations' ? 'list' : 'paragraph';
  const block = blocks.find((node) => node.type === wanted) ?? blocks[0];
  return block ? withBlock(text, field, block) : field;
}
