import type { Priority } from '../model/vocabulary.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import { sectionFor } from './blockerPlace.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import { type MarkdownNode, plainTextOf } from './markdownTree.ts';
import { lineEndNear, lineStart } from './newFields.ts';
import { sectionInsertion } from './sectionInsertion.ts';
import { everySection } from './sections.ts';
import type { SpanEdit } from './source.ts';
import { type Span, slice } from './span.ts';

/** What is cut out, and where it is put in as what. */
export interface Move {
  readonly cut: Span;
  /** @param written what is moved, as it is to stand there */
  insertion(written: string): SpanEdit;
  /** What is moved. */
  readonly moved: Span;
}

/**
 * Moves what tells of a blocker behind the last one that stands under a heading of another priority; undefined where
 * there is no such place for one that is written like this.
 */
export function moveTo(syntax: DocumentSyntax, entry: BlockerEntry, priority: Priority): Move | undefined {
  const { text } = syntax.source;
  const start = lineStart(text, entry.span.start);
  // What does not start its line stands in something else.
  if (text.slice(start, entry.span.start).trim() !== '') return undefined;
  const moved = { start, end: lineEndAfter(text, entry.span.end) };
  const put = entry.kind === 'row' ? rowPlace(syntax, entry, priority) : listPlace(syntax, entry, priority);
  return put && { cut: cutOf(text, moved), moved, insertion: put };
}

type Insertion = Move['insertion'];

/** Behind the last section or item of its kind there; in a section that has none, below what that says first. */
function listPlace(syntax: DocumentSyntax, entry: BlockerEntry, priority: Priority): Insertion | undefined {
  const { text } = syntax.source;
  const formOf = formsOf(syntax);
  const form = formOf(entry);
  if (form === undefined) return undefined;
  const last = entriesUnder(syntax, entry, priority).findLast((other) => formOf(other) === form);
  if (last) {
    const at = lineEndAfter(text, last.span.end);
    const lineEnd = lineEndNear(text, at);
    const gap = entry.kind === 'item' ? lineEnd : lineEnd + lineEnd;
    const marker = text.charAt(last.span.start);
    return (written) => ({
      start: at,
      end: at,
      newText: gap + (entry.kind === 'item' ? written.replace(/^([ \t]*)[-*+]/, `$1${marker}`) : written),
    });
  }
  const section = sectionFor(syntax, priority);
  // Under a heading as deep as its own it would be no part of that section.
  if (!section || (entry.kind === 'section' && form <= `section ${section.depth}`)) return undefined;
  return (written) => sectionInsertion(syntax, section, written);
}

/** What entries that can stand side by side have in common; undefined for one that can't be moved by itself. */
function formsOf({ source: { text }, root }: DocumentSyntax): (entry: BlockerEntry) => string | undefined {
  const depths = new Map(everySection(root).map(({ start, depth }) => [start, depth]));
  return ({ kind, span: { start } }) => {
    if (kind === 'section') return `section ${depths.get(start)}`;
    // A number before an item is its author's.
    const isBullet = kind === 'item' && /[-*+]/.test(text.charAt(start));
    return isBullet ? `item ${text.slice(lineStart(text, start), start)}` : undefined;
  };
}

/** The entries of that kind whose heading above gives them the priority, in the document's order. */
const entriesUnder = (
  { blockers }: DocumentSyntax,
  { kind, inherited }: BlockerEntry,
  priority: Priority,
): readonly BlockerEntry[] =>
  blockers
    .flatMap(({ entries }) => entries)
    .filter(
      (other) =>
        other.kind === kind &&
        other.inherited.priority === priority &&
        other.inherited.status === inherited.status,
    )
    .sort((a, b) => a.span.start - b.span.start);

/** Behind the last row of the other priority's table, where that has the same columns. */
function rowPlace(syntax: DocumentSyntax, entry: BlockerEntry, priority: Priority): Insertion | undefined {
  const { text } = syntax.source;
  const columns = columnsOf(text, tableAround(syntax, entry.span));
  const last = entriesUnder(syntax, entry, priority).at(-1);
  const table =
    last === undefined
      ? sectionFor(syntax, priority)?.blocks.find(({ type }) => type === 'table')
      : tableAround(syntax, last.span);
  if (!table || columns === undefined || columnsOf(text, table) !== columns) return undefined;
  const at = lineEndAfter(text, last?.span.end ?? table.end);
  return (written) => ({ start: at, end: at, newText: lineEndNear(text, at) + written });
}

const tableAround = ({ root }: DocumentSyntax, { start }: Span): MarkdownNode | undefined =>
  everySection(root)
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.type === 'table' && block.start <= start && start < block.end);

/** What a table's columns are called; undefined for one that is no text of pipes. */
function columnsOf(text: string, table: MarkdownNode | undefined): string | undefined {
  const header = table?.children[0];
  if (!table || !header || !slice(text, header).includes('|')) return undefined;
  return header.children.map((cell) => plainTextOf(text, cell, cell.content).toLowerCase()).join('|');
}

const lineEndAfter = (text: string, offset: number): number =>
  offset + (/[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);

/** Whole lines with the blank ones that set them off: those behind, at the document's end those before. */
function cutOf(text: string, { start, end }: Span): Span {
  let before = start;
  while (before > 0 && /\s/.test(text.charAt(before - 1))) before -= 1;
  before += /[\r\n]/.exec(text.slice(before, start))?.index ?? 0;
  const setOff = /^(?:\r\n|\n|\r)[ \t]*[\r\n]/.test(text.slice(before, start));
  const behind = setOff ? /^(?:[ \t]*(?:\r\n|\n|\r))*/ : /^(?:\r\n|\n|\r)?/;
  const next = end + (behind.exec(text.slice(end))?.[0].length ?? 0);
  return next < text.length ? { start, end: next } : { start: before, end };
}
