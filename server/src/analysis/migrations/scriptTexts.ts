import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';

/** Stands in a text where a value is put in: a letter, so that what is around it stays one name. */
export const hole = 'ʘ';

/** The text of a literal, template, sum of texts, or constant; undefined where it can't be told. */
export function textIn(expression: ScriptNode | undefined, hops = 3): string | undefined {
  if (!expression || hops < 0) return undefined;
  const node = plain(expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.map(
      ({ expression: value, literal }) => (textIn(value, hops - 1) ?? hole) + literal.text,
    );
    return node.head.text + parts.join('');
  }
  if (ts.isTaggedTemplateExpression(node)) return textIn(node.template, hops - 1);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return textOfSum(node, hops);
  if (ts.isIdentifier(node)) {
    const held = heldBy(node);
    const [only] = held?.writes ?? [];
    return held?.writes.length === 1 && only ? textIn(only.value, hops - 1) : undefined;
  }
  if (ts.isPropertyAccessExpression(node)) return textIn(memberOf(node.expression, node.name.text), hops - 1);
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    // `'…'.trim()`, `[…].join('\n')`.
    if (/^(?:trim|trimStart|trimEnd)$/.test(node.expression.name.text))
      return textIn(node.expression.expression, hops);
  }
  return undefined;
}

/** A sum nests to the left, ever so deep. */
function textOfSum(sum: ScriptNode, hops: number): string {
  const parts: string[] = [];
  let node: ScriptNode = sum;
  while (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    parts.push(textIn(node.right, hops - 1) ?? hole);
    node = plain(node.left);
  }
  parts.push(textIn(node, hops - 1) ?? hole);
  return parts.reverse().join('');
}

/** `Tables.users` where the file says `const Tables = { users: 'app_users' }`. */
function memberOf(object: ScriptNode, name: string): ScriptNode | undefined {
  const held = ts.isIdentifier(object) ? heldBy(object) : undefined;
  const value =
    held?.writes.length === 1 ? plain((held.writes[0] as { value: ScriptNode }).value) : undefined;
  return value && propertyOf(value, name);
}

/** What an object literal has under one of the names. */
export function propertyOf(
  object: ScriptNode | undefined,
  ...names: readonly string[]
): ScriptNode | undefined {
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  for (const property of object.properties) {
    if (!property.name || !names.includes(textOfName(property.name) ?? '')) continue;
    if (ts.isPropertyAssignment(property)) return plain(property.initializer);
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
    if (ts.isMethodDeclaration(property)) return property;
  }
  return undefined;
}

/** The name of a table in an argument: a text, `{ tableName }`, `new Table({ name })`. */
export function tableIn(argument: ScriptNode | undefined): string | undefined {
  if (!argument) return undefined;
  const node = plain(argument);
  const [first] = ts.isNewExpression(node) ? (node.arguments ?? []) : [];
  const object = first ?? node;
  const written = ts.isObjectLiteralExpression(object)
    ? textIn(propertyOf(object, 'tableName', 'name', 'table'))
    : textIn(node);
  if (written === undefined || written === '' || written.includes(hole)) return undefined;
  const parts = written
    .toLowerCase()
    .replace(/["`[\]]/g, '')
    .split('.');
  return parts
    .filter((part, index) => index > 0 || parts.length === 1 || (part !== 'public' && part !== 'dbo'))
    .join('.');
}
