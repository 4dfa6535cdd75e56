import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { clientInput } from '../../../analysis/http/clientInput.ts';
import { holdsClientInput } from '../../../analysis/http/heldInput.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { propertyOf } from '../../../analysis/routes/syntax.ts';
import { isHarmless } from '../../../analysis/sql/harmless.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Code in JavaScript that a property hands to the database: `$where: …`, `$function: { body: … }`. */
export function codeInProperty(property: tsMorph.ts.PropertyAssignment): readonly ScriptNode[] {
  const name = textOfName(property.name);
  const { initializer } = property;
  if (name === '$where') return [initializer];
  if (name !== '$function' && name !== '$accumulator') return [];
  return ['body', 'init', 'accumulate', 'merge', 'finalize'].flatMap((key) => {
    const code = propertyOf(plain(initializer), key);
    return code ? [code] : [];
  });
}

/** The same of calls: `query.$where(…)`, `collection.mapReduce(map, reduce)`, `db.eval(…)`. */
export function codeInCall(call: tsMorph.ts.CallExpression): readonly ScriptNode[] {
  const callee = plain(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return [];
  const [first, second] = call.arguments;
  const name = callee.name.text;
  if (name === '$where') return first ? [first] : [];
  if (name === 'mapReduce') return [first, second].filter((each) => each !== undefined);
  const evaluates = name === 'eval' && /^(?:db|database|mongo)$/.test(lastName(callee.expression) ?? '');
  return evaluates && first ? [first] : [];
}

/** Whether values become part of code that the database runs. */
export function isMadeUp(code: ScriptNode, hops = 4): boolean {
  const node = plain(code);
  if (hops === 0 || ts.isFunctionLike(node) || ts.isStringLiteralLike(node)) return false;
  if (clientInput(node) || holdsClientInput(node)) return true;
  if (ts.isTemplateExpression(node)) return node.templateSpans.some((span) => !isHarmless(span.expression));
  if (ts.isBinaryExpression(node)) {
    return node.operatorToken.kind === ts.SyntaxKind.PlusToken && !isHarmless(node);
  }
  if (ts.isNewExpression(node)) return (node.arguments ?? []).some((each) => isMadeUp(each, hops - 1));
  if (!ts.isIdentifier(node)) return false;
  const held = heldBy(node);
  if (!held || !ts.isVariableDeclaration(held.declaration)) return false;
  return held.writes.some(({ value }) => isMadeUp(value, hops - 1));
}
