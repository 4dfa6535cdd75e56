import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';

/** The list whose elements a variable goes through: `for (const x of list)`, `list.map((x) => …)`. */
export function elementsOf(
  declaration: tsMorph.ts.ParameterDeclaration | tsMorph.ts.VariableDeclaration,
): tsMorph.ts.Expression | undefined {
  const { parent } = declaration;
  if (ts.isVariableDeclarationList(parent)) {
    return ts.isForOfStatement(parent.parent) || ts.isForInStatement(parent.parent)
      ? parent.parent.expression
      : undefined;
  }
  const call = parent.parent;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  if (!/^(?:map|forEach|flatMap|filter)$/.test(call.expression.name.text)) return undefined;
  const isFunction = ts.isArrowFunction(parent) || ts.isFunctionExpression(parent);
  return isFunction && parent.parameters[0] === declaration ? call.expression.expression : undefined;
}

/** The parameter or variable that a name is taken out of: `([id]) =>`, `const { rows } = …`; itself where it is one. */
export function patternOwner(
  declaration: ScriptNode,
): tsMorph.ts.ParameterDeclaration | tsMorph.ts.VariableDeclaration | undefined {
  let node = declaration;
  while (ts.isBindingElement(node) || ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node))
    node = node.parent;
  return ts.isParameter(node) || ts.isVariableDeclaration(node) ? node : undefined;
}
