import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import type { Confidence } from '../../model/vocabulary.ts';
import { heldBy } from '../constants.ts';
import { clientInput } from '../http/clientInput.ts';
import { lastName } from '../namedValue.ts';
import { unwrappedAwaited } from '../unwrapped.ts';
import { rootOf } from './expressions.ts';
import { isHarmless } from './harmless.ts';
import { ownRecord } from './ownRecords.ts';
import type { Hole } from './positions.ts';

import { isLoud, speaksOfCatalogue } from './statement.ts';

/** Names of what programs put together from parts of SQL, or take from lists of their own. */
const clauseName =
  /(?:placeholders?|columns?|cols?|fields?|sets?|where|order|orderby|sort|sortby|dir|direction|limit|offset|table|tables|schema|idx|index|alias|clauses?|conditions?|conds?|filters?|expr|expression|subquery|sql|query|fragments?|joins?|ident|identifier|param(?:eter)?s?|parameterName|binds?|bindings?|marks?|operator|op|suffix|prefix|function|type)$/i;
/** Where double quotes stand around names, as the standard has it, and not around text, as in MySQL. */
const doubleQuotesNames = /\b(?:FROM|INTO|UPDATE|JOIN|TABLE)\s+"|"\."/i;
/** What gives the sign of a parameter: `params.add(value)`. */
const binders = /^(?:add|bind|param|parameter|placeholder|next|p|ph)$|^(?:add|bind|next|push)[A-Z]/;
/** Words that may stand before a literal; where another does, the text may be a sentence. */
const beforeLiteral =
  /^(?:[^A-Z]+|SELECT|WHERE|AND|OR|NOT|LIKE|ILIKE|IN|VALUES|BETWEEN|THEN|ELSE|WHEN|CASE|IS|AS|TO|BY|PASSWORD|INTERVAL|DATE|TIME|TIMESTAMP|REGEXP|RLIKE|GLOB|MATCH|SIMILAR|DISTINCT|SEPARATOR|ESCAPE|ZONE|RETURNING|E|N|ON|LOCAL|FROM|INTO|ATTACH|UNTIL)$/;

/** How sure it is that what is put in there can change the statement; undefined where it can't, or can't be told. */
export function injectionAt(hole: Hole, sample: string): Confidence | undefined {
  const { node, position, literal, before } = hole;
  if (position !== 'value') return requestOnly(hole);
  if (isHarmless(node) || isChecked(node)) return undefined;
  if (clientInput(node)) return 'high';
  const own = ownRecord(node);
  if (own === 'key') return undefined;
  // What a program asks of the database's own tables are names of tables, which it knows from itself.
  if (speaksOfCatalogue(sample)) return undefined;
  if (literal?.mark === '"' && doubleQuotesNames.test(sample)) return undefined;
  // Somebody wrote it there at some time.
  const confidence = own === 'text' ? 'medium' : 'high';
  if (literal) return beforeLiteral.test(before) || isLoud(sample) ? confidence : undefined;
  return clauseName.test(nameOf(node)) || buildsText(node) ? undefined : confidence;
}

/** Outside values nearly everything comes from the program's own lists: only what was sent counts. */
function requestOnly({ node, position }: Hole): Confidence | undefined {
  if (position === 'parameter' || !clientInput(node) || isHarmless(node) || isChecked(node)) return undefined;
  return 'medium';
}

const passing = /^(?:join|map|filter|toString|trim|toLowerCase|toUpperCase|slice|build|toSQL|toQuery)$/;

/** The last name of what gives the value: `user.name` → name, `where.join(' AND ')` → where, `sql(x)` → sql. */
function nameOf(expression: ScriptNode): string {
  let node = expression;
  for (;;) {
    if (!ts.isCallExpression(node)) return lastName(node) ?? '';
    const callee: ScriptNode = node.expression;
    if (!ts.isPropertyAccessExpression(callee) || !passing.test(callee.name.text))
      return lastName(callee) ?? '';
    node = callee.expression;
  }
}

/** What builds SQL: `buildWhere(filters)`, or a variable that holds what `list.reduce(…)` put together. */
function buildsText(node: ScriptNode): boolean {
  if (ts.isIdentifier(node)) return (heldBy(node)?.writes ?? []).some(({ value }) => givesText(value));
  const name = ts.isCallExpression(node) ? (lastName(node.expression) ?? '') : '';
  return givesText(node) || /^(?:build|make|create|compile|render|generate|format|to)[A-Z_]/.test(name);
}

function givesText(value: ScriptNode): boolean {
  const name = ts.isCallExpression(value) ? (lastName(value.expression) ?? '') : '';
  return name === 'reduce' || binders.test(name);
}

/** How many characters before a value its check stands at most. */
const farthestCheck = 5_000;

/**
 * Whether the function around has compared the value with a list, a pattern or a type before: `if
 * (!allowed.includes(sort)) throw …`.
 */
export function isChecked(expression: tsMorph.ts.Expression): boolean {
  const node = unwrappedAwaited(expression);
  const subject = ts.isCallExpression(node) ? rootOf(node) : node;
  const name = subject.getText();
  if (name.length > 80) return false;
  let scope: ScriptNode = node;
  while (!ts.isSourceFile(scope) && !(ts.isFunctionLike(scope) && !isSmall(scope))) scope = scope.parent;
  const before = node.getSourceFile().text.slice(Math.max(scope.pos, node.pos - farthestCheck), node.pos);
  return [
    `.includes(${name})`,
    `.has(${name})`,
    `.test(${name})`,
    `.hasOwnProperty(${name})`,
    `.indexOf(${name})`,
    `isNaN(${name})`,
    `isInteger(${name})`,
    `isFinite(${name})`,
    `isSafeInteger(${name})`,
    `isUUID(${name}`,
    `typeof ${name} !== 'number'`,
    `typeof ${name} === 'number'`,
    `${name} in `,
    `switch (${name})`,
    `${name}.match(/^`,
  ].some((check) => before.includes(check));
}

/** A callback such as that of `map`, whose checks stand around it. */
const isSmall = (node: ScriptNode): boolean => ts.isArrowFunction(node) && !ts.isBlock(node.body);
