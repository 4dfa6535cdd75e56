import type { DocumentProblem } from '../model/blocker.ts';
import type { DocumentSyntax } from './documentSyntax.ts';
import { openCount } from './openCount.ts';

type Check = (syntax: DocumentSyntax) => readonly DocumentProblem[];

const mergeConflict: Check = ({ source, conflict }) =>
  conflict
    ? [
        {
          code: 'merge-conflict',
          severity: 'error',
          message: 'A merge conflict is not resolved; the document is not changed until it is.',
          range: source.rangeOf(conflict),
        },
      ]
    : [];

const damagedEncoding: Check = ({ source }) =>
  source.damaged
    ? [
        {
          code: 'damaged-encoding',
          severity: 'warning',
          message: `The text encoding is damaged: UTF-8 was read as ${source.damaged.by}.`,
          range: source.damaged.first,
        },
      ]
    : [];

const noBlockers: Check = ({ source, blockers }) =>
  blockers.length === 0
    ? [
        {
          code: 'no-blockers',
          severity: 'warning',
          message: 'No blockers were found in this document.',
          range: source.rangeOf({ start: 0, end: 0 }),
        },
      ]
    : [];

const duplicateId: Check = ({ source, blockers }) => {
  const seen = new Set<string>();
  return blockers.flatMap((blocker): DocumentProblem[] => {
    const known = seen.has(blocker.id);
    seen.add(blocker.id);
    if (!known) return [];
    return [
      {
        code: 'duplicate-id',
        severity: 'error',
        message: `Another blocker before this one is ${blocker.id}, too.`,
        range: source.rangeOf(blocker.idSpan ?? blocker.span),
      },
    ];
  });
};

const countDiffers: Check = (syntax) =>
  syntax.counts.flatMap(({ priority, value, span }): DocumentProblem[] => {
    const open = openCount(syntax, priority);
    if (open === value) return [];
    return [
      {
        code: 'count-differs',
        severity: 'warning',
        message: `${value} stands here; ${open === 1 ? '1 open blocker is' : `${open} open blockers are`} ${priority}.`,
        range: syntax.source.rangeOf(span),
      },
    ];
  });

const checks: readonly Check[] = [mergeConflict, damagedEncoding, noBlockers, duplicateId, countDiffers];

/** What a person would want to know of the document. */
export const findProblems = (syntax: DocumentSyntax): DocumentProblem[] =>
  checks.flatMap((check) => check(syntax));
