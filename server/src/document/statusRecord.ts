import type { Refusal } from '../model/textEdit.ts';
import type { Status } from '../model/vocabulary.ts';
import { type BlockerSyntax, fieldOf } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import type { NewField } from './newFields.ts';
import type { SpanEdit } from './source.ts';
import { slice } from './span.ts';

export const dismissalReasons = ['false-positive', 'wont-fix', 'used-in-tests'] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

/** Why a blocker is dismissed, accepted or deferred, and who says so. */
export interface StatusReason {
  /** In the person's own words; needed for the three. */
  readonly reason?: string;
  /** Needed for dismissing, where the reason does not start with it. */
  readonly dismissal?: DismissalReason;
  /** Who accepts the risk. */
  readonly by?: string;
  /** When, YYYY-MM-DD. */
  readonly at?: string;
  /** Last day of the acceptance, YYYY-MM-DD. */
  readonly until?: string;
}

/** What is written beside the status word. */
interface StatusRecord {
  readonly fields: readonly NewField[];
  readonly edits: readonly SpanEdit[];
}

const oneLine = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The field that keeps the reason: a new one, or the old one with a new value. */
export function statusRecord(
  syntax: DocumentSyntax,
  blocker: BlockerSyntax,
  status: Status,
  given: StatusReason,
): StatusRecord | Refusal {
  const reason = oneLine(given.reason);
  if (status === 'dismissed') {
    const stated = dismissalReasons.find((kind) => reason.startsWith(kind));
    const kind = given.dismissal ?? stated;
    const words = stated ? reason.slice(stated.length).replace(/^\s*(?:--|[-–—:])?\s*/, '') : reason;
    if (words === '') return { refused: `Dismissing ${blocker.id} needs a reason.` };
    if (!kind) return { refused: `Dismissing ${blocker.id} needs one of ${dismissalReasons.join(', ')}.` };
    return inlineRecord(blocker, 'dismissed', { key: 'Dismissed', value: `${kind} -- ${words}` });
  }
  if (status === 'deferred') {
    if (reason === '') return { refused: `Deferring ${blocker.id} needs a reason.` };
    return inlineRecord(blocker, 'deferred', { key: 'Deferred', value: reason });
  }
  if (status === 'accepted') {
    if (reason === '') return { refused: `Accepting the risk of ${blocker.id} needs a reason.` };
    return acceptance(syntax, blocker, decision(given), reason);
  }
  return { fields: [], edits: [] };
}

function inlineRecord(blocker: BlockerSyntax, name: 'dismissed' | 'deferred', field: NewField): StatusRecord {
  const old = fieldOf(blocker, name);
  return old
    ? {
        fields: [],
        edits: [{ ...old.value, newText: `${old.value.start === old.value.end ? ' ' : ''}${field.value}` }],
      }
    : { fields: [field], edits: [] };
}

function decision({ by, at, until }: StatusReason): string {
  const approved = by ? `, approved by ${oneLine(by)}${at ? ` on ${at}` : ''}` : '';
  return `accept${until ? ` until ${until}` : ''}${approved}`;
}

function acceptance(
  { source: { text } }: DocumentSyntax,
  blocker: BlockerSyntax,
  decided: string,
  reason: string,
): StatusRecord | Refusal {
  const items = [`Decision: ${decided}`, `Reason: ${reason}`] as const;
  const old = fieldOf(blocker, 'acceptance');
  if (!old) return { fields: [{ key: 'Risk Acceptance', items }], edits: [] };
  const edits = items.flatMap((item) => {
    const key = item.slice(0, item.indexOf(':') + 1).toLowerCase();
    const found = old.items.find(({ content }) => slice(text, content).toLowerCase().startsWith(key));
    return found ? [{ ...found.content, newText: item }] : [];
  });
  return edits.length === items.length
    ? { fields: [], edits }
    : { refused: `${blocker.id} has a ${old.key} already; change it there.` };
}
