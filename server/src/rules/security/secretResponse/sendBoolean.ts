import type * as tsMorph from 'ts-morph';
import { isChoice } from '../../../analysis/environment/environmentRead.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { Fix } from '../../rule.ts';

/** What the fix needs to know of a value that is sent. */
export interface SentSecret {
  readonly place: ScriptNode;
  /** Whether it is a setting, of which nobody needs to know more than that it is there. */
  readonly setting: boolean;
}

/** Sends whether the variable is set, and nothing of it. */
export const sendBoolean: Fix<SentSecret> = {
  title: 'Send only whether it is set',
  // Whoever reads the answer gets another type: a person should see it happen.
  safe: false,
  appliesTo: ({ data }) => data?.setting === true && valueAround(data.place) !== undefined,
  edit: async ({ data }, file) => {
    const value = data && valueAround(data.place);
    if (!data || !value) return { refused: 'The value is no longer sent here.' };
    const range = file.lines.rangeOf(value.getStart(), value.end);
    const text = `!!${readIn(data.place)}`;
    const newText = ts.isShorthandPropertyAssignment(value.parent) ? `${value.getText()}: ${text}` : text;
    return [{ file: file.path, edits: [{ range, newText }] }];
  },
};

/** The whole value of the property or argument, in which the secret may be cut and have a fallback. */
function valueAround(place: ScriptNode): ScriptNode | undefined {
  let node = place;
  for (let steps = 0; steps < 12; steps++) {
    const { parent } = node;
    if (
      ts.isPropertyAssignment(parent) ||
      ts.isShorthandPropertyAssignment(parent) ||
      ts.isTemplateSpan(parent)
    )
      return node;
    if (!carries(node, parent)) return undefined;
    node = parent;
  }
  return undefined;
}

/** Whether what is around a value only changes its form. */
function carries(node: ScriptNode, parent: ScriptNode): boolean {
  if (ts.isBinaryExpression(parent)) return isChoice(parent.operatorToken.kind) && parent.left === node;
  if (ts.isConditionalExpression(parent)) return parent.condition !== node;
  if (ts.isCallExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.expression === node;
  return ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent) || ts.isAsExpression(parent);
}

/** The read itself, without what is done to it: `process.env.KEY` of `process.env.KEY?.substring(0, 7)`. */
function readIn(place: ScriptNode): string {
  let node = place;
  while (ts.isCallExpression(node) || ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) {
    const inner: tsMorph.ts.Expression = node.expression;
    if (ts.isCallExpression(node) && (!ts.isPropertyAccessExpression(inner) || inner.name.text === 'get'))
      break;
    node = ts.isCallExpression(node) && ts.isPropertyAccessExpression(inner) ? inner.expression : inner;
  }
  return node.getText();
}
