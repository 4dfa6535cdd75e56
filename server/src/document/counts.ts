import type { Priority } from '../model/vocabulary.ts';
import type { FieldSyntax } from './fieldSyntax.ts';
import { sectionPriority } from './priority.ts';
import { type Span, slice } from './span.ts';

/** A number in the document's summary that says how many blockers of a priority are open. */
export interface CountSyntax {
  readonly priority: Priority;
  readonly value: number;
  /** Of the digits. */
  readonly span: Span;
}

/** Numbers of something else than open blockers: `Average Fix Time (P0)`, `Critical Blockers Fixed`. */
const otherNumber =
  /\b(?:fixed|resolved|closed|done|verified|deferred|accepted|average|time|risks?|total)\b/i;

/** The counts among the fields that belong to no blocker: `- **Critical Blockers (P0):** 12`. */
export const readCounts = (text: string, fields: readonly FieldSyntax[]): CountSyntax[] =>
  fields.flatMap(({ key, value }) => {
    const digits = /^\**(\d{1,6})\**(?=$|\s(?!%|of\b)|\()/.exec(slice(text, value));
    const priority = sectionPriority(key);
    const counted = /\b(?:blockers?|issues?|open)\b/i.test(key) || /^\W*P\d\W*$/.test(key);
    if (!digits?.[1] || !priority || !counted || otherNumber.test(key)) return [];
    const start = value.start + digits[0].indexOf(digits[1]);
    return [{ priority, value: Number(digits[1]), span: { start, end: start + digits[1].length } }];
  });
