import type * as tsMorph from 'ts-morph';
import type { FunctionWithBody } from '../../analysis/functions.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { amounts, dependentIn, settledIn, transferIn } from './missingTransaction/pairs.ts';
import { functionAround, runsInTransaction } from './missingTransaction/places.ts';
import { belongingIn, type RowWrite, rowWriteOf } from './missingTransaction/rows.ts';
import { amountOf, type Write, writeOf } from './missingTransaction/writes.ts';

export const missingTransaction = defineRule({
  id: 'missing-transaction',
  title: 'Writes that belong together, without a transaction',
  priority: 'P1',
  category: 'data-integrity',
  confidence: 'low',
  cwe: [662],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['update', 'increment', 'decrement', 'create', 'insert', 'delete', '.save('],
  why: 'When the second write fails, or the process ends between them, the first one stays: money that left an account and reached none, an order without its items.',
  verification: [
    'The rule finds nothing at the cited places.',
    'A test lets the second write fail, and finds that the first one is not there either.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\b(?:missing|no|without|lacks?)\b.{0,20}\b(?:database )?transactions?\b|\bnon-?atomic\b.{0,30}\bwrites?\b/i,
  check(file, report) {
    // What runs a migration decides whether it is one transaction.
    if (file.fileClass !== 'production' || /(?:^|\/)migrations?\//.test(file.path)) return {};
    const writes = new Map<FunctionWithBody, Write[]>();
    const rows = new Map<FunctionWithBody, RowWrite[]>();
    const saves = new Map<FunctionWithBody, ScriptNode[]>();
    const amountsIn = new Map<FunctionWithBody, Write[]>();
    const note = <Item>(map: Map<FunctionWithBody, Item[]>, node: ScriptNode, item: Item | undefined) => {
      const around = item && functionAround(node);
      if (around) map.set(around, [...(map.get(around) ?? []), item]);
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          const call = node as tsMorph.ts.CallExpression;
          const write = writeOf(call);
          note(writes, node, write);
          note(rows, node, rowWriteOf(call, file.text));
          const isSave =
            ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'save';
          if (!write && isSave) note(saves, node, node);
        },
        [ts.SyntaxKind.TaggedTemplateExpression]: (node) => note(rows, node, rowWriteOf(node, file.text)),
        [ts.SyntaxKind.BinaryExpression]: (node) =>
          note(amountsIn, node, amountOf(node as tsMorph.ts.BinaryExpression)),
        [ts.SyntaxKind.EndOfFileToken]: () => {
          for (const [around, saved] of saves) {
            if (saved.length > 1)
              writes.set(around, [...(writes.get(around) ?? []), ...(amountsIn.get(around) ?? [])]);
          }
          for (const around of new Set([...writes.keys(), ...rows.keys()])) {
            const found = partnerIn(writes.get(around) ?? [], rows.get(around) ?? []);
            if (!found || runsInTransaction(around)) continue;
            report({
              start: found.node.getStart(),
              end: found.node.end,
              message: found.message,
              confidence: found.confidence,
            });
          }
        },
      },
    };
  },
  fixes: [],
});

interface Partner {
  readonly node: ScriptNode;
  readonly message: string;
  readonly confidence: 'medium' | 'low';
}

/** The write that makes no sense without one before it. */
function partnerIn(writes: readonly Write[], rows: readonly RowWrite[]): Partner | undefined {
  const pair = transferIn(writes);
  if (pair) {
    const message =
      'What is taken in one place is added in another, each for itself: when the second fails, the first stays. Do both in one transaction.';
    return { node: pair.node, message, confidence: amounts.test(pair.what) ? 'medium' : 'low' };
  }
  const partner = dependentIn(writes) ?? settledIn(writes);
  if (partner) {
    const message =
      partner.kind === 'creates'
        ? 'This row belongs to what is written before it, and either may be there without the other. Write both in one transaction.'
        : 'This amount belongs to the row created before it, and either may be there without the other. Write both in one transaction.';
    return { node: partner.node, message, confidence: 'low' };
  }
  const belonging = belongingIn(rows);
  return (
    belonging && {
      node: belonging.second.node,
      message: `This belongs to what is ${doneTo[belonging.first.change]} in \`${belonging.first.table}\` before it: when it fails, the first stays. Do both in one transaction.`,
      confidence: 'low',
    }
  );
}

const doneTo = { creates: 'created', changes: 'changed', removes: 'deleted' };
