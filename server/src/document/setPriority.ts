import { applyEdits } from '../languages/applyEdits.ts';
import type { Refusal } from '../model/textEdit.ts';
import { type Priority, priorities } from '../model/vocabulary.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import { type BlockerSyntax, fieldOf } from './blockerSyntax.ts';
import { valuesFollowing } from './computed/index.ts';
import { type DocumentSyntax, readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import { moveTo } from './entryMove.ts';
import { valueEdits } from './fieldValue.ts';
import { findBlocker } from './findBlocker.ts';
import { keepsFacts } from './keptFacts.ts';
import { isPriority, readPriority } from './priority.ts';
import { priorityTags } from './priorityTags.ts';
import { inOtherWords, mostUsed, rewritten } from './priorityWords.ts';
import type { SpanEdit } from './source.ts';
import { type Span, slice } from './span.ts';

/**
 * The edits that give a blocker another priority, wherever the document says it: in a field or cell, in the heading,
 * by the section or table that it stands in, which it then leaves for that of the other priority. One that says it
 * nowhere gets a field. The computed values follow where they were right before.
 * @param today YYYY-MM-DD, which decides which acceptances are past
 */
export function setPriority(text: string, blockerId: string, priority: Priority, today?: string): EditResult {
  const syntax = readDocumentSyntax(text);
  const blocker = findBlocker(syntax, blockerId);
  if ('refused' in blocker) return blocker;
  if (blocker.priority === priority) return [];
  const stated = statedEdits(syntax, blocker, priority);
  if ('refused' in stated) return stated;
  const moved = movedEdits(syntax, blocker, priority, stated);
  if ('refused' in moved) return moved;
  const edits = [...moved, ...valuesFollowing(syntax, { blocker, to: { priority } }, today)].map(
    syntax.source.editOf,
  );
  const after = readDocumentSyntax(applyEdits(text, edits));
  const isSet = after.blockers.find(({ id }) => id === blockerId)?.priority === priority;
  return isSet && keepsFacts(syntax, after, { id: blockerId, what: 'priority' }) ? edits : unsafe(blockerId);
}

const unsafe = (id: string): Refusal => ({
  refused: `The priority of ${id} stands in a form that can't be changed safely.`,
});

/** Field, cell and heading in other words; a new field where neither they nor the place say the priority. */
function statedEdits(
  syntax: DocumentSyntax,
  blocker: BlockerSyntax,
  priority: Priority,
): readonly SpanEdit[] | Refusal {
  const { text } = syntax.source;
  const tags: Span[] = [];
  for (const entry of blocker.entries.filter(({ heading }) => heading.priority === blocker.priority)) {
    const found = priorityTags(text, entry, blocker.priority);
    if (found.length === 0) return unsafe(blocker.id);
    tags.push(...found);
  }
  const inTags = tags.map((tag): SpanEdit => {
    const said = slice(text, tag);
    const known = isPriority(said) ? knownTags(syntax, priority) : [];
    return { ...tag, newText: rewritten(said, priority, known) };
  });
  const field = fieldOf(blocker, 'priority');
  const isTelling = field && (field.value.end > field.value.start || field.items.length > 0);
  const isPlaced = blocker.entries.some(({ inherited }) => inherited.priority === blocker.priority);
  if (!isTelling && (tags.length > 0 || isPlaced)) return inTags;
  const known = fieldTexts(syntax).flatMap((said) => (readPriority(said) === priority ? said : []));
  const edits = valueEdits(syntax, blocker, {
    name: 'priority',
    key: 'Priority',
    value: mostUsed(known) ?? inOtherWords(mostUsed(fieldTexts(syntax)) ?? 'P0', priority),
    change: (said, { key }) => {
      if (/^sev/i.test(key) && /^[1-4]$/.test(said)) return String(priorities.indexOf(priority) + 1);
      if (readPriority(said) !== undefined) return rewritten(said, priority, isPriority(said) ? known : []);
      return { refused: `The ${key} of ${blocker.id} is no word for a priority; it is left to its author.` };
    },
  });
  return 'refused' in edits ? edits : [...inTags, ...edits];
}

/** How headings write that priority. */
const knownTags = ({ source: { text }, blockers }: DocumentSyntax, priority: Priority): readonly string[] =>
  blockers
    .flatMap(({ entries }) => entries)
    .filter(({ heading }) => heading.priority === priority)
    .flatMap((entry) => priorityTags(text, entry, priority).map((tag) => slice(text, tag)));

/** How fields write priorities, where they say nothing else. */
const fieldTexts = ({ source: { text }, blockers }: DocumentSyntax): readonly string[] =>
  blockers.flatMap((blocker) => {
    const field = fieldOf(blocker, 'priority');
    const said = field ? slice(text, field.value) : '';
    return said.length < 60 && !said.startsWith('[') && isPriority(said) ? said : [];
  });

/** The edits with what has to leave the place of its old priority. */
function movedEdits(
  syntax: DocumentSyntax,
  blocker: BlockerSyntax,
  priority: Priority,
  stated: readonly SpanEdit[],
): readonly SpanEdit[] | Refusal {
  const { text } = syntax.source;
  let edits = stated;
  for (const entry of blocker.entries.filter(({ inherited }) => inherited.priority === blocker.priority)) {
    const move = moveTo(syntax, entry, priority);
    // One that says its priority itself may stay.
    if (!move && stated.length > 0) continue;
    if (!move) return { refused: noPlace(entry, blocker.id, priority) };
    const { start, end } = move.moved;
    const isInside = (edit: Span) => edit.start >= start && edit.end <= end;
    let written = text.slice(start, end);
    for (const edit of edits.filter(isInside).toSorted((a, b) => b.start - a.start))
      written = written.slice(0, edit.start - start) + edit.newText + written.slice(edit.end - start);
    edits = [
      ...edits.filter((edit) => !isInside(edit)),
      { ...move.cut, newText: '' },
      move.insertion(written),
    ];
  }
  return edits;
}

function noPlace({ kind }: BlockerEntry, id: string, priority: Priority): string {
  if (kind === 'row')
    return `The document has no table for ${priority} with the columns of the one that ${id} stands in.`;
  return `${id} has its priority from the section it stands in, and the document has none for ${priority} that it could stand in.`;
}
