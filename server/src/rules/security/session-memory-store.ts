import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { lastName } from '../../analysis/namedValue.ts';
import { heldValue, optionOf } from '../../analysis/options.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { sessionSetupAt } from './sessions/middleware.ts';

export const sessionMemoryStore = defineRule<undefined>({
  id: 'session-memory-store',
  title: 'Sessions are kept in the memory of one process',
  priority: 'P1',
  category: 'security',
  confidence: 'high',
  cwe: [],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['session'],
  why: 'Each restart signs everybody out, a second process knows nobody, and the memory fills up with sessions that are never let go. The packages themselves say that it is not for production.',
  verification: [
    'The rule finds nothing: the session has a store outside of the process.',
    'After a restart, who was signed in still is.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\bsessions?\b.{0,40}\b(?:in[ -]memory|memory ?store|process memory)\b|\bmemory ?store\b.{0,30}\bsessions?\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          const place = memoryStoreAt(node as tsMorph.ts.CallExpression);
          if (!place || isDevGuarded(place)) return;
          report({
            start: place.getStart(),
            end: place.end,
            message:
              'Sessions are kept in the memory of this process: a restart signs everybody out, and a second process knows nobody. Give it a store such as Redis or the database.',
          });
        },
      },
    };
  },
  fixes: [],
});

function memoryStoreAt(call: tsMorph.ts.CallExpression): ScriptNode | undefined {
  const setup = sessionSetupAt(call);
  if (!setup) return undefined;
  if (lastName(call.expression) === 'createMemorySessionStorage') return call;
  if (!setup.kind.inMemory) return undefined;
  const store = optionOf(setup.options, 'store');
  if (store.kind === 'unknown') return undefined;
  // One call of several that share a name of options: the store may come by another way.
  if (store.kind === 'missing') return call;
  const value = heldValue(store.value);
  if (!ts.isNewExpression(value))
    return ts.isIdentifier(value) && value.text === 'undefined' ? store.property : undefined;
  const isMemory = /(?:^|\.)MemoryStore$/.test(value.expression.getText());
  // The package `memorystore` lets old sessions go, and says that it is meant for production.
  return isMemory && !/['"]memorystore['"]/.test(call.getSourceFile().text) ? store.property : undefined;
}
