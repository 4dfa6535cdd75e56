import { type ScriptNode, ts } from '../languages/script.ts';

const known = new WeakMap<ScriptNode, ReadonlyMap<string, ScriptNode>>();

/** What the `const` that a name stands for holds, looked for in the blocks around the place of use. */
export function constantOf(name: string, use: ScriptNode): ScriptNode | undefined {
  for (let scope = use.parent; scope; scope = scope.parent) {
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !ts.isModuleBlock(scope)) continue;
    const value = constantsIn(scope).get(name);
    if (value) return value;
  }
  return undefined;
}

/** The constants that a block declares itself, by name. */
function constantsIn(scope: ScriptNode): ReadonlyMap<string, ScriptNode> {
  let constants = known.get(scope) as Map<string, ScriptNode> | undefined;
  if (constants) return constants;
  constants = new Map();
  known.set(scope, constants);
  if (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !ts.isModuleBlock(scope)) return constants;
  for (const statement of scope.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    if ((statement.declarationList.flags & ts.NodeFlags.Const) === 0) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer && ts.isIdentifier(name)) constants.set(name.text, initializer);
    }
  }
  return constants;
}
