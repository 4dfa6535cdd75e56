import type { MarkdownNode } from './markdownTree.ts';
import { everySection, type Section } from './sections.ts';
import type { Span } from './span.ts';

const known = new WeakMap<Section, readonly Span[]>();

/** The blocks of code in a document: what stands there is said of something else. Looked for once. */
export function codeSpans(root: Section): readonly Span[] {
  const spans = known.get(root) ?? everySection(root).flatMap(({ blocks }) => codeIn(blocks));
  known.set(root, spans);
  return spans;
}

/** Only items and quotes hold blocks; what stands in a paragraph is no block. */
function codeIn(nodes: readonly MarkdownNode[]): Span[] {
  const found: Span[] = [];
  for (const node of nodes) {
    if (node.type === 'code') found.push(node);
    else if (node.type !== 'paragraph' && node.type !== 'table') found.push(...codeIn(node.children));
  }
  return found;
}
