import { isDevGuarded } from '../../analysis/devGuards.ts';
import { type Fallback, fallbackAt } from '../../analysis/environment/fallback.ts';
import { refusesToStart } from '../../analysis/environment/startupChecks.ts';
import { nameOfValue } from '../../analysis/namedValue.ts';
import { isSecretName } from '../../analysis/secrets/naming.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { reachesAuthSink } from './emptySecret/authSinks.ts';
import { requireVariable } from './secretFix/requireVariable.ts';

export const noEmptySecretFallback = defineRule<Fallback>({
  id: 'no-empty-secret-fallback',
  title: 'Empty text in place of a missing secret',
  priority: 'P1',
  category: 'security',
  confidence: 'medium',
  cwe: [1188],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['env', 'conf', 'settings'],
  why: 'Where the variable is forgotten the program runs all the same and signs, checks or compares with nothing: whoever sends nothing, or signs with nothing, is let in.',
  verification: [
    'The rule finds nothing at the cited places.',
    'Without the variable the program does not start, and says which one is missing.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\bempty\b.{0,30}\b(?:secrets?|keys?|passwords?|tokens?|fall-?backs?)\b|\b(?:secrets?|keys?|passwords?|tokens?)\b.{0,30}\bempty\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' && file.fileClass !== 'config') return {};
    const visit = (node: ScriptNode) => {
      const fallback = fallbackAt(node);
      if (fallback?.literal.text.trim() !== '' || isSecretName(fallback.name) === undefined) return;
      const holder = ts.isBindingElement(node) ? node.name.getText() : nameOfValue(fallback.whole);
      if (!signs(fallback) || isDevGuarded(node)) return;
      if (
        refusesToStart(
          node.getSourceFile(),
          fallback.name,
          holder ? [fallback.name, holder] : [fallback.name],
        )
      )
        return;
      report({
        start: fallback.literal.getStart(),
        end: fallback.literal.end,
        message: `Where \`${fallback.name}\` is not set, this goes on with an empty secret, and anybody can sign with that. Refuse to start instead.`,
        data: fallback,
      });
    };
    return {
      nodes: {
        [ts.SyntaxKind.BinaryExpression]: visit,
        [ts.SyntaxKind.ConditionalExpression]: visit,
        [ts.SyntaxKind.BindingElement]: visit,
        [ts.SyntaxKind.CallExpression]: visit,
      },
    };
  },
  fixes: [requireVariable],
});

/** Whether the value signs or is compared: here, or elsewhere where its name says so and it is kept under one. */
const signs = ({ name, whole }: Fallback): boolean =>
  reachesAuthSink(whole) || (isSecretName(name) === 'signing' && nameOfValue(whole) !== undefined);
