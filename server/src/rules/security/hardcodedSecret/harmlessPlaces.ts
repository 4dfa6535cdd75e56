import { textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** What API descriptions keep samples under. */
const shown = /^(?:x-)?examples?$/i;

/** Whether a path of names leads through the samples of an API description: what stands there shows a form. */
export const isShownPath = (path: readonly string[]): boolean => path.some((name) => shown.test(name));

/** The same for a literal, by the properties around it. */
export function isShown(literal: ScriptNode): boolean {
  for (let node = literal.parent; node && !ts.isFunctionLike(node); node = node.parent) {
    if (ts.isPropertyAssignment(node) && shown.test(textOfName(node.name) ?? '')) return true;
  }
  return false;
}
