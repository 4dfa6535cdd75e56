import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import type { RawPlace } from './rawUnsafe/bareValues.ts';
import { bindValues } from './rawUnsafe/bindValues.ts';
import { dangerIn } from './rawUnsafe/dangers.ts';
import { rawSqlOf } from './rawUnsafe/sinks.ts';
import { useTaggedTemplate } from './rawUnsafe/taggedTemplate.ts';

/** Migrations run once, on values that their author wrote. */
const migrations = /(?:^|\/)migrations?\//i;

export const noRawUnsafe = defineRule<RawPlace>({
  id: 'no-raw-unsafe',
  title: 'Values in the raw parts of a query builder',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [89],
  owasp: 'A03:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    ...[
      'unsafe',
      'raw',
      'literal(',
      'where(',
      'having(',
      'orderby(',
      'groupby(',
      'select(',
      '.or(',
      '.filter(',
      'join',
    ],
  ],
  why: 'Query builders and ORMs make parameters of values everywhere but in their raw parts: a value that is put into the text there can end what it stands in and go on as SQL.',
  verification: [
    'The rule finds nothing at the cited places.',
    'A test sends a quotation mark and gets an ordinary answer, with no more rows than the value asks for.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\b(?:queryRawUnsafe|executeRawUnsafe|whereRaw|orderByRaw|sql\.raw|Prisma\.raw|sequelize\.literal)\b|\braw (?:sql|quer(?:y|ies))\b.{0,40}\b(?:unsafe\w*|interpolat\w*|user input)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || migrations.test(file.path)) return {};
    const reported = new Set<ScriptNode>();
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          const call = node as tsMorph.ts.CallExpression;
          const raw = rawSqlOf(call);
          const danger = raw && dangerIn(raw);
          if (!raw || !danger || reported.has(danger.node)) return;
          reported.add(danger.node);
          report({
            start: danger.node.getStart(),
            end: danger.node.end,
            confidence: danger.confidence,
            ...(danger.confidence === 'medium' ? { priority: 'P1' as const } : {}),
            message: messages[raw.kind],
            data: { call, raw, danger },
          });
        },
      },
    };
  },
  fixes: [useTaggedTemplate, bindValues],
});

const messages: Readonly<Record<RawPlace['raw']['kind'], string>> = {
  statement:
    'This becomes part of the SQL itself: nothing is escaped here. Use the tagged template (`$queryRaw` and `$executeRaw`), which makes parameters of values.',
  fragment:
    'This becomes part of the SQL itself: nothing is escaped in raw parts. Bind it as a parameter, or choose from a list of names.',
  condition:
    'This becomes part of the SQL itself and can change what the query does. Name a parameter there and hand the value over beside it.',
  filter:
    'This becomes part of the filter itself: with a comma it adds conditions of its own. Use a method for each condition, or escape it.',
};
