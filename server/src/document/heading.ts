import type { Priority, Status } from '../model/vocabulary.ts';
import { takeBack } from './headingBack.ts';
import { takeFront } from './headingFront.ts';
import type { HeadingParts } from './headingParts.ts';
import { type MarkdownNode, plainTextOf } from './markdownTree.ts';
import { statusOf } from './nameEnds.ts';
import { type Span, slice, trimmed } from './span.ts';
import type { StatusMark } from './status.ts';

/** What a heading says of the blocker below it: `### 1. ✅ FIXED: BLOCK-001: Name (P0 - CRITICAL)`. */
export interface HeadingSyntax {
  readonly content: Span;
  /** An id that its author wrote. */
  readonly id?: string;
  readonly idSpan?: Span;
  /** The number of a numbered heading, or of `Blocker 3`. */
  readonly number?: string;
  /** True for `Blocker 3`, which says by itself what it is. */
  readonly named: boolean;
  readonly name: string;
  readonly priority?: Priority;
  readonly status?: StatusMark;
  /** The priority that a colour would say, and the status. */
  readonly sign?: Priority;
  readonly colour?: Status;
  /** Struck through, as what is done. */
  readonly struck?: boolean;
}

/** Reads a heading, table cell or item that names a blocker. */
export function readHeading(text: string, block: MarkdownNode, content: Span): HeadingSyntax {
  const read: HeadingParts = {};
  let { start, end } = trimmed(text, content);
  // More parts than that no name has; each looks at all that is left.
  for (let length = -1, parts = 0; length !== 0 && start < end && parts < 40; start += length, parts += 1) {
    length = takeFront(text, start, text.slice(start, end), read);
  }
  for (let length = -1, parts = 0; length !== 0 && start < end && parts < 40; end -= length, parts += 1) {
    length = takeBack(text, start, text.slice(start, end), read);
  }
  if (read.id !== undefined && !read.status) {
    // `DEF-501 | Critical | Open`: the name stands below.
    const status = statusOf(text, { start, end });
    if (status) {
      read.status = status;
      start = end;
    }
  }
  const name = plainTextOf(text, block, { start, end });
  const priority = read.priority ?? read.sign;
  return {
    content,
    name: name === '' ? slice(text, trimmed(text, { start, end })) : name,
    named: read.named ?? false,
    ...(read.id !== undefined && { id: read.id }),
    ...(read.idSpan && { idSpan: read.idSpan }),
    ...(read.number !== undefined && { number: read.number }),
    ...(priority && { priority }),
    ...(read.status && { status: read.status }),
    ...(read.sign && { sign: read.sign }),
    ...(read.colour && { colour: read.colour }),
    ...(/^[^\p{L}\p{N}]{0,8}~~/u.test(slice(text, content)) && { struck: true }),
  };
}
