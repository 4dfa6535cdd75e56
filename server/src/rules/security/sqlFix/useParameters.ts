import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import type { Hole } from '../../../analysis/sql/positions.ts';
import { takesParameters } from '../../../analysis/sql/statement.ts';
import { unwrappedAwaited } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Confidence, TextEdit } from '../../../model/index.ts';
import type { FileContext, Fix, Report } from '../../rule.ts';
import { type Driver, driverOf } from './drivers.ts';
import { type Replacement, replacementOf } from './placeholders.ts';

/** A statement that reaches a database, and what is put into it. */
export interface SqlPlace {
  readonly call: tsMorph.ts.CallExpression | tsMorph.ts.NewExpression;
  /** The text that the call is given. */
  readonly argument: tsMorph.ts.Expression;
  readonly sample: string;
  readonly holes: readonly Hole[];
  readonly questionMarks: number;
  /** The holes that are reported. */
  readonly dangerous: readonly { readonly hole: Hole; readonly confidence: Confidence }[];
}

/**
 * Moves every value out of the text into the call's parameters. To be looked at: a parameter keeps its type, where
 * text in quotes was text whatever the value was (`undefined` became 'undefined').
 */
export const useParameters: Fix<SqlPlace> = {
  title: 'Use query parameters',
  safe: false,
  appliesTo: (report, file) => editsFor(report, file) !== undefined,
  async edit(report, file) {
    const edits = editsFor(report, file);
    return edits
      ? [{ file: file.path, edits }]
      : { refused: 'The values can no longer be moved out of this statement mechanically.' };
  },
};

interface Parameter extends Replacement {
  /** How many placeholders of the driver's ordered kind stand before it. */
  readonly index: number;
}

function editsFor({ data: place }: Report<SqlPlace>, file: FileContext): TextEdit[] | undefined {
  const driver = file.script && driverOf(file.script);
  if (!place || !driver || !file.script || !driver.methods.test(lastName(place.call.expression) ?? ''))
    return undefined;
  const root = place.argument === place.call.arguments?.[0] ? textRoot(place, file) : undefined;
  if (!root || !takesParameters(place.sample)) return undefined;
  const parameters: Parameter[] = [];
  for (const { hole } of place.dangerous) {
    const found = replacementOf(hole, root, file.script);
    if (!found) return undefined;
    // A literal that several values are put into becomes one parameter.
    if (parameters.some(({ start }) => start === found.start)) continue;
    parameters.push({ ...found, index: hole.questionMarks });
  }
  const known = knownParameters(place, driver);
  if (!known) return undefined;
  const others = place.holes.length - place.dangerous.length;
  const numbers = [...place.sample.matchAll(/\$(\d+)/g)].map(([, digits]) => Number(digits));
  const used = driver.style === 'numbered' ? Math.max(0, ...numbers) : place.questionMarks;
  if (used !== known.list.length || (others > 0 && known.list.length > 0)) return undefined;
  const range = file.lines.rangeOf.bind(file.lines);
  return [
    ...parameters.map(({ start, end, closing }, index) => ({
      range: range(start, end),
      newText: (driver.style === 'numbered' ? `$${used + index + 1}` : '?') + closing,
    })),
    ...insertions(known, parameters, driver).map(({ at, newText }) => ({ range: range(at, at), newText })),
  ];
}

/** The expression that the text is written in: the argument, or the only value of a variable that is used once. */
function textRoot({ argument, call }: SqlPlace, file: FileContext): ScriptNode | undefined {
  const node = unwrappedAwaited(argument);
  if (!ts.isIdentifier(node)) return node;
  const held = heldBy(node);
  const [write] = held?.writes ?? [];
  if (!held || !write || held.writes.length > 1 || functionAround(held.declaration) !== functionAround(call))
    return undefined;
  const uses = file.text.split(new RegExp(`\\b${node.text.replaceAll('$', '\\$')}\\b`)).length - 1;
  return uses === 2 ? unwrappedAwaited(write.value) : undefined;
}

function functionAround(node: ScriptNode): ScriptNode {
  let around = node.parent;
  while (!ts.isSourceFile(around) && !ts.isFunctionLike(around)) around = around.parent;
  return around;
}

/** The parameters that a call has already, and where others go. */
interface Known {
  readonly list: readonly ScriptNode[];
  /** Behind which a list of parameters is written where there is none yet. */
  readonly behind: number;
  /** What is written around the new list. */
  readonly open: string;
  readonly close: string;
}

function knownParameters({ call }: SqlPlace, driver: Driver): Known | undefined {
  if (!ts.isCallExpression(call)) return undefined;
  if (driver.prepares) return preparedParameters(call);
  const [text, list] = call.arguments;
  if (!text) return undefined;
  if (!list || ts.isArrowFunction(list) || ts.isFunctionExpression(list)) {
    return { list: [], behind: text.end, open: ', [', close: ']' };
  }
  if (!ts.isArrayLiteralExpression(list) || list.elements.some(ts.isSpreadElement)) return undefined;
  return { list: list.elements, behind: list.getStart() + 1, open: '', close: '' };
}

/** `db.prepare('…').get()`: parameters go to what is called at once. */
function preparedParameters(call: tsMorph.ts.CallExpression): Known | undefined {
  const access = call.parent;
  if (!ts.isPropertyAccessExpression(access) || !/^(?:get|all|run|iterate)$/.test(access.name.text))
    return undefined;
  const outer = access.parent;
  if (!ts.isCallExpression(outer) || outer.expression !== access || outer.arguments.length > 0)
    return undefined;
  return { list: [], behind: outer.end - 1, open: '', close: '' };
}

/** Numbered parameters go to the end, ordered ones to where their placeholder stands among the others. */
function insertions(
  { list, behind, open, close }: Known,
  parameters: readonly Parameter[],
  { style }: Driver,
): { at: number; newText: string }[] {
  const last = list.at(-1);
  if (!last)
    return [
      { at: behind, newText: `${open}${parameters.map(({ parameter }) => parameter).join(', ')}${close}` },
    ];
  return parameters.map(({ parameter, index }) => {
    const next = style === 'ordered' ? list[index] : undefined;
    return next
      ? { at: next.getStart(), newText: `${parameter}, ` }
      : { at: last.end, newText: `, ${parameter}` };
  });
}
