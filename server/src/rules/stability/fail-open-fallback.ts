import { isDevGuarded } from '../../analysis/devGuards.ts';
import { isInHealthHandler } from '../../analysis/healthHandlers.ts';
import { isCalledMock, isMockFile } from '../../analysis/mockNames.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { close } from './failOpen/close.ts';
import { type Failure, readFailure } from './failOpen/failures.ts';

export const failOpenFallback = defineRule<Failure>({
  id: 'fail-open-fallback',
  title: 'Check that says yes when it fails',
  priority: 'P1',
  category: 'stability',
  confidence: 'medium',
  cwe: [636],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    'true',
    'false',
    'success',
    'connected',
    'next(',
    'health',
    'operational',
    'status',
    'heartbeat',
    'liveness',
    'readiness',
    'alive',
  ],
  why: 'The check is gone just when it is needed: whoever makes it fail, or waits until it does, gets in, and what is broken looks healthy.',
  verification: [
    'The rule finds nothing at the cited places.',
    'A test makes the check fail, and the answer is no.',
  ],
  effort: { min: 30, max: 120, unit: 'minutes' },
  claims:
    /\bfail(?:s|ing|ed)?[- ]open\b|\b(?:catch|error|failure)s?\b.{0,30}\breturns? (?:true|healthy|allowed)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isMockFile(file.path)) return {};
    const visit = (node: ScriptNode) => {
      const found = readFailure(node);
      if (!found || (found.context && isCalledMock(found.context.name))) return;
      const { at } = found.answer;
      if (isDevGuarded(at) || isInHealthHandler(at, file.path)) return;
      const isLimit = found.context?.kind === 'limit';
      report({
        start: at.getStart(),
        end: at.end,
        message: messageOf(found),
        confidence: found.when === 'unknown' || found.when === 'missing' ? 'medium' : 'high',
        ...(isLimit ? { priority: 'P2' as const } : {}),
        data: found,
      });
    };
    return {
      nodes: {
        [ts.SyntaxKind.CatchClause]: visit,
        [ts.SyntaxKind.CallExpression]: visit,
        [ts.SyntaxKind.IfStatement]: visit,
        [ts.SyntaxKind.DefaultClause]: visit,
        [ts.SyntaxKind.VariableDeclaration]: visit,
      },
    };
  },
  fixes: [close],
});

function messageOf({ answer, context, when, denies }: Failure): string {
  const who = context ? `\`${context.name}\`` : 'The check';
  if (denies)
    return `${who} says no ${reasons[when]}, and what it should stop goes through. Say yes, or hand the error on.`;
  if (answer.yes && ts.isCallExpression(answer.yes))
    return `${who} lets the request through ${reasons[when]}. Refuse it instead.`;
  return `${who} says yes ${reasons[when]}. Say no instead.`;
}

const reasons = {
  failed: 'when the check itself fails',
  unconfigured: 'when it has nothing to check with',
  missing: 'when there is nothing to check',
  unknown: 'to whatever it does not know',
};
