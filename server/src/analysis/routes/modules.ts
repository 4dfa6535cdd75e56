import { type ScriptFile, type ScriptNode, ts } from '../../languages/script.ts';
import { textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import type { Target } from './facts.ts';
import { dotted, literalText } from './syntax.ts';

interface Import {
  readonly module: string;
  /** `*` for all that the module exports. */
  readonly name: string;
}

/** What a declaration or a call of `require` or `import` takes from another module. */
export function importOf(node: ScriptNode): Import | undefined {
  if (ts.isImportClause(node)) return named(node.parent.moduleSpecifier, 'default');
  if (ts.isNamespaceImport(node)) return named(node.parent.parent.moduleSpecifier, '*');
  if (ts.isImportSpecifier(node)) {
    return named(node.parent.parent.parent.moduleSpecifier, (node.propertyName ?? node.name).text);
  }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    return named(node.moduleReference.expression, '*');
  }
  if (ts.isBindingElement(node)) {
    const declaration = node.parent.parent;
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
    const all = importOf(plain(declaration.initializer));
    const name = textOfName(node.propertyName ?? node.name);
    return all && name ? { module: all.module, name } : undefined;
  }
  if (ts.isVariableDeclaration(node)) return node.initializer && importOf(plain(node.initializer));
  if (ts.isPropertyAccessExpression(node)) {
    const all = importOf(plain(node.expression));
    return all?.name === '*' ? { module: all.module, name: node.name.text } : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  // What compilers put around it.
  if (
    ts.isIdentifier(node.expression) &&
    /^_*(?:importDefault|importStar|interopRequire|toESM)/.test(node.expression.text)
  ) {
    return node.arguments[0] && importOf(plain(node.arguments[0]));
  }
  const isImport =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && /^(?:require|lazyRequire)$/.test(node.expression.text));
  return isImport ? named(node.arguments[0], '*') : undefined;
}

function named(specifier: ScriptNode | undefined, name: string): Import | undefined {
  const module = literalText(specifier);
  return module === undefined ? undefined : { module, name };
}

/** What a file exports, by name, and the modules that it exports whole. */
export function exportsOf(
  file: ScriptFile,
  targetOf: (node: ScriptNode) => Target | undefined,
): { exports: Record<string, Target>; exportsAll: string[] } {
  const exports: Record<string, Target> = {};
  const exportsAll: string[] = [];
  const add = (name: string | undefined, node: ScriptNode) => {
    const target = name === undefined ? undefined : targetOf(node);
    if (name !== undefined && target) exports[name] = target;
  };
  const addAll = (value: ScriptNode) => {
    add('default', value);
    if (!ts.isObjectLiteralExpression(value)) return;
    for (const property of value.properties) {
      if (ts.isPropertyAssignment(property)) add(textOfName(property.name), property.initializer);
      if (ts.isShorthandPropertyAssignment(property)) add(property.name.text, property.name);
    }
  };
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement)) {
      const module = literalText(statement.moduleSpecifier);
      const clause = statement.exportClause;
      if (!clause && module) exportsAll.push(module);
      if (clause && ts.isNamespaceExport(clause) && module) exports[clause.name.text] = { module, name: '*' };
      if (!clause || !ts.isNamedExports(clause)) continue;
      for (const each of clause.elements) {
        const original = each.propertyName ?? each.name;
        if (module) exports[each.name.text] = { module, name: original.text };
        else add(each.name.text, original);
      }
    } else if (ts.isExportAssignment(statement)) {
      addAll(plain(statement.expression));
    } else if (ts.isExpressionStatement(statement)) {
      assignments(statement.expression, add, addAll);
    } else if (ts.canHaveModifiers(statement) && isExported(statement)) {
      if (ts.isVariableStatement(statement)) {
        for (const { name } of statement.declarationList.declarations) add(textOfName(name), name);
      } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
        const isDefault = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
        const name = statement.name?.text;
        const local = name ?? '<default>';
        exports[isDefault ? 'default' : local] = { local };
      }
    }
  }
  return { exports, exportsAll };
}

/** `module.exports = x`, `exports.a = x`, also one behind the other: `module.exports = exports = x`. */
function assignments(
  expression: ScriptNode,
  add: (name: string, node: ScriptNode) => void,
  addAll: (node: ScriptNode) => void,
): void {
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return;
  const left = dotted(expression.left) ?? '';
  let right = plain(expression.right);
  while (ts.isBinaryExpression(right) && right.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    right = plain(right.right);
  if (left === 'module.exports' || left === 'exports') addAll(right);
  const name = /^(?:module\.)?exports\.(\w+)$/.exec(left)?.[1];
  if (name) add(name, right);
}

const isExported = (node: ScriptNode): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
