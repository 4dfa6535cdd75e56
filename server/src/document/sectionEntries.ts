import type { BlockerEntry, Inherited } from './blockerEntry.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { headingField, readFields } from './fields.ts';
import { type HeadingSyntax, readHeading } from './heading.ts';
import type { MarkdownNode } from './markdownTree.ts';
import { sectionPriority } from './priority.ts';
import { rowEntries } from './rowEntries.ts';
import type { Section } from './sections.ts';
import { type Span, slice } from './span.ts';
import { readStatus } from './status.ts';
import { tellingFields } from './vocabulary.ts';

/** What a document tells, sorted: blockers, and the fields that belong to none. */
export interface Entries {
  readonly blockers: readonly BlockerEntry[];
  readonly otherFields: readonly FieldSyntax[];
}

const contentOf = (heading: MarkdownNode): Span => ({
  start: heading.children[0]?.start ?? heading.end,
  end: heading.children.at(-1)?.end ?? heading.end,
});

/** What a section says of the blockers in it: `## HIGH (Development Code)`, `### Recently Fixed Blockers`. */
function inheritedIn(text: string, section: Section, above: Inherited): Inherited {
  if (!section.heading) return above;
  const content = contentOf(section.heading);
  const heading = slice(text, content);
  // A title names the document's subject: `# High Availability Blockers`.
  const priority = section.depth > 1 || /\bP\d\b/.test(heading) ? sectionPriority(heading) : undefined;
  // A sign before a section decorates it; words such as "Recently Fixed" say what is in it.
  const words = heading.replace(/^\W*recently\s+/i, '');
  const mark = readStatus(words, { start: 0, end: words.length }, 'heading');
  const status = mark?.word && mark.status;
  return { ...above, ...(priority && { priority }), ...(status && { status }) };
}

const readSectionHeading = (text: string, { heading }: Section): HeadingSyntax | undefined =>
  heading && readHeading(text, heading.children, contentOf(heading));

/** Says by itself that it is a blocker. */
const hasId = (heading: HeadingSyntax | undefined): boolean =>
  heading?.id !== undefined || heading?.named === true;

/** The fields of a blocker: its own first, then those in the sections below it, less the options to choose from. */
function fieldsOf(text: string, section: Section): FieldSyntax[] {
  const below = section.sections.flatMap((child) => {
    // A section with an id of its own is another blocker, not a part of this one.
    const heading = readSectionHeading(text, child);
    if (!child.heading || hasId(heading) || /^option\b/i.test(heading?.name ?? '')) return [];
    const asField = headingField(text, child.heading, child.blocks);
    if (asField) return [asField];
    // A status or priority further down speaks of a part.
    return fieldsOf(text, child).filter(({ name }) => name !== 'status' && name !== 'priority');
  });
  return [...readFields(text, section.blocks), ...below];
}

/**
 * Whether a heading names a blocker. An id says so. Without one, a number or known fields do where a
 * priority stands on it or above it; a section with others in it is only their roof.
 */
function isBlocker(
  text: string,
  section: Section,
  heading: HeadingSyntax,
  above: Inherited,
  inBlocker: boolean,
): boolean {
  if (hasId(heading)) return true;
  if (inBlocker || section.depth < 2) return false;
  const telling = readFields(text, section.blocks).some(({ name }) => name && tellingFields.has(name));
  const priority = heading.priority ?? above.priority;
  if (heading.number !== undefined) return telling || priority !== undefined;
  return telling && priority !== undefined && section.sections.length === 0;
}

/** Walks the sections and finds the blockers in them, in the document's order. */
export function findEntries(text: string, document: Section): Entries {
  const blockers: BlockerEntry[] = [];
  const otherFields: FieldSyntax[] = [];

  const walk = (section: Section, above: Inherited, inBlocker: boolean): void => {
    const heading = readSectionHeading(text, section);
    const found = heading && isBlocker(text, section, heading, above, inBlocker);
    const within = found ? above : inheritedIn(text, section, above);
    if (found) {
      blockers.push({
        kind: 'section',
        heading,
        span: { start: section.start, end: section.end },
        headingEnd: section.heading?.end ?? section.start,
        ownEnd: section.sections[0]?.start ?? section.end,
        fields: fieldsOf(text, section),
        inherited: above,
      });
    } else if (!inBlocker) {
      const tables = section.blocks.filter((block) => block.type === 'table');
      blockers.push(...tables.flatMap((table) => rowEntries(text, table, within)));
      otherFields.push(...readFields(text, section.blocks));
    }
    for (const child of section.sections) walk(child, within, inBlocker || found === true);
  };
  walk(document, {}, false);
  return { blockers, otherFields };
}
