import { type BlockerSyntax, fieldOf } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import type { SpanEdit } from './source.ts';

/** A field to add; its items stand below it where the style has room for a list. */
export interface NewField {
  readonly key: string;
  readonly value?: string;
  readonly items?: readonly string[];
}

const isWritten = (field: FieldSyntax): boolean => field.style === 'bullet' || field.style === 'line';
/** Whether the value stands behind the key on its line. */
const isInline = (text: string, { keySpan, value }: FieldSyntax): boolean =>
  value.end > value.start && !/[\r\n]/.test(text.slice(keySpan.end, value.start));

/** Where the line begins that a place is on. */
export const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;

/** The line end that the document uses around a place. */
export function lineEndNear(text: string, offset: number): string {
  return /\r\n|\n|\r/.exec(text.slice(offset))?.[0] ?? /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** A field written as its model is: same indentation, marker, emphasis, colon and spacing. */
export function written(
  text: string,
  model: FieldSyntax | undefined,
  field: NewField,
  lineEnd: string,
): string {
  const start = model?.span.start ?? 0;
  const indent = /^[\s>]*/.exec(text.slice(lineStart(text, start), start))?.[0] ?? '';
  const [before, behind] = model ? aroundKey(text, model) : ['- **', ':** '];
  const lead = `${indent}${before}${field.key}${/\s$/.test(behind) ? behind : `${behind} `}`;
  if (!field.items) return lead + (field.value ?? '');
  if (model && model.style !== 'bullet') return lead + field.items.join('; ');
  const marker = before.match(/^[-*+]/)?.[0] ?? '-';
  return [lead.trimEnd(), ...field.items.map((item) => `${indent}  ${marker} ${item}`)].join(lineEnd);
}

/** What stands before a key and between it and its value, less what sets it off from another on the line. */
function aroundKey(text: string, { style, span, keySpan, value }: FieldSyntax): readonly [string, string] {
  const before = text.slice(span.start, keySpan.start);
  const behind = text.slice(keySpan.end, value.start);
  if (style !== 'line') return [before, behind];
  return [/(?<![*_])[*_]*$/.exec(before)?.[0] ?? '', /[:：]/.test(behind) ? behind : ': '];
}

/** Adds fields to a blocker where a person would: behind its plain fields, in the style of their neighbours. */
export function fieldInsertion(
  { source: { text }, blockers }: DocumentSyntax,
  blocker: BlockerSyntax,
  fields: readonly NewField[],
): SpanEdit | undefined {
  const section = blocker.entries.find((entry) => entry.kind === 'section');
  if (!section) return itemInsertion(text, blocker, fields);
  const lineEnd = lineEndNear(text, section.headingEnd);
  const render = (model: FieldSyntax | undefined) =>
    fields.map((field) => written(text, model, field, lineEnd));

  const known = section.fields.filter((field) => isWritten(field) && field.span.start < section.ownEnd);
  const own = known.some(({ name }) => name) ? known.filter(({ name }) => name) : known;
  const status = fieldOf(blocker, 'status');
  const last = own.filter((field) => field.name !== 'verification' && isInline(text, field)).at(-1);
  const anchor = status && own.includes(status) && isInline(text, status) ? status : last;
  if (anchor) {
    // Others may stand behind the neighbour on its line, and two spaces, a line break in Markdown, at its end.
    const line = /^[^\r\n]*/.exec(text.slice(anchor.span.end))?.[0] ?? '';
    const at = anchor.span.end + line.length;
    const rest = line.slice(line.trimEnd().length);
    const lines = render(anchor).map((each) => lineEnd + each + rest);
    // Words on the next line would go on the list that is written as one line.
    const next = at + lineEnd.length;
    const goesOn = /^[ \t]*(?![-+*#>|`]\s|\d+[.)]\s|\||```|---)[^\s]/.test(text.slice(next, next + 80));
    const isKeyed = known.some(({ span }) => lineStart(text, span.start) === next);
    const apart = anchor.style === 'line' && fields.some(({ items }) => items) && goesOn && !isKeyed;
    return { start: at, end: at, newText: lines.join('') + (apart ? lineEnd : '') };
  }
  const elsewhere = blockers.flatMap((other) => fieldOf(other, 'status') ?? []);
  const model = [...section.fields, ...elsewhere].find((field) => isWritten(field) && isInline(text, field));
  const [first] = own;
  if (first) {
    const at = lineStart(text, first.span.start);
    const like =
      model?.style === first.style ? model : { ...first, value: { ...first.value, end: first.value.start } };
    return {
      start: at,
      end: at,
      newText: render(like)
        .map((line) => line + lineEnd)
        .join(''),
    };
  }
  const at = section.headingEnd;
  const behind = text.slice(at).split(/\r\n|\n|\r/);
  const textFollows = (behind[1] ?? '').trim() !== '';
  const spaced = behind.length > 2 && !textFollows;
  const lines = render(model).join(lineEnd);
  return {
    start: at,
    end: at,
    newText: `${lineEnd}${spaced ? lineEnd : ''}${lines}${textFollows ? lineEnd : ''}`,
  };
}

/** Adds fields below a list's item, as bullets in it. */
function itemInsertion(
  text: string,
  { entries }: BlockerSyntax,
  fields: readonly NewField[],
): SpanEdit | undefined {
  const [{ item, kind, headingEnd }] = entries;
  if (kind !== 'item' || !item) return undefined;
  const lineEnd = lineEndNear(text, headingEnd);
  const lead = text.slice(lineStart(text, item.span.start), item.content.start);
  // Only where nothing but white space and the item's own mark stands before it.
  const marker = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)(?:\[[ xX]\][ \t]*)?$/.exec(lead);
  if (!marker) return undefined;
  const indent = (marker[1] ?? '') + ' '.repeat((marker[2] ?? '').length + (marker[3] ?? '').length);
  const bullet = /^[-*+]$/.test(marker[2] ?? '') ? marker[2] : '-';
  const lines = fields.map((field) => written(text, undefined, field, lineEnd).replace(/^- /, `${bullet} `));
  return {
    start: headingEnd,
    end: headingEnd,
    newText: lines
      .map(
        (line) =>
          lineEnd +
          line
            .split(/\r\n|\n|\r/)
            .map((part) => indent + part)
            .join(lineEnd),
      )
      .join(''),
  };
}
