import type { DocumentSyntax } from './documentSyntax.ts';
import { plainTextOf } from './markdownTree.ts';
import { lineEndNear } from './newFields.ts';
import { isNothing } from './sectionKind.ts';
import type { Section } from './sections.ts';
import type { SpanEdit } from './source.ts';

/** Puts a blocker into a section that has none: in the place of "none yet", else below what the section says first. */
export function sectionInsertion(
  { source: { text } }: DocumentSyntax,
  { heading, blocks, end }: Section,
  blocker: string,
): SpanEdit {
  const placeholder = blocks.find(
    (each) => each.type === 'paragraph' && isNothing(plainTextOf(text, each, each.content)),
  );
  if (placeholder) return { start: placeholder.start, end: placeholder.end, newText: blocker };
  const said = blocks.findLast(({ type }) => type !== 'thematicBreak');
  const at = said?.end ?? heading?.end ?? end;
  const lineEnd = lineEndNear(text, at);
  return { start: at, end: at, newText: `${lineEnd}${lineEnd}${blocker}` };
}
