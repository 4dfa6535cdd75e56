import type { Refusal } from '../model/textEdit.ts';
import { type AcceptancePart, acceptanceParts, inOnePart, readAcceptance } from './acceptance.ts';
import { type BlockerSyntax, fieldOf } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { lineEndNear, lineStart, written } from './newFields.ts';
import type { SpanEdit } from './source.ts';
import { slice } from './span.ts';
import { oneLine, type StatusReason, type StatusRecord } from './statusReason.ts';

/** `Risk Acceptance` with what is given of it: a new field, or the old one saying so. */
export function acceptedRecord(
  { source: { text } }: DocumentSyntax,
  blocker: BlockerSyntax,
  given: StatusReason,
): StatusRecord | Refusal {
  const items = itemsOf(given);
  const holds: StatusRecord['holds'] = (after, accepted) => {
    const read = readAcceptance(after, accepted);
    return read?.until === given.until && read?.reason !== undefined && read.ended === undefined;
  };
  const old = fieldOf(blocker, 'acceptance');
  if (!old) return { fields: [{ key: 'Risk Acceptance', items }], edits: [], holds };
  const parts = acceptanceParts(text, old);
  if (parts.length === 0) return { fields: [], edits: [filled(text, old, items)], holds };
  const edits: SpanEdit[] = [];
  let last: AcceptancePart | undefined;
  for (const item of items) {
    const part = parts.find(({ key }) => keyOf(item).has(key));
    if (part) edits.push({ ...part.span, newText: item });
    else if (last) edits.push(behind(text, old, last, item));
    else break;
    last = part ?? last;
  }
  return edits.length === items.length && parts.some(({ key }) => key === 'reason')
    ? { fields: [], edits, holds }
    : { refused: `${blocker.id} has a ${old.key} already; change it there.` };
}

/** Says of an acceptance that stands in force yet that it was ended, by whom and when; what people wrote stays. */
export function endedRecord(
  syntax: DocumentSyntax,
  blocker: BlockerSyntax,
  { by, at }: StatusReason,
): StatusRecord {
  const { text } = syntax.source;
  const nothing = { fields: [], edits: [] };
  const old = fieldOf(blocker, 'acceptance');
  const read = readAcceptance(syntax, blocker);
  if (!old || !read || read.ended || at === undefined) return nothing;
  // Past its last day it has ended by itself.
  if (read.until !== undefined && read.until < at) return nothing;
  const words = `${by ? `by ${nameOf(by)} ` : ''}on ${at}`;
  const parts = acceptanceParts(text, old);
  const said = parts.find(({ key }) => key === 'decision') ?? parts.find(({ key }) => key === '');
  const last = parts.at(-1);
  if (!last) return nothing;
  const end = said && said.span.end - (/(?<![.,;])[.,;]{1,4}$/.exec(slice(text, said.span))?.[0].length ?? 0);
  const edit =
    end === undefined
      ? behind(text, old, last, `Ended: ${words}`)
      : { start: end, end, newText: `, ended ${words}` };
  return {
    fields: [],
    edits: [edit],
    holds: (after, ended) => readAcceptance(after, ended)?.ended === at,
  };
}

/** What is given, in the order in which it is written. */
function itemsOf(given: StatusReason): readonly string[] {
  const { until, by, at } = given;
  const approved = by ? `, approved by ${nameOf(by)}${at ? ` on ${at}` : ''}` : '';
  const levels = (['likelihood', 'impact', 'overall'] as const)
    .flatMap((name) => (given[name] ? [`${name}: ${given[name]}`] : []))
    .join(', ');
  const [reason, mitigation, rollback] = [given.reason, given.mitigation, given.rollback].map((words) =>
    inOnePart(oneLine(words)),
  );
  return [
    `Decision: accept${until ? ` until ${until}` : ''}${approved}`,
    ...(levels ? [levels.charAt(0).toUpperCase() + levels.slice(1)] : []),
    `Reason: ${reason}`,
    ...(mitigation ? [`Mitigation: ${mitigation}`] : []),
    ...(rollback ? [`Rollback: ${rollback}`] : []),
  ];
}

/** A decision is read back by its commas, so a name can't have any. */
const nameOf = (by: string): string => by.replace(/[\s,;()]+/g, ' ').trim();

const levelKeys: ReadonlySet<string> = new Set(['likelihood', 'impact', 'overall']);
function keyOf(item: string): ReadonlySet<string> {
  const key = item.slice(0, item.indexOf(':')).toLowerCase();
  return levelKeys.has(key) ? levelKeys : new Set([key]);
}

/** One more part, written as the one before it is. */
function behind(text: string, field: FieldSyntax, { span }: AcceptancePart, words: string): SpanEdit {
  const item = field.items.find(({ content }) => content.start <= span.start && span.end <= content.end);
  const at = { start: span.end, end: span.end };
  if (!item) return { ...at, newText: `; ${words}` };
  const lead = text.slice(lineStart(text, item.span.start), item.box?.start ?? item.content.start);
  return { ...at, newText: `${lineEndNear(text, span.end)}${lead}${words}` };
}

/** The value of a field that says nothing yet. */
function filled(text: string, field: FieldSyntax, items: readonly string[]): SpanEdit {
  if (field.style === 'bullet') {
    const start = lineStart(text, field.span.start);
    const lines = written(text, field, { key: field.key, items }, lineEndNear(text, start));
    return { start, end: Math.max(field.value.end, field.span.end), newText: lines };
  }
  const { start } = field.value;
  const space = /\s/.test(text.charAt(start - 1)) ? '' : ' ';
  return { ...field.value, newText: space + items.join('; ') };
}
