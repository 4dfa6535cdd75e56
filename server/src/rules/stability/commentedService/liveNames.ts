import { commentsIn } from '../../../analysis/comments.ts';
import { type ScriptFile, type ScriptNode, ts } from '../../../languages/script.ts';

/** What the code of a file, its comments aside, does with names. */
export interface LiveNames {
  /** Imported, or declared by the file itself. */
  isDeclared(name: string): boolean;
  /** Brought in from another module. */
  isImported(name: string): boolean;
  /** Used by something that runs: `requestLogger`, or `passport.session` in full. */
  isUsed(name: string): boolean;
  /** Whether a route is there: `get /items`. */
  hasRoute(route: string): boolean;
  isInFunction(offset: number): boolean;
  isInClass(offset: number): boolean;
  readonly listens: boolean;
}

interface Span {
  readonly pos: number;
  readonly end: number;
}

/** Reads which names a file declares and which it uses. */
export function liveNamesOf(script: ScriptFile): LiveNames {
  const declared = new Set<string>();
  const imported = new Set<string>();
  const used = new Set<string>();
  const routes = new Set<string>();
  const bodies: Span[] = [];
  const classes: Span[] = [];
  const waiting: ScriptNode[] = [script];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isIdentifier(node)) {
      (declares(node) ? declared : used).add(node.text);
      if (imports(node)) imported.add(node.text);
    }
    if (ts.isPropertyAccessExpression(node)) used.add(plainText(node));
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const path = node.arguments[0];
      if (path && ts.isStringLiteralLike(path)) routes.add(`${node.expression.name.text} ${path.text}`);
    }
    if (ts.isBlock(node) && ts.isFunctionLike(node.parent)) bodies.push(node);
    if (ts.isClassLike(node)) classes.push(node);
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  const isIn = (spans: readonly Span[], offset: number) =>
    spans.some(({ pos, end }) => pos < offset && offset < end);
  return {
    isDeclared: (name) => declared.has(rootOf(name)),
    isImported: (name) => imported.has(rootOf(name)),
    isUsed: (name) => used.has(name),
    hasRoute: (route) => routes.has(route),
    isInFunction: (offset) => isIn(bodies, offset),
    isInClass: (offset) => isIn(classes, offset),
    listens: [...used].some((name) => /\.listen$/.test(name)),
  };
}

/** The first name of `passport.session`. */
export const rootOf = (name: string): string => name.split('.', 1)[0] ?? name;

/** `this.app.listen` as `app.listen`; a long chain of calls has no name. */
const plainText = (node: ScriptNode): string =>
  node.end - node.pos > 100 ? '' : node.getText().replace(/^this\./, '');

/** `import { a }`, `const a = require('a')`. */
function imports(node: ScriptNode): boolean {
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return true;
  const variable = ts.isBindingElement(parent) ? parent.parent.parent : parent;
  return (
    ts.isVariableDeclaration(variable) &&
    variable.initializer !== undefined &&
    ts.isCallExpression(variable.initializer) &&
    ts.isIdentifier(variable.initializer.expression) &&
    variable.initializer.expression.text === 'require'
  );
}

function declares(node: ScriptNode): boolean {
  const { parent } = node;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return true;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isPropertyDeclaration(parent)) &&
    parent.name === node
  );
}

/** Where a comment of the file imports a name, if one does: `// import { a } from './a'`, `// const a = require(…)`. */
export function commentedImportOf(
  name: string,
  script: ScriptFile,
): { start: number; end: number } | undefined {
  const root = rootOf(name).replace(/\$/g, '\\$');
  const pattern = new RegExp(
    `^/[/*]\\s*(?:import\\s[^;]*\\b${root}\\b[^;]*\\sfrom\\s|(?:const|let|var)\\s[^=;]*\\b${root}\\b[^=;]*=[^;]*\\b(?:require|import)\\s*\\()`,
  );
  return commentsIn(script).find(
    ({ start, end }) => end - start < 500 && pattern.test(script.text.slice(start, end)),
  );
}
