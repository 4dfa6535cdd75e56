import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../languages/script.ts';

/** A place where a name is given a value: `x = v` (is), `x += v` (adds), `x.push(v)` (pushes). */
export interface Write {
  readonly kind: 'is' | 'adds' | 'pushes';
  readonly value: tsMorph.ts.Expression;
}

/** What a name stands for, as far as its own file says. */
export interface Held {
  /** The variable, parameter, binding, import, function, class or enum that declares it. */
  readonly declaration: ScriptNode;
  /** All that it is given, in the order of the text; a variable's initializer is the first. */
  readonly writes: readonly Write[];
}

interface Names {
  /** What is declared in a scope, by name; where a name is declared twice, the first. */
  readonly scopes: Map<ScriptNode, Map<string, ScriptNode>>;
  /** The nearest scope around a node, where the way to it is long. */
  readonly around: WeakMap<ScriptNode, ScriptNode | undefined>;
  readonly assigned: Map<string, { readonly name: ScriptNode; readonly write: Write }[]>;
  /** By declaration; filled for a name when it is asked for. */
  readonly writes: Map<string, ReadonlyMap<ScriptNode, Write[]>>;
}

/** A file's names, collected in one walk when the first is asked for. */
const collected = new WeakMap<ScriptNode, Names>();

/**
 * What the identifier, an expression, holds: the innermost declaration that is in force there, with everything
 * that is assigned to it anywhere. Undefined for globals. Where it matters when a value is assigned, compare
 * positions. Callers that know the file say it: from deep in a chain of calls the way up is long.
 */
export function heldBy(identifier: tsMorph.ts.Identifier, file?: ScriptNode): Held | undefined {
  const names = namesOf(file ?? identifier.getSourceFile());
  const declaration = resolve(names, identifier.text, identifier);
  if (!declaration) return undefined;
  const writes = writesOf(names, identifier.text).get(declaration) ?? [];
  const initial = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return { declaration, writes: initial ? [{ kind: 'is', value: initial }, ...writes] : writes };
}

function resolve(names: Names, name: string, use: ScriptNode): ScriptNode | undefined {
  for (let scope = scopeFrom(names, use); scope; scope = scopeFrom(names, scope.parent)) {
    const declaration = names.scopes.get(scope)?.get(name);
    if (declaration) return declaration;
  }
  return undefined;
}

/** The nearest node, itself or around it, in which something is declared. */
function scopeFrom(names: Names, start: ScriptNode): ScriptNode | undefined {
  let steps = 0;
  let node: ScriptNode | undefined = start;
  for (; node && !names.scopes.has(node); node = node.parent) {
    if (++steps > longWay) {
      const known = names.around.get(node);
      if (known !== undefined || names.around.has(node)) {
        node = known;
        break;
      }
    }
  }
  // In a chain of calls each link stands in the next: the way up is gone once, not from each of them.
  if (steps > longWay) {
    for (let each = start; each !== node && steps > 0; each = each.parent, steps--)
      names.around.set(each, node);
  }
  return node;
}

/** Steps upwards that are not worth remembering. */
const longWay = 60;

function writesOf(names: Names, name: string): ReadonlyMap<ScriptNode, Write[]> {
  const known = names.writes.get(name);
  if (known) return known;
  const writes = new Map<ScriptNode, Write[]>();
  names.writes.set(name, writes);
  for (const each of names.assigned.get(name) ?? []) {
    const declaration = resolve(names, name, each.name);
    if (declaration) add(writes, declaration, each.write);
  }
  return writes;
}

/** The part of the file in which a declaration is in force. */
function scopeOf(declaration: ScriptNode): ScriptNode {
  let node = declaration;
  while (ts.isBindingElement(node) || ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node)) {
    node = node.parent;
  }
  if (ts.isParameter(node)) return node.parent;
  const ofFunction =
    ts.isVariableDeclaration(node) &&
    ts.isVariableDeclarationList(node.parent) &&
    (node.parent.flags & ts.NodeFlags.BlockScoped) === 0;
  for (let scope = node.parent; ; scope = scope.parent) {
    if (ts.isSourceFile(scope) || ts.isFunctionLike(scope)) return scope;
    if (!ofFunction && (ts.isBlock(scope) || ts.isCaseBlock(scope) || ts.isModuleBlock(scope))) return scope;
    if (!ofFunction && (ts.isIterationStatement(scope, false) || ts.isCatchClause(scope))) return scope;
  }
}

function namesOf(file: ScriptNode): Names {
  let names = collected.get(file);
  if (!names) {
    names = { scopes: new Map(), around: new WeakMap(), assigned: new Map(), writes: new Map() };
    collected.set(file, names);
    const waiting: ScriptNode[] = [file];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      collect(node, names);
      ts.forEachChild(node, (child) => void waiting.push(child));
    }
    for (const assigned of names.assigned.values()) assigned.sort((a, b) => a.name.pos - b.name.pos);
  }
  return names;
}

function collect(node: ScriptNode, names: Names): void {
  const name = declaredName(node);
  if (name) declare(names, name, node);
  if (ts.isBinaryExpression(node) && ts.isIdentifier(node.left)) {
    const kind = kindOfAssignment(node.operatorToken.kind);
    if (kind) add(names.assigned, node.left.text, { name: node.left, write: { kind, value: node.right } });
  } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression: list, name: method } = node.expression;
    if (!ts.isIdentifier(list) || (method.text !== 'push' && method.text !== 'unshift')) return;
    for (const value of node.arguments) {
      add(names.assigned, list.text, { name: list, write: { kind: 'pushes', value } });
    }
  }
}

function declare({ scopes }: Names, name: string, declaration: ScriptNode): void {
  const scope = scopeOf(declaration);
  const declared = scopes.get(scope);
  if (!declared) scopes.set(scope, new Map([[name, declaration]]));
  else if ((declared.get(name)?.pos ?? Number.POSITIVE_INFINITY) > declaration.pos)
    declared.set(name, declaration);
}

function kindOfAssignment(operator: tsMorph.ts.SyntaxKind): Write['kind'] | undefined {
  if (operator === ts.SyntaxKind.PlusEqualsToken) return 'adds';
  const assigns =
    operator === ts.SyntaxKind.EqualsToken ||
    operator === ts.SyntaxKind.BarBarEqualsToken ||
    operator === ts.SyntaxKind.QuestionQuestionEqualsToken;
  return assigns ? 'is' : undefined;
}

function declaredName(node: ScriptNode): string | undefined {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isImportClause(node) ||
    ts.isImportSpecifier(node) ||
    ts.isNamespaceImport(node);
  return declares && node.name && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
