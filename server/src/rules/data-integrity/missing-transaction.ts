import type * as tsMorph from 'ts-morph';
import { type FunctionWithBody, isFunction, nameOfFunction } from '../../analysis/functions.ts';
import { plain } from '../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule } from '../rule.ts';
import { type Write, writeOf } from './missingTransaction/writes.ts';

/** What can be had, owed or sold out: an amount that leaves one row has to reach another. */
const amounts =
  /balance|amount|credit|fund|stock|quantity|inventory|points|coins|wallet|available|seats|tokens|cash|money/i;
const inTransaction =
  /transaction|\bBEGIN\b|\btrx\b|\btx\b|withTx|inTx|\bsession\b|queryRunner|unitOfWork|\batomic|\.batch\(|entityManager|\bmanager\b|bulkWrite/i;

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
  keywords: ['update', 'increment', 'decrement', 'create', 'insert', '.save('],
  why: 'When the second write fails, or the process ends between them, the first one stays: money that left an account and reached none, an order without its items.',
  verification: [
    'The rule finds nothing at the cited places.',
    'A test lets the second write fail, and finds that the first one is not there either.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\b(?:missing|no|without|lacks?)\b.{0,20}\b(?:database )?transactions?\b|\bnon-?atomic\b.{0,30}\bwrites?\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const writes = new Map<FunctionWithBody, Write[]>();
    const saves = new Map<FunctionWithBody, ScriptNode[]>();
    const amountsIn = new Map<FunctionWithBody, Write[]>();
    const note = <Item>(map: Map<FunctionWithBody, Item[]>, node: ScriptNode, item: Item) => {
      const around = functionAround(node);
      if (around) map.set(around, [...(map.get(around) ?? []), item]);
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          const call = node as tsMorph.ts.CallExpression;
          const write = writeOf(call);
          if (write) note(writes, node, write);
          else if (ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'save')
            note(saves, node, node);
        },
        [ts.SyntaxKind.BinaryExpression]: (node) => {
          const amount = amountOf(node as tsMorph.ts.BinaryExpression);
          if (amount) note(amountsIn, node, amount);
        },
        [ts.SyntaxKind.EndOfFileToken]: () => {
          for (const [around, saved] of saves) {
            if (saved.length > 1)
              writes.set(around, [...(writes.get(around) ?? []), ...(amountsIn.get(around) ?? [])]);
          }
          for (const [around, own] of writes) {
            if (own.length < 2 || runsInTransaction(around)) continue;
            const pair = transferIn(own);
            const partner = pair ?? dependentIn(own) ?? settledIn(own);
            if (!partner) continue;
            report({
              start: partner.node.getStart(),
              end: partner.node.end,
              message: pair
                ? `What is taken in one place is added in another, each for itself: when the second fails, the first stays. Do both in one transaction.`
                : partner.kind === 'creates'
                  ? `This row belongs to what is written before it, and either may be there without the other. Write both in one transaction.`
                  : `This amount belongs to the row created before it, and either may be there without the other. Write both in one transaction.`,
              confidence: pair && amounts.test(pair.what) ? 'medium' : 'low',
            });
          }
        },
      },
    };
  },
  fixes: [],
});

/** The second of two writes that take from one row what they add to another; those in two branches are no pair. */
function transferIn(writes: readonly Write[]): Write | undefined {
  for (const [index, second] of writes.entries()) {
    if (second.kind === 'creates') continue;
    const first = writes
      .slice(0, index)
      .find((each) => each.kind !== 'creates' && each.kind !== second.kind && each.what === second.what);
    if (first && amounts.test(second.what) && !areBranches(first.node, second.node)) return second;
  }
  return undefined;
}

/** Rows about what happened, which may be missing. */
const aside = /log|audit|event|notif|histor|analytic|metric|view/i;

/** An order and the stock that it takes, a payment and the credits that it buys: a row and the amount it accounts for. */
function settledIn(writes: readonly Write[]): Write | undefined {
  for (const [index, second] of writes.entries()) {
    for (const first of writes.slice(Math.max(0, index - 5), index)) {
      const [row, amount] = first.kind === 'creates' ? [first, second] : [second, first];
      if (row.kind !== 'creates' || amount.kind === 'creates') continue;
      if (amounts.test(amount.what) && !aside.test(row.what) && !areBranches(first.node, second.node))
        return second;
    }
  }
  return undefined;
}

/** A row that names the one that was created before: `{ orderId: order.id }`. */
function dependentIn(writes: readonly Write[]): Write | undefined {
  const creating = writes.filter(({ kind }) => kind === 'creates');
  for (const [index, second] of creating.entries()) {
    for (const first of creating.slice(Math.max(0, index - 5), index)) {
      const name = nameGiven(first.node);
      const isOther =
        name !== undefined && first.what !== second.what && !areBranches(first.node, second.node);
      if (isOther && names(second.node, name)) return second;
    }
  }
  return undefined;
}

/** The variable that a call's result is given to. */
function nameGiven(call: ScriptNode): string | undefined {
  let node = call.parent;
  while (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
    node = node.parent;
  if (!ts.isVariableDeclaration(node)) return undefined;
  if (ts.isIdentifier(node.name)) return node.name.text;
  const first =
    ts.isArrayBindingPattern(node.name) || ts.isObjectBindingPattern(node.name)
      ? node.name.elements[0]
      : undefined;
  return first && ts.isBindingElement(first) && ts.isIdentifier(first.name) ? first.name.text : undefined;
}

/** Whether a call's arguments hold `name.id`, `name.insertId`, `name.rows[0].id`, `name._id`. */
function names(call: ScriptNode, name: string): boolean {
  const waiting: ScriptNode[] = [...(call as tsMorph.ts.CallExpression).arguments];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (
      ts.isPropertyAccessExpression(node) &&
      /^(?:id|_id|insertId|lastID|lastInsertRowid|insertedId)$/.test(node.name.text)
    ) {
      let root: ScriptNode = node.expression;
      while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root))
        root = root.expression;
      if (ts.isIdentifier(plain(root)) && (plain(root) as tsMorph.ts.Identifier).text === name) return true;
    }
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return false;
}

/** Whether two nodes stand in two branches of one decision. */
function areBranches(first: ScriptNode, second: ScriptNode): boolean {
  for (let node = first; node.parent && !isFunction(node); node = node.parent) {
    const { parent } = node;
    const decides =
      (ts.isIfStatement(parent) && node !== parent.expression) ||
      ts.isConditionalExpression(parent) ||
      ts.isCaseBlock(parent) ||
      ts.isCatchClause(node);
    if (decides && !(second.pos >= node.pos && second.end <= node.end)) return true;
  }
  return false;
}

/** `from.balance -= amount`, `to.balance = to.balance + amount`. */
function amountOf(node: tsMorph.ts.BinaryExpression): Write | undefined {
  if (!ts.isPropertyAccessExpression(node.left)) return undefined;
  const what = node.left.name.text;
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.PlusEqualsToken) return { node, kind: 'adds', what };
  if (kind === ts.SyntaxKind.MinusEqualsToken) return { node, kind: 'takes', what };
  if (kind !== ts.SyntaxKind.EqualsToken || !ts.isBinaryExpression(node.right)) return undefined;
  const { left, operatorToken } = node.right;
  if (!ts.isPropertyAccessExpression(left) || left.name.text !== what) return undefined;
  if (operatorToken.kind === ts.SyntaxKind.PlusToken) return { node, kind: 'adds', what };
  return operatorToken.kind === ts.SyntaxKind.MinusToken ? { node, kind: 'takes', what } : undefined;
}

/** Whether the function, or one around it, begins a transaction, or is handed what one gives. */
function runsInTransaction(around: FunctionWithBody): boolean {
  for (let node: ScriptNode = around; node.parent; node = node.parent) {
    if (
      isFunction(node) &&
      (inTransaction.test(node.getText().slice(0, 20_000)) || inTransaction.test(nameOfFunction(node) ?? ''))
    )
      return true;
    if (ts.isCallExpression(node) && inTransaction.test(node.expression.getText().slice(-60))) return true;
  }
  return false;
}

/** The innermost function that is no callback of a loop. */
function functionAround(node: ScriptNode): FunctionWithBody | undefined {
  for (let around = node.parent; around; around = around.parent) {
    if (!isFunction(around)) continue;
    const { parent } = around;
    const isLoop =
      ts.isCallExpression(parent) &&
      ts.isPropertyAccessExpression(parent.expression) &&
      /^(?:map|forEach|flatMap)$/.test(parent.expression.name.text);
    if (!isLoop) return around;
  }
  return undefined;
}
