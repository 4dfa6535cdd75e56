import { readAcceptance } from '../acceptance.ts';
import { fieldOf } from '../blockerSyntax.ts';
import { type Check, listed, type Problem, problemAt } from './check.ts';
import { statusFix } from './status.ts';

/** An accepted risk that nobody can answer for: without reason, approver or last day, or past it. */
export const acceptance: Check = (syntax, { today }) =>
  syntax.blockers.flatMap((blocker): Problem[] => {
    if (blocker.status !== 'accepted') return [];
    const { reason, by, until } = readAcceptance(syntax, blocker) ?? {};
    const [mark] = blocker.marks;
    const field = fieldOf(blocker, 'acceptance');
    const span = field?.keySpan ?? mark?.word ?? mark?.sign ?? blocker.idSpan ?? blocker.span;
    if (until !== undefined && today !== undefined && until < today) {
      const message = `The risk of ${blocker.id} was accepted until ${until}; it is open again.`;
      return [
        problemAt(syntax, span, { code: 'acceptance-expired', severity: 'warning', message }, [
          statusFix(syntax, blocker, 'open'),
        ]),
      ];
    }
    const lacking = [
      ...(reason ? [] : ['reason']),
      ...(by ? [] : ['approver']),
      ...(until ? [] : ['last day']),
    ];
    if (lacking.length === 0) return [];
    const message = `The risk of ${blocker.id} is accepted, and no ${listed(lacking)} is named.`;
    return [
      problemAt(syntax, span, { code: 'acceptance-incomplete', severity: 'warning', message }, [
        statusFix(syntax, blocker, 'open'),
      ]),
    ];
  });
