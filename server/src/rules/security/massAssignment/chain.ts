import { lastName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/**
 * The names of the calls that a chain is made of, from its end: `db.insert(users).into(x)` → into, insert. A chain that
 * begins with a call of a name and a text, as `knex('users')`, ends in `knex()`.
 */
export function chainOf(expression: ScriptNode): readonly string[] {
  const names: string[] = [];
  let node = plain(expression);
  while (names.length < 12 && ts.isCallExpression(node)) {
    const callee = plain(node.expression);
    const name = lastName(callee) ?? '';
    if (!ts.isPropertyAccessExpression(callee)) {
      const [first] = node.arguments;
      return [...names, first && ts.isStringLiteralLike(first) ? `${name}()` : name];
    }
    names.push(name);
    node = plain(callee.expression);
  }
  return names;
}
