import type { MarkdownNode } from './markdownTree.ts';
import type { Span } from './span.ts';

/** A heading and what stands below it. The document itself is a section without heading. */
export interface Section extends Span {
  readonly heading?: MarkdownNode;
  /** 0 for the document, else the heading's, 1 to 6. */
  readonly depth: number;
  /** What stands between the heading and the first section in it. */
  readonly blocks: readonly MarkdownNode[];
  readonly sections: readonly Section[];
}

interface OpenSection {
  heading?: MarkdownNode;
  depth: number;
  start: number;
  end: number;
  blocks: MarkdownNode[];
  sections: OpenSection[];
}

/** Orders blocks into sections by the depth of their headings. A rule at a section's end only separates. */
export function sectionsOf(blocks: readonly MarkdownNode[]): Section {
  const document: OpenSection = { depth: 0, start: 0, end: 0, blocks: [], sections: [] };
  const path = [document];
  for (const block of blocks) {
    if (block.type === 'heading') {
      const depth = block.depth ?? 1;
      while ((path.at(-1)?.depth ?? 0) >= depth) path.pop();
      const section = { heading: block, depth, start: block.start, end: block.end, blocks: [], sections: [] };
      path.at(-1)?.sections.push(section);
      path.push(section);
    } else {
      path.at(-1)?.blocks.push(block);
    }
    if (block.type === 'thematicBreak') continue;
    for (const section of path) section.end = block.end;
  }
  return document;
}
