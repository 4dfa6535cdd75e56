import type * as tsMorph from 'ts-morph';
import { lastName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** A format of morgan's that writes credentials: `:req[authorization]`. */
export function loggedHeader({
  expression,
  arguments: given,
}: tsMorph.ts.CallExpression): ScriptNode | undefined {
  const [format] = given;
  if (!format || lastName(expression) !== 'morgan' || !ts.isStringLiteralLike(format)) return undefined;
  return /:(?:req|res)\[(?:authorization|cookie|set-cookie|x-api-key|proxy-authorization)\]/i.test(
    format.text,
  )
    ? format
    : undefined;
}
