import type { Refusal } from '../model/textEdit.ts';
import type { Status } from '../model/vocabulary.ts';
import { acceptedRecord, endedRecord } from './acceptanceRecord.ts';
import { type BlockerSyntax, fieldOf } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import type { NewField } from './newFields.ts';
import { dismissalReasons, oneLine, type StatusReason, type StatusRecord } from './statusReason.ts';

/** What a change of status leaves on record: its reason, and that an acceptance has ended. */
export function statusRecord(
  syntax: DocumentSyntax,
  blocker: BlockerSyntax,
  status: Status,
  given: StatusReason,
): StatusRecord | Refusal {
  const kept = reasonRecord(syntax, blocker, status, given);
  if (blocker.status !== 'accepted' || 'refused' in kept) return kept;
  const ended = endedRecord(syntax, blocker, given);
  return { ...ended, fields: kept.fields, edits: [...kept.edits, ...ended.edits] };
}

/** The field that keeps the reason: a new one, or the old one with a new value. */
function reasonRecord(
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
    return acceptedRecord(syntax, blocker, given);
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
