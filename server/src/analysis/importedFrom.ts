import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../languages/script.ts';
import { heldBy } from './constants.ts';
import { plain } from './unwrapped.ts';

/** What a name stands for that another module gives. */
export interface Imported {
  readonly module: string;
  /** `default`, `*` for the module itself, else the export's own name. */
  readonly name: string;
}

/**
 * The module that an expression comes from: `cors` after `import cors from 'cors'`, `require('cors')`,
 * `(await import('cors')).default`, `new Server()` after `import { Server } from 'socket.io'`. Undefined for what
 * the file makes itself.
 */
export function importedFrom(expression: ScriptNode, hops = 4): Imported | undefined {
  const node = plain(expression);
  if (hops === 0) return undefined;
  if (ts.isIdentifier(node)) {
    const held = heldBy(node);
    return held && fromDeclaration(held.declaration, hops - 1);
  }
  if (ts.isPropertyAccessExpression(node)) {
    const inner = importedFrom(node.expression, hops - 1);
    if (!inner || (inner.name !== '*' && inner.name !== 'default')) return undefined;
    return { module: inner.module, name: node.name.text };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const [first] = node.arguments;
  const loads =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === 'require');
  if (loads && first && ts.isStringLiteralLike(first)) return { module: first.text, name: '*' };
  // What compilers wrap around a module: __importDefault(require('cors')).
  const wraps =
    ts.isIdentifier(node.expression) &&
    /^_{1,2}(?:importDefault|importStar|interop\w*|toESM)$/.test(node.expression.text);
  return wraps && first ? importedFrom(first, hops - 1) : undefined;
}

function fromDeclaration(declaration: ScriptNode, hops: number): Imported | undefined {
  if (ts.isVariableDeclaration(declaration))
    return declaration.initializer && importedFrom(declaration.initializer, hops);
  if (ts.isBindingElement(declaration)) return fromBinding(declaration, hops);
  let name: string | undefined;
  if (ts.isImportSpecifier(declaration)) name = (declaration.propertyName ?? declaration.name).text;
  else if (ts.isNamespaceImport(declaration)) name = '*';
  else if (ts.isImportClause(declaration)) name = 'default';
  if (name === undefined) return undefined;
  let statement: ScriptNode = declaration;
  while (!ts.isImportDeclaration(statement)) statement = statement.parent;
  return ts.isStringLiteralLike(statement.moduleSpecifier)
    ? { module: statement.moduleSpecifier.text, name }
    : undefined;
}

/** `const { cors } = require('hono/cors')`. */
function fromBinding(element: tsMorph.ts.BindingElement, hops: number): Imported | undefined {
  const declaration = element.parent.parent;
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const whole = importedFrom(declaration.initializer, hops);
  const key = element.propertyName ?? element.name;
  return whole?.name === '*' && ts.isIdentifier(key) ? { module: whole.module, name: key.text } : undefined;
}
