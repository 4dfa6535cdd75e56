import type * as tsMorph from 'ts-morph';
import type { Hole } from '../../../analysis/sql/positions.ts';
import type { Danger } from './dangers.ts';
import type { RawSql } from './sinks.ts';

/** A call that puts a text into SQL, and what is wrong with it. */
export interface RawPlace {
  readonly call: tsMorph.ts.CallExpression;
  readonly raw: RawSql;
  readonly danger: Danger;
}

/**
 * The offsets of the quotes that stand around the values of a template, and have to go when the values become
 * parameters; undefined where a value stands where no parameter can, or shares its quotes with other text.
 */
export function bareValues(
  template: tsMorph.ts.TemplateExpression,
  holes: readonly Hole[],
): readonly number[] | undefined {
  const quotes: number[] = [];
  const own = template.templateSpans.map((span) => span.expression);
  if (holes.length !== own.length) return undefined;
  for (const { node, position, literal } of holes) {
    if (position !== 'value' || !own.includes(node)) return undefined;
    if (!literal) continue;
    const { open, close, parts, prefixed } = literal;
    if (open === undefined || close === undefined || parts.length !== 1 || prefixed) return undefined;
    quotes.push(open, close);
  }
  return quotes;
}
