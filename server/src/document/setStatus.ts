import { applyEdits } from '../languages/applyEdits.ts';
import type { Refusal } from '../model/textEdit.ts';
import type { Status } from '../model/vocabulary.ts';
import { type BlockerSyntax, fieldOf } from './blockerSyntax.ts';
import { valuesFollowing } from './computed/index.ts';
import { type DocumentSyntax, readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import { findBlocker } from './findBlocker.ts';
import { fieldInsertion, type NewField } from './newFields.ts';
import type { SpanEdit } from './source.ts';
import { slice } from './span.ts';
import { editsOfMarks, marksCanSay, newStatusText } from './statusForm.ts';
import type { StatusReason } from './statusReason.ts';
import { statusRecord } from './statusRecord.ts';

/**
 * The edits that give a blocker another status: the word itself, and the summary's counts that follow
 * from it where they were right before. A blocker without a Status field gets one. Dismissing, accepting
 * and deferring add a field with the reason. No other byte changes.
 */
export function setStatus(
  text: string,
  blockerId: string,
  status: Status,
  reason: StatusReason = {},
): EditResult {
  const syntax = readDocumentSyntax(text);
  const blocker = findBlocker(syntax, blockerId);
  if ('refused' in blocker) return blocker;
  if (blocker.status === status) return [];
  const refusal = status === 'verified' ? notVerified(blocker) : undefined;
  if (refusal) return refusal;
  const record = statusRecord(syntax, blocker, status, reason);
  if ('refused' in record) return record;

  const stated = statedStatus(syntax, blocker, status);
  if ('refused' in stated) return stated;
  const newFields = [...stated.fields, ...record.fields];
  const insertion = newFields.length > 0 ? fieldInsertion(syntax, blocker, newFields) : undefined;
  if (newFields.length > 0 && !insertion) {
    return {
      refused: `${blockerId} is a table's row, which has no place for ${newFields[0]?.key ?? 'a field'}.`,
    };
  }
  const edits = [
    ...stated.edits,
    ...record.edits,
    ...(insertion ? [insertion] : []),
    ...valuesFollowing(syntax, { blocker, to: { status, expired: false } }, reason.at),
  ].map(syntax.source.editOf);

  const changed = readDocumentSyntax(applyEdits(text, edits));
  const after = changed.blockers.find(({ id }) => id === blockerId);
  if (after?.status === status && (record.holds?.(changed, after) ?? true)) return edits;
  return {
    refused:
      status === 'verified'
        ? `In this document "Verified" says that a problem is confirmed, so ${blockerId} needs verification steps to say that it is gone.`
        : `The status of ${blockerId} stands in a form that can't be changed safely.`,
  };
}

/** The words that state the new status: those that stand there changed, else a new field. */
function statedStatus(
  syntax: DocumentSyntax,
  blocker: BlockerSyntax,
  status: Status,
): { edits: readonly SpanEdit[]; fields: readonly NewField[] } | Refusal {
  const edits = editsOfMarks(syntax, blocker, status);
  if (marksCanSay(blocker, status)) return { edits, fields: [] };
  const newText = newStatusText(syntax, status);
  const field = fieldOf(blocker, 'status');
  if (!field) return { edits, fields: [{ key: 'Status', value: newText }] };
  const value = slice(syntax.source.text, field.value);
  if (value === '') return { edits: [{ ...field.value, newText: ` ${newText}` }], fields: [] };
  if (/^(?:[-–—?]|tbd|n\/a|unknown|\[.*\])$/i.test(value))
    return { edits: [{ ...field.value, newText }], fields: [] };
  return { refused: `The ${field.key} of ${blocker.id} is no status word; it is left to its author.` };
}

/** Why a blocker can't be called verified; undefined where it can. */
function notVerified(blocker: BlockerSyntax): Refusal | undefined {
  const left = blocker.steps.filter(({ state }) => state !== 'passed').length;
  if (left === 0) return undefined;
  const steps = left === 1 ? '1 verification step is' : `${left} verification steps are`;
  return { refused: `${blocker.id} is not verified while ${steps} open.` };
}
