import { lastName } from '../../../analysis/namedValue.ts';
import { ts } from '../../../languages/script.ts';
import type { TextEdit } from '../../../model/index.ts';
import type { FileContext, Report } from '../../rule.ts';
import { bareValues, type RawPlace } from './bareValues.ts';
import { templateFix } from './templateFix.ts';

/** Knex's methods that take bindings as their second argument. */
const bound = /^(?:(?:and|or)?[wW]hereRaw|havingRaw|(?:and|or)HavingRaw|joinRaw)$/;

/** `` whereRaw(`age > ${age}`) `` → `whereRaw('age > ?', [age])`. */
export const bindValues = templateFix('Bind the values', editsFor);

function editsFor({ data }: Report<RawPlace>, { lines }: FileContext): TextEdit[] | undefined {
  if (!data || !bound.test(lastName(data.call.expression) ?? '')) return undefined;
  const [argument] = data.call.arguments;
  if (!argument || data.call.arguments.length !== 1 || !ts.isTemplateExpression(argument)) return undefined;
  if (argument.getText().includes('?')) return undefined;
  const quotes = bareValues(argument, data.danger.holes);
  if (!quotes) return undefined;
  const values = argument.templateSpans.map((span) => span.expression.getText());
  const places = argument.templateSpans.map((span) => ({
    // From `${` to `}`.
    start: span.getFullStart() - 2,
    end: span.literal.getStart() + 1,
  }));
  return [
    ...places.map(({ start, end }) => ({ range: lines.rangeOf(start, end), newText: '?' })),
    ...quotes.map((at) => ({ range: lines.rangeOf(at, at + 1), newText: '' })),
    { range: lines.rangeOf(argument.end, argument.end), newText: `, [${values.join(', ')}]` },
  ].sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.column - b.column);
}
