import type { StepKind, StepState } from '../model/vocabulary.ts';
import type { FieldSyntax, ItemSyntax } from './fieldSyntax.ts';
import { type MarkdownNode, plainTextOf } from './markdownTree.ts';
import { type Span, slice } from './span.ts';
import { readStatus } from './status.ts';

/** Who saw a step done, or what did: `(dana, 2026-01-12)`, `(code, 2026-01-20)`, `` (`npm test` exit 0, 2026-01-20) ``. */
export interface StampSyntax {
  /** With the space before it. */
  readonly span: Span;
  readonly kind: StepKind;
  readonly by?: string;
  /** YYYY-MM-DD. */
  readonly at: string;
  readonly evidence?: string;
  /** Whether a command's exit code says that it failed. */
  readonly failed: boolean;
}

export interface StepSyntax {
  readonly text: string;
  readonly state: StepState;
  readonly span: Span;
  readonly stamp?: StampSyntax;
  /** Undefined for a step that is a field's value and no item of a list. */
  readonly item?: ItemSyntax;
}

const stampPattern = /\s*\(((?:[^()]|\([^()]*\))*?)(?:,\s*)?(\d{4}-\d{2}-\d{2})\)$/;

function readStamp(text: string, content: Span): StampSyntax | undefined {
  if (text.charAt(content.end - 1) !== ')') return undefined;
  const match = stampPattern.exec(slice(text, content));
  const at = match?.[2];
  if (!match || at === undefined) return undefined;
  const said = (match[1] ?? '').trim().replace(/,$/, '');
  const base = { span: { start: content.start + match.index, end: content.end }, at, failed: false };
  const exit = /^`[^`]+`\s+exit(?:ed)?\s+(\d+)/i.exec(said)?.[1];
  if (exit !== undefined) return { ...base, kind: 'command', evidence: said, failed: exit !== '0' };
  if (/^code(?:,|$)/i.test(said)) return { ...base, kind: 'code', ...evidenceOf(said) };
  if (/^`?[\w./-]+\.(?:json|xml|sarif|info)\b/i.test(said))
    return { ...base, kind: 'report', evidence: said };
  const [by = ''] = said.split(/,\s*/);
  return { ...base, kind: 'manual', ...(by && { by }), ...evidenceOf(said) };
}

/** What stands between the first word and the date. */
function evidenceOf(said: string): { evidence?: string } {
  const evidence = said.split(/,\s*/).slice(1).join(', ');
  return evidence === '' ? {} : { evidence };
}

/** A sign before a step's text says how it went. */
function signState(text: string, content: Span): StepState {
  const code = text.charCodeAt(content.start);
  if (code < 128 && code !== 58) return 'unknown';
  const mark = readStatus(
    text,
    { start: content.start, end: Math.min(content.start + 3, content.end) },
    'field',
  );
  if (!mark?.sign || mark.word || mark.sign.start !== content.start) return 'unknown';
  return mark.status === 'fixed' ? 'passed' : mark.status === 'open' ? 'failed' : 'unknown';
}

function stepOf(
  text: string,
  block: MarkdownNode | undefined,
  content: Span,
  span: Span,
  item: ItemSyntax | undefined,
): StepSyntax {
  const stamp = readStamp(text, content);
  const state = item?.box?.checked ? 'passed' : item?.box ? 'unknown' : signState(text, content);
  return {
    text: plainTextOf(text, block, { start: content.start, end: stamp?.span.start ?? content.end }),
    state: stamp?.failed ? 'failed' : state,
    span,
    ...(stamp && { stamp }),
    ...(item && { item }),
  };
}

/** The steps that a verification field lists; its value alone is one step. */
export function readSteps(text: string, field: FieldSyntax): StepSyntax[] {
  if (field.items.length > 0) return stepsOf(text, field.items);
  if (field.value.start === field.value.end) return [];
  return [stepOf(text, field.block, field.value, field.span, undefined)];
}

/** The steps that a list's items are. A plain item with checkboxes below it is only their title. */
export const stepsOf = (text: string, items: readonly ItemSyntax[]): StepSyntax[] =>
  items.flatMap((item) =>
    !item.box && item.nested.some(({ box }) => box)
      ? stepsOf(text, item.nested)
      : [stepOf(text, item.block, item.content, item.span, item)],
  );
