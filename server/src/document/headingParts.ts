import type { Priority, Status } from '../model/vocabulary.ts';
import type { Span } from './span.ts';
import type { StatusMark } from './status.ts';

/** What was taken off a heading's front and back so far; what is left is the name. */
export interface HeadingParts {
  id?: string;
  idSpan?: Span;
  number?: string;
  named?: boolean;
  priority?: Priority | undefined;
  sign?: Priority | undefined;
  colour?: Status | undefined;
  status?: StatusMark | undefined;
}
