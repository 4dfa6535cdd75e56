import { type Check, problemAt } from './check.ts';

export const noBlockers: Check = (syntax) =>
  syntax.blockers.length === 0
    ? [
        problemAt(
          syntax,
          { start: 0, end: 0 },
          {
            code: 'no-blockers',
            severity: 'warning',
            message: 'No blockers were found in this document.',
          },
        ),
      ]
    : [];
