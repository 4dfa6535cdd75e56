import { type Check, problemAt } from './check.ts';

export const mergeConflict: Check = (syntax) =>
  syntax.conflict
    ? [
        problemAt(syntax, syntax.conflict, {
          code: 'merge-conflict',
          severity: 'error',
          message: 'A merge conflict is not resolved; the document is not changed until it is.',
        }),
      ]
    : [];
