import type { Priority } from '../model/vocabulary.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import { openCount } from './openCount.ts';
import type { SpanEdit } from './source.ts';

/** The summary's counts of open blockers after a change; one that was wrong before is its author's to put right. */
export function countsChanged(syntax: DocumentSyntax, priority: Priority, change: number): SpanEdit[] {
  if (change === 0) return [];
  const open = openCount(syntax, priority);
  return syntax.counts
    .filter((count) => count.priority === priority && count.value === open)
    .map(({ span, value }) => ({ ...span, newText: String(value + change) }));
}
