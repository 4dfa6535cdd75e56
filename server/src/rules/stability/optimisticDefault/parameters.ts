import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { textOfName } from '../../../analysis/namedValue.ts';
import { stateOf } from '../../../analysis/stateNames.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { isChosen } from './chosen.ts';
import { type Good, goodTruth, goodWord } from './goodWords.ts';
import { namesOf } from './names.ts';

/** Functions that make or write what they are told: their defaults say what to make, and not what was found. */
const makes =
  /^(?:set|mark|toggle|update|create|make|build|with|add|insert|emit|log|record|track|report|render|show|use|mock|to|new|init|register|seed|assign|grant|invite)(?=[A-Z_]|$)/;

/** `const { healthy = true } = answer`, `function enter(user, isAuthorized = true)` */
export function defaultOf(
  node: ScriptNode,
  path: string,
): (Good & { readonly fallback: ScriptNode }) | undefined {
  if ((!ts.isParameter(node) && !ts.isBindingElement(node)) || !node.initializer) return undefined;
  const fallback = unwrapped(node.initializer);
  const isTrue = fallback.kind === ts.SyntaxKind.TrueKeyword;
  if (!isTrue && !ts.isStringLiteralLike(fallback)) return undefined;
  const name = textOfName(ts.isBindingElement(node) ? (node.propertyName ?? node.name) : node.name);
  if (name === undefined) return undefined;
  const source = sourceOf(node);
  if (!source) return undefined;
  if (ts.isParameter(source) || ts.isFunctionLike(source)) {
    const around = ts.isParameter(source) ? source.parent : source;
    const owner = isFunction(around) ? (nameOfFunction(around) ?? '') : '';
    // What is drawn is told by others what to draw, and what is taken apart are options.
    if (!ts.isParameter(node) || !isFunction(around) || makes.test(owner) || /^[A-Z]/.test(owner))
      return undefined;
    if (!isTrue || stateOf(name) !== 'access' || /sx$/.test(path)) return undefined;
    return { name, confidence: 'medium', fallback };
  }
  if (!ts.isVariableDeclaration(source) || !source.initializer || isChosen(source.initializer))
    return undefined;
  const names = [...namesOf(source.initializer), name];
  const found = isTrue
    ? goodTruth({ names, target: undefined, path })
    : goodWord(fallback, { names, target: undefined, path });
  return found && { ...found, fallback };
}

/** The variable or parameter that a pattern takes apart. */
function sourceOf(node: ScriptNode): ScriptNode | undefined {
  let source = node;
  while (ts.isBindingElement(source) || ts.isObjectBindingPattern(source)) source = source.parent;
  return ts.isVariableDeclaration(source) || ts.isParameter(source) ? source : undefined;
}
