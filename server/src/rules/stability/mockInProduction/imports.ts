import type * as tsMorph from 'ts-morph';
import { isMockModule, isTestTool } from '../../../analysis/mockNames.ts';
import { type ScriptFile, type ScriptNode, ts } from '../../../languages/script.ts';

/** What a file imports that bears on mocks. */
export interface MockImports {
  /** The import that a name comes from: the literal that names its module. */
  readonly byName: ReadonlyMap<string, ScriptNode>;
  /** The file works with a test library. */
  readonly isTest: boolean;
}

/** Reads the imports of a file: names that come from mock modules as values. */
export function mockImportsOf(script: ScriptFile): MockImports {
  const byName = new Map<string, ScriptNode>();
  let isTest = false;
  const bind = (name: ScriptNode | undefined, module: ScriptNode) => {
    if (!name) return;
    if (ts.isIdentifier(name)) byName.set(name.text, module);
    else if (ts.isNamespaceImport(name)) bind(name.name, module);
    else if (ts.isNamedImports(name))
      for (const each of name.elements) each.isTypeOnly || bind(each.name, module);
    else if (ts.isObjectBindingPattern(name)) for (const each of name.elements) bind(each.name, module);
  };
  for (const statement of script.statements) {
    for (const { module, names } of importsIn(statement)) {
      isTest ||= isTestTool(module.text);
      if (isMockModule(module.text)) for (const name of names) bind(name, module);
    }
  }
  return { byName, isTest };
}

interface Import {
  readonly module: tsMorph.ts.StringLiteralLike;
  readonly names: readonly (ScriptNode | undefined)[];
}

/** What a statement imports as values, by `import` or by `require`. */
function importsIn(statement: ScriptNode): Import[] {
  if (ts.isImportDeclaration(statement)) {
    const { importClause, moduleSpecifier } = statement;
    if (!ts.isStringLiteral(moduleSpecifier) || importClause?.isTypeOnly) return [];
    return [{ module: moduleSpecifier, names: [importClause?.name, importClause?.namedBindings] }];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    if (!initializer || !ts.isCallExpression(initializer) || !ts.isIdentifier(initializer.expression))
      return [];
    const [module] = initializer.arguments;
    return initializer.expression.text === 'require' && module && ts.isStringLiteralLike(module)
      ? [{ module, names: [name] }]
      : [];
  });
}

/** Whether an identifier is used as a value: not in a type, an import, an export list, or as a property's name. */
export function isValueUse(node: ScriptNode): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isJsxAttribute(parent) || ts.isExportSpecifier(parent) || ts.isExportAssignment(parent))
    return false;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return false;
  if (ts.isTypeReferenceNode(parent) || ts.isTypeQueryNode(parent) || ts.isQualifiedName(parent))
    return false;
  const isDeclared =
    (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) &&
    parent.initializer !== node;
  return !isDeclared && !ts.isMethodDeclaration(parent) && !ts.isPropertyDeclaration(parent);
}
