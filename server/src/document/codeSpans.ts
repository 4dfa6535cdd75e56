import type { MarkdownNode } from './markdownTree.ts';
import { everySection, type Section } from './sections.ts';
import type { Span } from './span.ts';

/** The blocks of code in a document: what stands there is said of something else. */
export const codeSpans = (root: Section): Span[] =>
  codeIn(everySection(root).flatMap(({ blocks }) => blocks));

const codeIn = (nodes: readonly MarkdownNode[]): Span[] =>
  nodes.flatMap((node) => (node.type === 'code' ? [node] : codeIn(node.children)));
