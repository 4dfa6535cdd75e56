import { heldBy } from '../../../analysis/constants.ts';
import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, nameOfValue, textOfName } from '../../../analysis/namedValue.ts';
import { isSecretName } from '../../../analysis/secrets/naming.ts';
import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Whether a name is a password's, as a person types it. */
export const isPasswordName = (name: string): boolean => isSecretName(name) === 'password';

/** Whether an expression has a person's password in it: itself, with a salt, in a template, converted. */
export function holdsPassword(expression: ScriptNode, depth = 6): boolean {
  const node = unwrappedAwaited(expression);
  if (depth === 0) return false;
  if (ts.isTemplateExpression(node))
    return node.templateSpans.some((span) => holdsPassword(span.expression, depth - 1));
  if (ts.isBinaryExpression(node))
    return holdsPassword(node.right, depth - 1) || holdsPassword(node.left, depth - 1);
  if (ts.isCallExpression(node)) {
    if (node.arguments.some((each) => holdsPassword(each, depth - 1))) return !isDigest(node);
    return (
      ts.isPropertyAccessExpression(node.expression) && holdsPassword(node.expression.expression, depth - 1)
    );
  }
  if (ts.isNewExpression(node)) return (node.arguments ?? []).some((each) => holdsPassword(each, depth - 1));
  const name = lastName(node);
  if (name === undefined) return false;
  if (isPasswordName(name)) return !isFromEnvironment(node);
  const held = ts.isIdentifier(node) ? heldBy(node) : undefined;
  const [write, ...more] = held?.writes ?? [];
  return !!write && more.length === 0 && holdsPassword(write.value, Math.max(depth - 3, 0));
}

const isDigest = (node: ScriptNode): boolean =>
  ts.isCallExpression(node) &&
  /hash|digest|bcrypt|scrypt|argon|pbkdf|encrypt/i.test(lastName(node.expression) ?? '');

/** A setting is as long and random as whoever runs the program made it, and not something that people remember. */
function isFromEnvironment(node: ScriptNode): boolean {
  return /^(?:process\.env|import\.meta\.env|env|config|settings|options|opts)\b/.test(
    node.getText().slice(0, 80),
  );
}

/** Whether a place is in a function that hashes passwords, or gives what is stored as one, by their names. */
export function isNamedForPasswords(node: ScriptNode): boolean {
  for (let each = node; each.parent; each = each.parent) {
    const given = nameOfValue(each);
    if (given !== undefined && isStored(given)) return true;
    if (isFunction(each)) {
      const name = nameOfFunction(each) ?? '';
      const hashes = ts.isMethodDeclaration(each) && /^(?:hash|make|encrypt|encode|digest)$/.test(name);
      if (hashes && ts.isClassLike(each.parent)) return /password|passwd/i.test(each.parent.name?.text ?? '');
      return (
        /password|passwd|passphrase|pwd/i.test(name) &&
        /hash|encrypt|encode|digest|crypt|make|verify|compare|check|match|valid|^_?set/i.test(name) &&
        !/reset|token|expir/i.test(name)
      );
    }
  }
  return false;
}

/** `passwordHash`, `hashedPassword`, `user.password` */
const isStored = (name: string): boolean =>
  /^_?(?:password_?hash(?:ed)?|hashed_?passw(?:or)?d|hashed_?pwd|hash_?passw(?:or)?d|encrypted_?password|passw(?:or)?d_?digest|pass_?hash|pwd_?hash)$/i.test(
    name,
  ) || isPasswordName(name);

/** The function around a place; the file where there is none. */
export function functionAround(node: ScriptNode): ScriptNode {
  let each = node.parent;
  while (each && !isFunction(each) && !ts.isSourceFile(each) && !ts.isConstructorDeclaration(each))
    each = each.parent;
  return each ?? node.getSourceFile();
}

/** Whether a value is what the function around it was given. */
export function isParameterOf(node: ScriptNode): boolean {
  const value = unwrappedAwaited(node);
  if (!ts.isIdentifier(value)) return false;
  const declaration = heldBy(value)?.declaration;
  return !!declaration && ts.isParameter(declaration) && textOfName(declaration.name) !== undefined;
}
