import { isDevGuarded } from '../../../analysis/devGuards.ts';
import { isFunction } from '../../../analysis/functions.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { onlyValueOf } from './origin.ts';

const local = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(?:\d{1,5}|\*))?\/?$/i;

export const isLocalOrigin = (origin: string): boolean => local.test(origin.trim());

/** Whether an origin, or a list of them, is written down and leads to nobody's machine but one's own. */
export function isOnlyLocal(node: ScriptNode, hops = 2): boolean {
  const value = plain(node);
  if (isDevGuarded(value)) return false;
  if (ts.isStringLiteralLike(value)) return isLocalOrigin(value.text);
  if (ts.isArrayLiteralExpression(value))
    return value.elements.length > 0 && value.elements.every((each) => isOnlyLocal(each, hops));
  if (ts.isRegularExpressionLiteral(value))
    return /localhost|127\\\.0/.test(value.text) && !/\\\.(?:[a-z]{2,6})\b|\|/.test(value.text);
  if (ts.isConditionalExpression(value))
    return isOnlyLocal(value.whenTrue, hops) && isOnlyLocal(value.whenFalse, hops);
  if (isFunction(value)) return asksLocalList(value);
  if (!ts.isIdentifier(value) || hops === 0) return false;
  const held = onlyValueOf(value);
  return held !== undefined && isOnlyLocal(held, hops - 1);
}

/** `(origin, callback) => callback(null, allowed.includes(origin))`, where `allowed` is such a list. */
function asksLocalList(node: ScriptNode): boolean {
  let asked = 0;
  let isLocal = true;
  const waiting: ScriptNode[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (
      ts.isCallExpression(next) &&
      ts.isPropertyAccessExpression(next.expression) &&
      /^(?:includes|indexOf|has)$/.test(lastName(next.expression) ?? '')
    ) {
      asked += 1;
      if (!isOnlyLocal(next.expression.expression)) isLocal = false;
    } else if (
      ts.isCallExpression(next) &&
      /^(?:test|match|startsWith|endsWith|some|find|every)$/.test(lastName(next.expression) ?? '')
    )
      isLocal = false;
    ts.forEachChild(next, (child) => void waiting.push(child));
  }
  return asked > 0 && isLocal;
}
