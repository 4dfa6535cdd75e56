import type { BlockerSyntax } from './blockerSyntax.ts';
import { type CountSyntax, readCounts } from './counts.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { parseMarkdown } from './markdownTree.ts';
import { withIds } from './namedEntries.ts';
import { readBlocker } from './readBlocker.ts';
import { findEntries } from './sectionEntries.ts';
import { type Section, sectionsOf } from './sections.ts';
import { type Source, sourceOf } from './source.ts';
import type { Span } from './span.ts';

/** A tracking document's parts, as spans of `source.text`. */
export interface DocumentSyntax {
  readonly source: Source;
  /** The document as headings part it. */
  readonly root: Section;
  readonly blockers: readonly BlockerSyntax[];
  readonly counts: readonly CountSyntax[];
  /** The fields that belong to no blocker. */
  readonly otherFields: readonly FieldSyntax[];
  /** The first merge conflict marker. */
  readonly conflict?: Span;
}

/**
 * Reads a tracking document into its parts. Never throws; a text that is no Markdown
 * (binary data, a page of HTML) has no blockers.
 */
export function readDocumentSyntax(text: string): DocumentSyntax {
  const source = sourceOf(text);
  const isMarkdown = !text.includes('\0') && !/^\uFEFF?\s*<(?:!doctype|html)\b/i.test(text);
  const document = sectionsOf(source.text, isMarkdown ? parseMarkdown(source.text) : []);
  const { blockers: entries, otherFields } = findEntries(source.text, document);
  const blockers = openWhereConfirmed(
    source.text,
    withIds(entries).map((named) => readBlocker(source.text, named)),
  );
  const conflict = /^(?:<{7}|>{7})(?= |$)/m.exec(source.text);
  return {
    source,
    root: document,
    blockers,
    counts: readCounts(source.text, otherFields),
    otherFields,
    ...(conflict && { conflict: { start: conflict.index, end: conflict.index + 7 } }),
  };
}

/** A decision that stands in the document and stops the release. */
const blocksRelease = (text: string): boolean =>
  /^[^\S\r\n]*[-*]*[^\S\r\n]*\**release decision\b\W*:\W*(?:block|no.go)/im.test(text);

/**
 * Some documents verify problems: "Verified" stands there beside a severity or a decision to block the
 * release, and nothing shows that the problem is gone. Such blockers are open.
 */
function openWhereConfirmed(text: string, blockers: readonly BlockerSyntax[]): readonly BlockerSyntax[] {
  if (blockers.every(({ status }) => status !== 'verified')) return blockers;
  const releaseBlocked = blocksRelease(text);
  return blockers.map((blocker) =>
    isConfirmed(blocker, releaseBlocked) ? { ...blocker, status: 'open' } : blocker,
  );
}

function isConfirmed({ status, marks, steps, entries }: BlockerSyntax, releaseBlocked: boolean): boolean {
  if (status !== 'verified') return false;
  // A check mark is not set beside a problem.
  if (marks[0]?.sign) return false;
  if (steps.length > 0 && steps.every(({ state }) => state === 'passed')) return false;
  return releaseBlocked || entries.some(({ fields }) => fields.some(({ key }) => /^severity$/i.test(key)));
}
