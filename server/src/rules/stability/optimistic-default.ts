import { isDevGuarded } from '../../analysis/devGuards.ts';
import { isMockFile } from '../../analysis/mockNames.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { readDefault } from './optimisticDefault/defaults.ts';
import { type Optimism, pessimise } from './optimisticDefault/pessimise.ts';

export const optimisticDefault = defineRule<Optimism>({
  id: 'optimistic-default',
  title: 'Missing answer taken for a good one',
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
    '100',
    'health',
    'status',
    'state',
    'role',
    'decision',
    'result',
    'verdict',
    'access',
    'policy',
    'action',
    'type',
    'level',
    'uptime',
    'rate',
    'availab',
  ],
  why: 'What nobody answered counts as a yes: a system that is down looks healthy, and who was never checked is let in.',
  verification: [
    'The rule finds nothing at the cited places.',
    'A test leaves the field out of the answer, and the result is no.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\b(?:optimistic|permissive) (?:defaults?|fallbacks?)\b|\bdefault(?:s|ing|ed)? to (?:healthy|true|allowed|authorized|valid)\b|\bfail(?:s|ing)?[- ]open default/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isMockFile(file.path)) return {};
    const visit = (node: ScriptNode) => {
      const found = readDefault(node, file.path);
      if (!found || isDevGuarded(node)) return;
      report({
        start: found.at.getStart(),
        end: found.at.end,
        message: found.message,
        confidence: found.confidence,
        data: found,
      });
    };
    return {
      nodes: {
        [ts.SyntaxKind.BinaryExpression]: visit,
        [ts.SyntaxKind.ConditionalExpression]: visit,
        [ts.SyntaxKind.Parameter]: visit,
        [ts.SyntaxKind.BindingElement]: visit,
        [ts.SyntaxKind.CallExpression]: visit,
      },
    };
  },
  fixes: [pessimise],
});
