import { isDevGuarded } from '../../analysis/devGuards.ts';
import { type FunctionWithBody, isFunction, nameOfFunction } from '../../analysis/functions.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule, type Report } from '../rule.ts';
import { constantYesOf } from './stubValidator/constantYes.ts';
import { failClosed, type Stub } from './stubValidator/failClosed.ts';
import { isMeantToAgree, isSaidToCome, saysItself } from './stubValidator/intended.ts';
import { isGuard, keeperNameOf, openDoorOf, strategyYesOf } from './stubValidator/openDoors.ts';
import { isReplaced } from './stubValidator/replaced.ts';
import { readSwitchedOff } from './stubValidator/switchedOff.ts';
import { switchOn } from './stubValidator/switchOn.ts';

/** Names that promise a decision. */
const deciding =
  /^(?:is|has|can|check|validate|verify|authorize|authenticate|ensure|allow)[A-Z_]|^(?:validate|verify|authorize|authenticate)$/;

/** Names whose answer lets people in. */
const lettingIn =
  /^(?:auth(?!ors?$).*|permissions?|permitted|tokens?|jwt|signatures?|access|password|activate)$/i;

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
  keywords: ['true', 'next', 'strategy', '1 ==', 'false'],
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
      const found = isFunction(node) ? (stubOf(node, file.path) ?? openDoor(node, file.path)) : undefined;
      if (found && !isDevGuarded(found.data.node) && !isReplaced(found.data.node)) report(found);
    };
    return {
      nodes: {
        [ts.SyntaxKind.FunctionDeclaration]: visit,
        [ts.SyntaxKind.FunctionExpression]: visit,
        [ts.SyntaxKind.ArrowFunction]: visit,
        [ts.SyntaxKind.MethodDeclaration]: visit,
        [ts.SyntaxKind.BinaryExpression]: (node) => {
          const found = readSwitchedOff(node);
          if (!found || isDevGuarded(node)) return;
          report({
            start: node.getStart(),
            end: node.end,
            message: `\`${found.name}\` is asked here and decides nothing: the constant beside it does. Take the constant out.`,
            data: { switchedOff: found },
          });
        },
      },
    };
  },
  fixes: [failClosed, switchOn],
});

type Found = Report<Stub> & { readonly data: { readonly node: FunctionWithBody } };

/** A function that promises a decision by its name, and always says yes. */
function stubOf(node: FunctionWithBody, path: string): Found | undefined {
  const name = nameOfFunction(node);
  if (name === undefined || !deciding.test(name)) return undefined;
  const guards = isGuard(node, name);
  if (node.parameters.length === 0 && !guards) return undefined;
  const yes = constantYesOf(node);
  if (!yes) return undefined;
  const saidToCome = isSaidToCome(node);
  if (!saidToCome && isMeantToAgree(node, name, path)) return undefined;
  const opens = name.split(/(?=[A-Z])|_/).some((word) => lettingIn.test(word));
  return {
    start: yes.answer.getStart(),
    end: yes.answer.end,
    message: `\`${name}\` says yes whatever it is given. Let it check, or refuse until it can.`,
    confidence: saidToCome || opens ? 'high' : 'medium',
    ...(opens ? { priority: 'P0' as const } : {}),
    data: { node, name, yes },
  };
}

/** A middleware that keeps nobody out, or a strategy that believes everybody. */
function openDoor(node: FunctionWithBody, path: string): Found | undefined {
  const keeper = keeperNameOf(node);
  const strategy = keeper === undefined ? strategyYesOf(node) : undefined;
  const yes = keeper === undefined ? strategy : openDoorOf(node);
  const name = keeper ?? 'This strategy';
  if (!yes || (keeper !== undefined && saysItself(keeper, path))) return undefined;
  return {
    start: yes.answer.getStart(),
    end: yes.answer.end,
    message: keeper
      ? `\`${keeper}\` lets every request pass. Let it check, or refuse until it can.`
      : 'This strategy believes everybody, whatever password or token they show. Let it check.',
    confidence: 'high',
    priority: 'P0',
    data: { node, name, yes },
  };
}
