import type * as tsMorph from 'ts-morph';
import { runsInBrowser } from '../../analysis/browserCode.ts';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { lastName } from '../../analysis/namedValue.ts';
import { heldValue } from '../../analysis/options.ts';
import { unwrapped } from '../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { isHarmlessUse } from './anonymous/harmless.ts';
import { type Fallback, fallbackAt, hasId, identityOf } from './anonymous/identities.ts';
import { refuse } from './anonymous/refuse.ts';
import { isRefusedBefore } from './anonymous/refusedBefore.ts';

export const noAnonymousUserFallback = defineRule<Fallback>({
  id: 'no-anonymous-user-fallback',
  title: 'Requests without a user go on as somebody',
  priority: 'P1',
  category: 'security',
  confidence: 'medium',
  cwe: [287],
  owasp: 'A07:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['user', 'auth', 'sub', 'session', 'uid'],
  why: 'Whoever is not signed in shares one account with everybody else who is not: they read each other’s data, and what was meant to be refused goes through.',
  verification: [
    'The rule finds nothing: without a user, the request is refused.',
    'The route answers 401 to a request without credentials.',
  ],
  effort: { min: 30, max: 120, unit: 'minutes' },
  claims:
    /\b(?:anonymous|default|guest|system) user\b.{0,40}\b(?:fall-?back|instead|default)\b|\bfall(?:s|ing)?[ -]?back\b.{0,40}\b(?:anonymous|default|guest|system)[ -]user\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    let inBrowser: boolean | undefined;
    const tell = (node: ScriptNode, data?: Fallback) => {
      inBrowser ??= runsInBrowser(file.path, file.text, file.package);
      if (inBrowser || isDevGuarded(node) || isHarmlessUse(node, file.path)) return;
      if (data && isRefusedBefore(data.node, data.identity)) return;
      report({
        start: node.getStart(),
        end: node.end,
        message:
          'Where nobody is signed in, the request goes on as somebody else, and all such requests share that account. Answer 401.',
        ...(data ? { data } : {}),
      });
    };
    const visit = (node: ScriptNode) => {
      const fallback = fallbackAt(node);
      if (fallback) tell(node, fallback);
      else if (ts.isBinaryExpression(node) && isMadeUpUser(node)) tell(node);
    };
    return {
      nodes: {
        [ts.SyntaxKind.BinaryExpression]: visit,
        [ts.SyntaxKind.ConditionalExpression]: visit,
        [ts.SyntaxKind.BindingElement]: visit,
      },
    };
  },
  fixes: [refuse],
});

/** `req.user = { id: 'demo', role: 'admin' }` */
function isMadeUpUser({ left, operatorToken, right }: tsMorph.ts.BinaryExpression): boolean {
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || lastName(left) !== 'user') return false;
  const value = heldValue(unwrapped(right));
  return ts.isObjectLiteralExpression(value) && hasId(value) && identityOf(left) === 'user';
}
