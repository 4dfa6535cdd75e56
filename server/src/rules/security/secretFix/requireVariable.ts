import type { Fallback } from '../../../analysis/environment/fallback.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { shipsToBrowser } from '../../../analysis/packageFacts.ts';
import { ts } from '../../../languages/script.ts';
import type { FileContext, Fix, Report } from '../../rule.ts';
import { readerFor } from './environmentReader.ts';

/** Reads the variable so that the program stops where it is missing, in the project's own way. */
export const requireVariable: Fix<Fallback> = {
  title: 'Require the variable',
  // Where the variable is not set, the program no longer starts: a person should see it happen.
  safe: false,
  appliesTo: ({ data }, file) =>
    data !== undefined && (isProcessRead(data, file) || throwingGetter(data, file) !== undefined),
  async edit({ data }: Report<Fallback>, file, workspace) {
    if (!data) return { refused: 'The fallback is no longer there.' };
    const { whole, name, literal } = data;
    const range = file.lines.rangeOf(whole.getStart(), whole.end);
    const getter = throwingGetter(data, file);
    if (getter) {
      const edits = [
        { range: file.lines.rangeOf(getter.start, getter.end), newText: 'getOrThrow' },
        { range: file.lines.rangeOf(getter.lastEnd, literal.end), newText: '' },
      ];
      return [{ file: file.path, edits }];
    }
    const reader = await readerFor(file, name, workspace, { throwing: true });
    return [
      { file: file.path, edits: [{ range, newText: reader.expression }, ...reader.inFile] },
      ...reader.elsewhere,
    ];
  },
};

/** One that a server reads; several that are tried one after the other would lose all but the first. */
const isProcessRead = ({ form, whole }: Fallback, file: FileContext): boolean =>
  form === 'process' &&
  !shipsToBrowser(file.path, file.text, file.package) &&
  whole.getText().split('process.env').length === (ts.isConditionalExpression(whole) ? 3 : 2);

/** The `get` of Nest's configuration, which has a `getOrThrow` beside it. */
function throwingGetter(
  { form, whole }: Fallback,
  file: FileContext,
): { start: number; end: number; lastEnd: number } | undefined {
  if (form !== 'configuration' || !ts.isCallExpression(whole) || !file.text.includes('@nestjs/config'))
    return undefined;
  const { expression, arguments: args } = whole;
  const [first] = args;
  if (!first || !ts.isPropertyAccessExpression(expression) || lastName(expression) !== 'get')
    return undefined;
  return { start: expression.name.getStart(), end: expression.name.end, lastEnd: first.end };
}
