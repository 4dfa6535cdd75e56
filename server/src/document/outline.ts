import type { Range } from '../model/position.ts';
import { type BlockerSyntax, fieldOf, fieldText } from './blockerSyntax.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import { plainTextOf } from './markdownTree.ts';
import type { Section } from './sections.ts';
import type { Span } from './span.ts';

/** A section of a document, or one of its blockers, with what is in it. */
export interface OutlineNode {
  readonly name: string;
  /** Id of the blocker that it is. */
  readonly blocker?: string;
  readonly range: Range;
  /** Of its heading, item or row. */
  readonly headingRange: Range;
  readonly children: readonly OutlineNode[];
}

/** What of a blocker the plain model does not say. */
export interface OutlinedBlocker {
  readonly id: string;
  /** Where its id is written; undefined for a derived one. */
  readonly idRange?: Range;
  readonly headingRange: Range;
  /** On what terms the risk is accepted. */
  readonly acceptance?: string;
}

/** How a document is built. */
export interface DocumentOutline {
  readonly nodes: readonly OutlineNode[];
  readonly blockers: readonly OutlinedBlocker[];
}

export function outlineOf(syntax: DocumentSyntax): DocumentOutline {
  const { source, blockers, root } = syntax;
  const { text } = source;
  const byStart = new Map(blockers.map((blocker) => [blocker.entries[0].span.start, blocker]));
  const placed = new Set<BlockerSyntax>();
  const nodes = root.sections.map(nodeOf);
  return { nodes: withTheOthers(nodes), blockers: blockers.map(outlined) };

  function nodeOf(section: Section): DraftNode {
    const { heading = section } = section;
    const blocker = byStart.get(section.start);
    if (blocker) placed.add(blocker);
    const title = section.heading ? plainTextOf(text, section.heading, section.heading.content) : '';
    return {
      ...node(blocker ? nameOf(blocker) : title || 'Section', section, heading),
      ...(blocker && { blocker: blocker.id }),
      span: section,
      children: section.sections.map(nodeOf),
    };
  }

  /** Blockers that are items or rows stand in the innermost section that holds them. */
  function withTheOthers(sections: DraftNode[]): readonly OutlineNode[] {
    for (const blocker of blockers) {
      if (placed.has(blocker)) continue;
      const [{ span, headingEnd }] = blocker.entries;
      let within = sections;
      for (let found = holding(within, span); found; found = holding(within, span)) within = found.children;
      const heading = { start: span.start, end: Math.min(headingEnd, span.end) };
      within.push({ ...node(nameOf(blocker), span, heading), blocker: blocker.id, span, children: [] });
    }
    return sections.map(withoutSpan);
  }

  function node(name: string, span: Span, heading: Span) {
    return { name, range: source.rangeOf(span), headingRange: source.rangeOf(heading) };
  }

  function outlined(blocker: BlockerSyntax): OutlinedBlocker {
    const { id, idSpan, span, entries } = blocker;
    const acceptance = fieldText(text, fieldOf(blocker, 'acceptance'));
    return {
      id,
      ...(idSpan && { idRange: source.rangeOf(idSpan) }),
      headingRange: source.rangeOf({ start: span.start, end: Math.max(entries[0].headingEnd, span.start) }),
      ...(acceptance && { acceptance }),
    };
  }
}

interface DraftNode extends OutlineNode {
  readonly span: Span;
  readonly children: DraftNode[];
}

const nameOf = ({ id, idSpan, name }: BlockerSyntax): string => (idSpan ? `${id}: ${name}` : name) || id;

const holding = (nodes: readonly DraftNode[], { start }: Span): DraftNode | undefined =>
  nodes.find(({ blocker, span }) => blocker === undefined && span.start <= start && start < span.end);

const withoutSpan = ({ span: _, children, ...node }: DraftNode): OutlineNode => ({
  ...node,
  children: children.map(withoutSpan),
});
