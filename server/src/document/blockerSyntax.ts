import type { Priority, Status } from '../model/vocabulary.ts';
import type { BlockerEntry } from './blockerEntry.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import type { LocationSyntax } from './locations.ts';
import { plainTextOf } from './markdownTree.ts';
import type { Span } from './span.ts';
import type { StatusMark } from './status.ts';
import type { StepSyntax } from './steps.ts';
import type { FieldName } from './vocabulary/fields.ts';

/** One blocker with every place in the document that tells of it. */
export interface BlockerSyntax {
  /** As its author wrote it, else derived from its number or name. */
  readonly id: string;
  /** Undefined for a derived id. */
  readonly idSpan?: Span;
  readonly name: string;
  readonly span: Span;
  /** The section first, then the table row, where the document has both. */
  readonly entries: readonly [BlockerEntry, ...BlockerEntry[]];
  readonly priority: Priority;
  readonly status: Status;
  /** All places that state the status; the first counts. */
  readonly marks: readonly StatusMark[];
  readonly locations: readonly LocationSyntax[];
  readonly steps: readonly StepSyntax[];
}

/** The first field of that meaning that says something, else the first at all. */
export function fieldOf(blocker: Pick<BlockerSyntax, 'entries'>, name: FieldName): FieldSyntax | undefined {
  let first: FieldSyntax | undefined;
  for (const { fields } of blocker.entries) {
    for (const field of fields) {
      if (field.name !== name) continue;
      if (field.value.end > field.value.start || field.items.length > 0) return field;
      first ??= field;
    }
  }
  return first;
}

/** What a field says as one line of plain text; undefined where it says nothing. */
export function fieldText(text: string, field: FieldSyntax | undefined): string | undefined {
  if (!field) return undefined;
  if (field.items.length === 0) return plainTextOf(text, field.block, field.value) || undefined;
  const parts = [
    plainTextOf(text, field.block, field.value),
    ...field.items.map((item) => plainTextOf(text, item.block, item.content)),
  ];
  return parts.filter((part) => part !== '').join('; ') || undefined;
}
