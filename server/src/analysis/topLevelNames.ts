import { type ScriptFile, type ScriptNode, ts } from '../languages/script.ts';
import type { Held } from './constants.ts';

const known = new WeakMap<ScriptNode, ReadonlyMap<string, ScriptNode>>();

/** What a file declares outside all functions and blocks, by name: far cheaper to know than all that it declares. */
export function topLevelNames(script: ScriptFile): ReadonlyMap<string, ScriptNode> {
  let names = known.get(script);
  if (!names) {
    names = read(script);
    known.set(script, names);
  }
  return names;
}

/** Like `heldBy`, for names that stand outside all functions; knows of no later writes. */
export function heldAtTopLevel(script: ScriptFile, name: string): Held | undefined {
  const declaration = topLevelNames(script).get(name);
  if (!declaration) return undefined;
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return { declaration, writes: value ? [{ kind: 'is', value }] : [] };
}

function read(script: ScriptFile): ReadonlyMap<string, ScriptNode> {
  const names = new Map<string, ScriptNode>();
  const add = (name: ScriptNode | undefined, node: ScriptNode): void => {
    if (!name) return;
    if (ts.isIdentifier(name)) {
      if (!names.has(name.text)) names.set(name.text, node);
    } else if (ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name)) {
      for (const each of name.elements) if (ts.isBindingElement(each)) add(each.name, each);
    }
  };
  for (const statement of script.statements) {
    if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      if (!clause) continue;
      add(clause.name, clause);
      const bindings = clause.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings)) add(bindings.name, bindings);
      if (bindings && ts.isNamedImports(bindings)) for (const each of bindings.elements) add(each.name, each);
    } else if (ts.isVariableStatement(statement)) {
      for (const each of statement.declarationList.declarations) add(each.name, each);
    } else if (
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement) ||
      ts.isImportEqualsDeclaration(statement)
    ) {
      add(statement.name, statement);
    }
  }
  return names;
}
