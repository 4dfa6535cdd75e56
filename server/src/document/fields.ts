import { type FieldSyntax, fieldName, type ItemSyntax } from './fieldSyntax.ts';
import type { MarkdownNode } from './markdownTree.ts';
import { linesOf, type Span, trimmed } from './span.ts';

/** A key at the start of a line, and where its value begins. */
interface Key {
  readonly key: string;
  readonly keySpan: Span;
  readonly valueStart: number;
}

/** `**Key:**`, `**Key**:`, `**Key** (if known):` where the line starts with it. */
function boldKey(text: string, inline: readonly MarkdownNode[], line: Span): Key | undefined {
  const strong = inline.find(
    (node) => node.type === 'strong' && node.end <= line.end && node.start >= line.start,
  );
  if (!strong || !/^[^\p{L}\p{N}`[(]*$/u.test(text.slice(line.start, strong.start))) return undefined;
  const inner = trimmed(text, { start: strong.start + 2, end: strong.end - 2 });
  const inside = text.slice(inner.start, inner.end);
  const colon = /(?<!\s)\s*[:：]$/.exec(inside);
  const outside = /^(?:\s\([^)\r\n]*\))?[ \t]*[:：]/.exec(text.slice(strong.end, line.end));
  if (!colon && !outside) return undefined;
  const keyEnd = colon ? inner.start + colon.index : inner.end;
  return {
    key: text.slice(inner.start, keyEnd),
    keySpan: { start: inner.start, end: keyEnd },
    valueStart: strong.end + (colon ? 0 : (outside?.[0].length ?? 0)),
  };
}

/** `Key: value` without emphasis, from the closed list of known keys. */
function plainKey(text: string, line: Span): Key | undefined {
  const match = /^(\s*)([A-Za-z][A-Za-z ()'-]{0,40}):(?=\s|$)/.exec(text.slice(line.start, line.end));
  if (!match?.[2] || !fieldName(match[2])) return undefined;
  const start = line.start + (match[1] ?? '').length;
  const end = start + match[2].length;
  return { key: match[2], keySpan: { start, end }, valueStart: end + 1 };
}

const keyOf = (text: string, inline: readonly MarkdownNode[], line: Span): Key | undefined =>
  boldKey(text, inline, line) ?? plainKey(text, line);

/** The items of a list, not those nested in them. */
export function itemsOf(text: string, list: MarkdownNode): ItemSyntax[] {
  return list.children.map((item) => {
    const paragraph = item.children[0]?.type === 'paragraph' ? item.children[0] : undefined;
    const raw = text.slice(item.start, item.end);
    const lead = /^(?:[-*+]|\d{1,9}[.)])[ \t]*(?:(\[([ xX])\])(?=\s)[ \t]*)?/.exec(raw);
    const boxEnd = item.start + (lead?.[0].trimEnd().length ?? 0);
    const start = Math.min(item.start + (lead?.[0].length ?? 0), item.end);
    return {
      span: { start: item.start, end: item.end },
      content: trimmed(text, { start, end: Math.max(start, paragraph?.end ?? start) }),
      inline: paragraph?.children ?? [],
      ...(lead?.[1] && {
        box: { start: boxEnd - lead[1].length, end: boxEnd, checked: lead[2] !== ' ' },
      }),
    };
  });
}

/** A paragraph's fields, each up to the next; a line without key goes on the field before it. */
function lineFields(text: string, paragraph: MarkdownNode): FieldSyntax[] {
  const found = linesOf(text, paragraph).flatMap((line) => {
    const key = keyOf(text, paragraph.children, line);
    return key ? [{ ...key, start: line.start }] : [];
  });
  return found.map(({ key, keySpan, valueStart, start }, index) => {
    const value = trimmed(text, { start: valueStart, end: found[index + 1]?.start ?? paragraph.end });
    const name = fieldName(key);
    return {
      key,
      keySpan,
      value: value.start === value.end ? { start: valueStart, end: valueStart } : value,
      style: 'line',
      span: { start: trimmed(text, { start, end: valueStart }).start, end: Math.max(value.end, valueStart) },
      inline: paragraph.children,
      items: [],
      ...(name && { name }),
    };
  });
}

/** The field that a list's item is; undefined where it starts with no key. */
function bulletField(text: string, item: MarkdownNode): FieldSyntax | undefined {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return undefined;
  const [field] = lineFields(text, first);
  if (!field || trimmed(text, first).start !== field.span.start) return undefined;
  const list = rest.find((node) => node.type === 'list');
  const code = rest.find((node) => node.type === 'code');
  return {
    ...field,
    style: 'bullet',
    span: { start: item.start, end: trimmed(text, item).end },
    value:
      field.value.start === field.value.end ? field.value : trimmed(text, { ...field.value, end: first.end }),
    items: list ? itemsOf(text, list) : [],
    ...(code && { code }),
  };
}

const isEmpty = (field: FieldSyntax): boolean =>
  field.value.start === field.value.end && field.items.length === 0 && !field.code;

/** Gives a key that stands alone the block below it as its value. */
function withBlock(text: string, field: FieldSyntax, block: MarkdownNode): FieldSyntax {
  const span = { start: field.span.start, end: trimmed(text, block).end };
  if (block.type === 'list') return { ...field, span, items: itemsOf(text, block) };
  if (block.type === 'code') return { ...field, span, code: block };
  if (block.type !== 'paragraph') return field;
  return { ...field, span, value: trimmed(text, block), inline: block.children };
}

/** The fields among a section's blocks, in order. */
export function readFields(text: string, blocks: readonly MarkdownNode[]): FieldSyntax[] {
  const fields: FieldSyntax[] = [];
  for (const block of blocks) {
    const last = fields.at(-1);
    const found =
      block.type === 'paragraph'
        ? lineFields(text, block)
        : block.type === 'list'
          ? block.children.flatMap((item) => bulletField(text, item) ?? [])
          : [];
    const awaits = last?.style === 'line' && isEmpty(last);
    if (awaits && (block.type === 'list' || found.length === 0)) {
      fields[fields.length - 1] = withBlock(text, last, block);
    } else {
      fields.push(...found);
    }
  }
  return fields;
}

/** A heading whose text is a known key, as a field: what stands below is its value. */
export function headingField(
  text: string,
  heading: MarkdownNode,
  blocks: readonly MarkdownNode[],
): FieldSyntax | undefined {
  const content = trimmed(text, {
    start: heading.children[0]?.start ?? heading.end,
    end: heading.children.at(-1)?.end ?? heading.end,
  });
  const key = text.slice(content.start, content.end).replace(/(?<![\s:*])[\s:*]+$/, '');
  const name = fieldName(key);
  if (!name) return undefined;
  const field: FieldSyntax = {
    key,
    name,
    style: 'heading',
    span: { start: heading.start, end: heading.end },
    keySpan: content,
    value: { start: heading.end, end: heading.end },
    inline: [],
    items: [],
  };
  const wanted =
    name === 'verification' || name === 'checklist' || name === 'locations' ? 'list' : 'paragraph';
  const block = blocks.find((node) => node.type === wanted) ?? blocks[0];
  return block ? withBlock(text, field, block) : field;
}
