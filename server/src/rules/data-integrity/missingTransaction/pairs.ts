import type * as tsMorph from 'ts-morph';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { areBranches, nameGiven } from './places.ts';
import type { Write } from './writes.ts';

/** What can be had, owed or sold out: an amount that leaves one row has to reach another. */
export const amounts =
  /balance|amount|credit|fund|stock|quantity|inventory|points|coins|wallet|available|seats|tokens|cash|money/i;

/** The second of two writes that take from one row what they add to another; those in two branches are no pair. */
export function transferIn(writes: readonly Write[]): Write | undefined {
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
export function settledIn(writes: readonly Write[]): Write | undefined {
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
export function dependentIn(writes: readonly Write[]): Write | undefined {
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
