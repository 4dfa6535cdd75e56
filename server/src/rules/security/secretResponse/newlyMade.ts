import { onlyValueOf } from '../../../analysis/disclosure/parts.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Functions that make what was not there before: passwords of applications, keys, codes. */
const makers =
  /^(?:(?:re)?generate(?![a-z])|gen(?=[A-Z_])|random|nano_?id$|uuid|v4$|cuid|ulid|customAlphabet|makePassword|createPassword|createApiKey|issue(?:Key|Token|Password))/;

/**
 * Whether a member is read of what was just made for whoever asks: `asp.password` of `await generateASP(user)`,
 * `made.password` of `{ password: randomBytes(16) }`. It is shown once, and that is what the call is for.
 */
export function isNewlyMade(member: ScriptNode, name: string): boolean {
  if (!ts.isPropertyAccessExpression(member)) return false;
  const owner = plain(member.expression);
  const given = ts.isIdentifier(owner) ? onlyValueOf(owner) : undefined;
  const value = given && plain(given);
  if (!value) return false;
  if (!ts.isObjectLiteralExpression(value)) return isMade(value, 3);
  const property = value.properties.find((each) => each.name && textOfName(each.name) === name);
  if (!property) return false;
  if (ts.isPropertyAssignment(property)) return isMade(property.initializer, 3);
  return ts.isShorthandPropertyAssignment(property) && isMade(property.name, 3);
}

/** A call of such a function, also with what is then done to its value, and the variable that holds it. */
function isMade(expression: ScriptNode, hops: number): boolean {
  const node = plain(expression);
  if (ts.isIdentifier(node)) {
    const held = hops > 0 ? onlyValueOf(node) : undefined;
    return held !== undefined && isMade(held, hops - 1);
  }
  if (!ts.isCallExpression(node)) return false;
  if (makers.test(lastName(node.expression) ?? '')) return true;
  return (
    hops > 0 &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(?:toString|slice|substring|replace|toUpperCase|toLowerCase|trim)$/.test(node.expression.name.text) &&
    isMade(node.expression.expression, hops - 1)
  );
}
