import type * as tsMorph from 'ts-morph';
import { isForAdmins } from '../../analysis/adminGuard.ts';
import { isCheckedBefore } from '../../analysis/http/checkedBefore.ts';
import { isValidated } from '../../analysis/http/validation.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule, type FileContext } from '../rule.ts';
import { filterOf } from './nosql/calls.ts';
import { codeInCall, codeInProperty, isMadeUp } from './nosql/code.ts';
import { compareWithEq } from './nosql/compareWithEq.ts';
import { type Opening, openingsOf } from './nosql/filters.ts';

const migrations = /(?:^|\/)migrations?\//i;

export const noNosqlInjection = defineRule<readonly Opening[]>({
  id: 'no-nosql-injection',
  title: 'Clients can change what a MongoDB query means',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [943],
  owasp: 'A03:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: [
    ...['find', 'updateone', 'updatemany', 'update(', 'deleteone', 'deletemany', 'remove(', 'replaceone'],
    ...[
      'count',
      'aggregate',
      'exists',
      'distinct',
      'where',
      'mapreduce',
      '$function',
      '$accumulator',
      '.eval(',
    ],
  ],
  why: 'A value of a request can be an object: `{ "$ne": null }` in the place of a password matches every account. Where the client sends the whole filter, or code, it reads and changes what it likes.',
  verification: [
    'The rule finds nothing at the cited places.',
    'A test sends `{ "$ne": null }` in the place of each value and is refused.',
  ],
  effort: { min: 1, max: 3, unit: 'hours' },
  claims: /\bno-?sql\b.{0,20}\binject\w*|\b(?:mongo(?:db|ose)?|operator)\b.{0,30}\binject\w*|\$where\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || migrations.test(file.path)) return {};
    const sanitized = isSanitized(file);
    const reported = new Set<ScriptNode>();
    const tellCode = (code: ScriptNode) => {
      if (reported.has(code) || !isMadeUp(code)) return;
      reported.add(code);
      report({ start: code.getStart(), end: code.end, message: messages.code, data: [] });
    };
    return {
      nodes: {
        [ts.SyntaxKind.PropertyAssignment]: (node) => {
          for (const code of codeInProperty(node as tsMorph.ts.PropertyAssignment)) tellCode(code);
        },
        [ts.SyntaxKind.CallExpression]: (node) => {
          const call = node as tsMorph.ts.CallExpression;
          for (const code of codeInCall(call)) tellCode(code);
          const filter = sanitized ? undefined : filterOf(call, file.package.dependencies);
          if (!filter) return;
          const openings = openingsOf(filter).filter(
            ({ node: place, input }) =>
              !reported.has(place) && !isValidated(input, place) && !isCheckedBefore(place),
          );
          const [first] = openings;
          if (!first || isForAdmins(first.node)) return;
          for (const each of openings) reported.add(each.node);
          report({
            start: first.node.getStart(),
            end: first.node.end,
            message: messages[first.kind],
            ...(first.kind === 'pattern' ? { priority: 'P1' as const, confidence: 'medium' as const } : {}),
            data: openings,
          });
        },
      },
    };
  },
  fixes: [compareWithEq],
});

const messages: Readonly<Record<Opening['kind'] | 'code', string>> = {
  operator:
    'The client may send an object here, such as `{ "$ne": null }`, which matches records that it does not know. Check that it is text, or compare with `$eq`.',
  filter:
    'The client decides the whole filter, operators included: it reads or changes any record. Take the fields by their names and check each.',
  pattern:
    'The client writes the pattern: it matches what it was not meant to, or keeps the database busy. Escape its special characters.',
  code: 'A value becomes part of code that the database runs, and can say anything there. Compare fields in the filter instead.',
};

/** Something takes the operators out of every request, or the database refuses them. */
const isSanitized = ({ text, package: { dependencies } }: FileContext): boolean =>
  dependencies.has('express-mongo-sanitize') ||
  /mongo-?sanitize|sanitizeFilter['"]?\s*[:,]\s*true/i.test(text);
