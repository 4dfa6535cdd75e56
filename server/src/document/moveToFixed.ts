import { applyEdits } from '../languages/applyEdits.ts';
import { type BlockerSyntax, fieldOf } from './blockerSyntax.ts';
import { type DocumentSyntax, readDocumentSyntax } from './documentSyntax.ts';
import type { EditResult } from './editResult.ts';
import { findBlocker } from './findBlocker.ts';
import { plainTextOf } from './markdownTree.ts';
import { fieldInsertion } from './newFields.ts';
import { sectionInsertion } from './sectionInsertion.ts';
import { everySection, type Section } from './sections.ts';
import { slice } from './span.ts';

const titles = /^(?:recently |already )?(?:fixed|resolved|closed|completed)(?: (?:blockers|issues|items))?$/i;

/** Where a document keeps the blockers that are fixed: `### Recently Fixed Blockers`. */
export function placeForFixed({
  root,
  source: { text },
}: DocumentSyntax): { readonly section: Section; readonly title: string } | undefined {
  for (const section of everySection(root)) {
    const { heading } = section;
    const title =
      heading && plainTextOf(text, heading, heading.content).replace(/^[^\p{L}]{1,20}|[\s:]{1,4}$/gu, '');
    if (title && titles.test(title)) return { section, title };
  }
  return undefined;
}

/**
 * The edits that move a fixed blocker, as it is written, to where the document keeps what is fixed. Its priority,
 * which the heading above it said, becomes a field.
 */
export function moveToFixed(text: string, blockerId: string): EditResult {
  const syntax = readDocumentSyntax(text);
  const blocker = findBlocker(syntax, blockerId);
  if ('refused' in blocker) return blocker;
  const place = placeForFixed(syntax);
  if (!place) return { refused: 'The document has no section for what is fixed.' };
  const { source } = syntax;
  const [entry] = blocker.entries;
  const { start, end } = entry.span;
  if (entry.kind !== 'section' || (place.section.start >= start && place.section.start < end)) {
    return { refused: `${blockerId} can't be moved; it is not a section of its own.` };
  }
  const behind = /^(?:[^\S\r\n]*(?:\r\n|\n|\r))*/.exec(source.text.slice(end))?.[0].length ?? 0;
  const cut = { start, end: end + behind, newText: '' };
  const edits = [cut, sectionInsertion(syntax, place.section, withPriority(syntax, blocker))].map(
    source.editOf,
  );
  const after = readDocumentSyntax(applyEdits(text, edits)).blockers;
  const moved = after.find(({ id }) => id === blockerId);
  const isRight =
    after.length === syntax.blockers.length &&
    moved?.status === blocker.status &&
    moved.priority === blocker.priority;
  return isRight ? edits : { refused: `${blockerId} stands in a form that can't be moved safely.` };
}

/** The blocker's text, saying its priority itself. */
function withPriority(syntax: DocumentSyntax, blocker: BlockerSyntax): string {
  const [{ span, heading }] = blocker.entries;
  const written = slice(syntax.source.text, span);
  if (heading.priority || fieldOf(blocker, 'priority')) return written;
  const field = fieldInsertion(syntax, blocker, [{ key: 'Priority', value: blocker.priority }]);
  if (!field) return written;
  const at = field.start - span.start;
  return written.slice(0, at) + field.newText + written.slice(field.end - span.start);
}
