import { isDevGuarded } from '../../analysis/devGuards.ts';
import { isFunction } from '../../analysis/functions.ts';
import { isMockFile } from '../../analysis/mockNames.ts';
import { lastName } from '../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import {
  answersUnfinished,
  isForOthers,
  isUnconditional,
  isUnfinishedAnswer,
  isUnfinishedError,
  setsUnfinished,
} from './notImplemented/unfinished.ts';

export const noNotImplemented = defineRule({
  id: 'no-not-implemented',
  title: 'Function that is not written yet',
  priority: 'P1',
  category: 'stability',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    'implement',
    '501',
    'coming soon',
    'todo',
    'fixme',
    'under construction',
    'available yet',
    'ready yet',
    'pending',
    'coded',
    'stub',
  ],
  why: 'Whoever comes this way gets an error in place of what was promised, and it compiles and deploys all the same.',
  verification: [
    'The rule finds nothing at the cited places.',
    'A test calls it and gets a result, or nothing leads to it any more.',
  ],
  effort: { min: 4, max: 16, unit: 'hours' },
  claims:
    /\bnot (?:yet )?implemented\b|\bunimplemented\b|\bnot_?implemented\b|\b501\b.{0,20}\b(?:responses?|status)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isMockFile(file.path)) return {};
    // A platform that has no way to do something says so in a file of its own.
    if (/[.\-_](?:web|native|ios|android|browser|polyfill|shim|unsupported)\.[cm]?[jt]sx?$/i.test(file.path))
      return {};
    /** Ends of what was reported: what lies within is a part of it. */
    let reportedTo = 0;
    const tell = (node: ScriptNode) => {
      if (node.getStart() < reportedTo || !isUnconditional(node) || isForOthers(node) || isDevGuarded(node))
        return;
      reportedTo = ts.findAncestor(node, isFunction)?.end ?? node.end;
      report({
        start: node.getStart(),
        end: node.end,
        message:
          'This is not written yet, and whoever calls it gets an error. Write it, or take away what leads here.',
      });
    };
    return {
      nodes: {
        [ts.SyntaxKind.ThrowStatement]: (node) => {
          if (ts.isThrowStatement(node) && isUnfinishedError(node.expression)) tell(node);
        },
        [ts.SyntaxKind.CallExpression]: (node) => {
          if (!ts.isCallExpression(node)) return;
          const name = lastName(node.expression) ?? '';
          const rejects =
            /^(?:reject|next|cb|callback|done)$/.test(name) && isUnfinishedError(node.arguments[0]);
          if (rejects || isUnfinishedAnswer(node)) tell(node);
        },
        [ts.SyntaxKind.PropertyAssignment]: (node) => {
          if (ts.isPropertyAssignment(node) && answersUnfinished(node)) tell(node);
        },
        [ts.SyntaxKind.NewExpression]: (node) => {
          if (isUnfinishedAnswer(node)) tell(node);
        },
        [ts.SyntaxKind.BinaryExpression]: (node) => {
          if (ts.isBinaryExpression(node) && setsUnfinished(node)) tell(node);
        },
      },
    };
  },
  fixes: [],
});
