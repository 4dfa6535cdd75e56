import type { Priority, Status } from '../model/vocabulary.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import type { HeadingSyntax } from './heading.ts';
import type { Span } from './span.ts';

/** A place where the document tells of one blocker: a heading with what is below it, or a table's row. */
export interface BlockerEntry {
  readonly kind: 'section' | 'row';
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
}

export interface Inherited {
  readonly priority?: Priority;
  readonly status?: Status;
}
