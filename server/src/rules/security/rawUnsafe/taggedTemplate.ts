import { lastName } from '../../../analysis/namedValue.ts';
import { ts } from '../../../languages/script.ts';
import type { TextEdit } from '../../../model/index.ts';
import type { FileContext, Report } from '../../rule.ts';
import { bareValues, type RawPlace } from './bareValues.ts';
import { templateFix } from './templateFix.ts';

/** `$queryRawUnsafe(`… ${id}`)` → `` $queryRaw`… ${id}` ``: Prisma makes a parameter of every value. */
export const useTaggedTemplate = templateFix(
  'Use the tagged template, which makes parameters of the values',
  editsFor,
);

function editsFor({ data }: Report<RawPlace>, { lines }: FileContext): TextEdit[] | undefined {
  if (data?.raw.kind !== 'statement') return undefined;
  const { call } = data;
  const callee = call.expression;
  const [argument] = call.arguments;
  if (!argument || call.arguments.length !== 1 || !ts.isTemplateExpression(argument)) return undefined;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const name = lastName(callee) ?? '';
  const quotes = bareValues(argument, data.danger.holes);
  if (!quotes) return undefined;
  const safeName = name.replace('Unsafe', '');
  const between = call.getSourceFile().text.slice(callee.name.end, argument.getStart());
  return [
    { range: lines.rangeOf(callee.name.getStart(), callee.name.end), newText: safeName },
    {
      range: lines.rangeOf(callee.name.end, argument.getStart()),
      newText: between.slice(0, between.lastIndexOf('(')).trimEnd(),
    },
    ...quotes.map((at) => ({ range: lines.rangeOf(at, at + 1), newText: '' })),
    { range: lines.rangeOf(argument.end, call.end), newText: '' },
  ];
}
