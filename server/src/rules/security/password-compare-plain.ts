import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { lastName } from '../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { compareHashes } from './passwords/compareHashes.ts';
import {
  comparesInSql,
  comparisonOf,
  type PlainComparison,
  passwordInQuery,
} from './passwords/comparisons.ts';

const isComparison = (kind: tsMorph.ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
  kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
  kind === ts.SyntaxKind.EqualsEqualsToken ||
  kind === ts.SyntaxKind.ExclamationEqualsToken;

export const passwordComparePlain = defineRule<PlainComparison>({
  id: 'password-compare-plain',
  title: 'Passwords are compared as plain text',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [256, 208],
  owasp: 'A02:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['pass', 'pwd', 'kennwort', 'contrase', 'senha', 'mdp', 'parola'],
  why: 'What can be compared as it is, is stored as it is: whoever sees the table, a backup or a log has everybody’s password, here and wherever else people use it.',
  verification: [
    'The rule finds nothing: what is stored is a hash, and a function of its library compares.',
    'The column holds values that begin with `$argon2`, `$2b$` or the like.',
  ],
  effort: { min: 2, max: 8, unit: 'hours' },
  claims:
    /\bpasswords?\b.{0,40}\b(?:plain ?-?text|in (?:the )?clear|compared? (?:directly|with ===?)|unhashed|not hashed)|\bplain ?-?text\b.{0,30}\bpasswords?\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const tell = (node: ScriptNode, data?: PlainComparison) => {
      if (isDevGuarded(node)) return;
      report({
        start: node.getStart(),
        end: node.end,
        message:
          data?.sure === false
            ? 'The password is compared as plain text with one that the program knows: the time it takes gives it away bit by bit. Keep a hash of it, and let its library compare.'
            : 'The password is compared as plain text, so it is stored like that. Store a hash, and let its library compare.',
        ...(data?.sure === false ? { priority: 'P1' as const, confidence: 'medium' as const } : {}),
        ...(data ? { data } : {}),
      });
    };
    const visitText = (node: ScriptNode) => {
      if (comparesInSql(node)) tell(node);
    };
    return {
      nodes: {
        [ts.SyntaxKind.BinaryExpression]: (node) => {
          const { left, operatorToken, right } = node as tsMorph.ts.BinaryExpression;
          if (!isComparison(operatorToken.kind)) return;
          const comparison = comparisonOf(left, right);
          if (comparison && !onlyDropsIt(node)) tell(node, comparison);
        },
        [ts.SyntaxKind.CallExpression]: (node) => {
          const call = node as tsMorph.ts.CallExpression;
          const place = passwordInQuery(call);
          if (place) tell(place);
          const [first, second] = call.arguments;
          if (!first || !/^(?:isEqual|equals|localeCompare|strcmp|is)$/.test(lastName(call.expression) ?? ''))
            return;
          const other =
            second ??
            (ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : undefined);
          if (other && comparisonOf(first, other)) tell(call);
        },
        [ts.SyntaxKind.StringLiteral]: visitText,
        [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: visitText,
        [ts.SyntaxKind.TemplateExpression]: visitText,
      },
    };
  },
  fixes: [compareHashes],
});

/** `if (password === user.password) delete user.password`: it came back as it was sent, and nobody signs in. */
function onlyDropsIt(comparison: ScriptNode): boolean {
  let node = comparison;
  while (ts.isBinaryExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent;
  return ts.isIfStatement(node.parent) && /^\{?\s{0,20}delete\s/.test(node.parent.thenStatement.getText());
}
