import { isDevGuarded } from '../../analysis/devGuards.ts';
import { type Fallback, fallbackAt } from '../../analysis/environment/fallback.ts';
import { refusesToStart } from '../../analysis/environment/startupChecks.ts';
import { nameOfValue } from '../../analysis/namedValue.ts';
import { inForce } from '../../analysis/secrets/inForce.ts';
import { isSecretName } from '../../analysis/secrets/naming.ts';
import { judgeValue } from '../../analysis/secrets/plausibility.ts';
import { findProviderSecrets } from '../../analysis/secrets/providers.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { requireVariable } from './secretFix/requireVariable.ts';

export const noInsecureSecretFallback = defineRule<Fallback>({
  id: 'no-insecure-secret-fallback',
  title: 'Fallback for a secret',
  priority: 'P0',
  category: 'security',
  confidence: 'medium',
  cwe: [798, 1188],
  owasp: 'A07:2021',
  enabledByDefault: true,
  findsSecrets: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['env', 'conf', 'settings', '.default('],
  why: 'Where the variable is forgotten the program runs all the same, with a secret that everyone who reads the code knows: sessions can be forged and doors opened, and nothing tells.',
  verification: [
    'The rule finds nothing at the cited places.',
    'Without the variable the program does not start, and says which one is missing.',
    'Production has the variable set, to another value than the fallback.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\b(?:insecure|default|fall-?back|weak)\b.{0,30}\b(?:secrets?|keys?|passwords?|tokens?|credentials?)\b|\b(?:secrets?|keys?|passwords?|tokens?|credentials?)\b.{0,30}\b(?:fall-?backs?|falls? back|defaults?)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' && file.fileClass !== 'config') return {};
    const visit = (node: ScriptNode) => {
      const fallback = fallbackAt(node);
      if (!fallback) return;
      const confidence = inForce(fallback.name, fallback.literal.text);
      if (
        !confidence ||
        isProviders(fallback) ||
        isHardcoded(fallback) ||
        isDevGuarded(node) ||
        isRefused(fallback)
      )
        return;
      report({
        start: fallback.literal.getStart(),
        end: fallback.literal.end,
        confidence,
        message: `Where \`${fallback.name}\` is not set, this text is the secret, and everyone who reads the code knows it. Refuse to start instead.`,
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

/** A token of a provider's own form is no-hardcoded-secret's: it has to be revoked, which is more than is asked here. */
const isProviders = ({ literal }: Fallback): boolean =>
  findProviderSecrets(literal.text).some(({ confidence }) => confidence !== 'low');

/** A constant that holds a secret by its own name is no-hardcoded-secret's, at its own place. */
function isHardcoded({ literal, whole }: Fallback): boolean {
  if (literal.getStart() >= whole.getStart() && literal.end <= whole.end) return false;
  const name = nameOfValue(literal);
  const judgement = name !== undefined && isSecretName(name) ? judgeValue(name, literal.text) : undefined;
  return judgement?.secret === true && judgement.confidence !== 'low';
}

/** Whether the file throws before the fallback can do harm. */
function isRefused({ name, literal, whole }: Fallback): boolean {
  const holder = nameOfValue(whole);
  const names = [name, `'${literal.text}'`, `"${literal.text}"`, ...(holder ? [holder] : [])];
  return refusesToStart(literal.getSourceFile(), name, names);
}
