import type { Priority, Status } from '../model/vocabulary.ts';
import type { FieldSyntax, ItemSyntax } from './fieldSyntax.ts';
import type { HeadingSyntax } from './heading.ts';
import type { MarkdownNode } from './markdownTree.ts';
import type { Span } from './span.ts';

/** A place where the document tells of one blocker: a heading with what is below it, a table's row, a list's item. */
export interface BlockerEntry {
  readonly kind: 'section' | 'row' | 'item';
  readonly heading: HeadingSyntax;
  /** From the heading or row to its last line. */
  readonly span: Span;
  /** Where the heading or row ends. */
  readonly headingEnd: number;
  /** Where what stands directly below the heading ends and the first section in it begins. */
  readonly ownEnd: number;
  readonly fields: readonly FieldSyntax[];
  /** What the headings above say of everything below them. */
  readonly inherited: Inherited;
  /** What stands directly in it, less tables: where a path may be named in passing. */
  readonly blocks: readonly MarkdownNode[];
  /** A row of an overview, which counts where nothing but overviews lists blockers, else says more of one of its name. */
  readonly echo?: true;
  /** Of a list's item: the item. */
  readonly item?: ItemSyntax;
}

export interface Inherited {
  readonly priority?: Priority;
  readonly status?: Status;
  /** Whether what stands here is a list of blockers: a heading says so, only the document's title does, or neither. */
  readonly lists?: 'section' | 'title';
}
