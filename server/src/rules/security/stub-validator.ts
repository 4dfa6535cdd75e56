import { isDevGuarded } from '../../analysis/devGuards.ts';
import { isFunction, nameOfFunction } from '../../analysis/functions.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { constantYesOf } from './stubValidator/constantYes.ts';
import { failClosed, type Stub } from './stubValidator/failClosed.ts';
import { isMeantToAgree, isSaidToCome } from './stubValidator/intended.ts';

/** Names that promise a decision. */
const deciding = /^(?:is|has|can|check|validate|verify|authorize|authenticate|ensure|allow)[A-Z_]/;

/** Names whose answer lets people in. */
const lettingIn = /^(?:auth(?!ors?$).*|permissions?|permitted|tokens?|jwt|signatures?|access)$/i;

export const stubValidator = defineRule<Stub>({
  id: 'stub-validator',
  title: 'Check that always says yes',
  priority: 'P1',
  category: 'security',
  confidence: 'high',
  cwe: [358, 693],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['true'],
  why: 'Its callers believe that something was checked, and nothing was: whatever should have been kept out comes in.',
  verification: [
    'The rule finds nothing at the cited places.',
    'What the function returns depends on what it is given, and a test shows it saying no.',
  ],
  effort: { min: 2, max: 6, unit: 'hours' },
  claims:
    /\balways (?:returns? |says? )?(?:true|yes|valid|compatible)\b|\b(?:stub|placeholder|fake)\b.{0,30}\b(?:validat\w+|check|verif\w+)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const visit = (node: ScriptNode) => {
      if (!isFunction(node) || node.parameters.length === 0) return;
      const name = nameOfFunction(node);
      if (name === undefined || !deciding.test(name)) return;
      const yes = constantYesOf(node);
      if (!yes) return;
      const saidToCome = isSaidToCome(node);
      if (!saidToCome && isMeantToAgree(node, name, file.path)) return;
      if (isDevGuarded(node)) return;
      const opens = name.split(/(?=[A-Z])|_/).some((word) => lettingIn.test(word));
      report({
        start: yes.answer.getStart(),
        end: yes.answer.end,
        message: `\`${name}\` says yes whatever it is given. Let it check, or refuse until it can.`,
        confidence: saidToCome || opens ? 'high' : 'medium',
        ...(opens ? { priority: 'P0' as const } : {}),
        data: { node, name, yes },
      });
    };
    return {
      nodes: {
        [ts.SyntaxKind.FunctionDeclaration]: visit,
        [ts.SyntaxKind.FunctionExpression]: visit,
        [ts.SyntaxKind.ArrowFunction]: visit,
        [ts.SyntaxKind.MethodDeclaration]: visit,
      },
    };
  },
  fixes: [failClosed],
});
