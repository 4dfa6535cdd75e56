import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { textOfName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import type { Target, Value } from './facts.ts';
import { identityRead } from './identity.ts';
import { dotted } from './syntax.ts';

/** No handler says anything about itself in more words. */
const mostNames = 120;

/** Names by the declaration they were read from; a middleware is used by many routes. */
const known = new WeakMap<ScriptNode, readonly string[]>();

/** What arguments say: the items of lists count one by one. */
export function valuesOf(
  nodes: readonly ScriptNode[],
  targetOf: (node: ScriptNode) => Target | undefined,
): readonly Value[] {
  return nodes.flatMap((each): readonly Value[] => {
    const node = plain(each);
    if (ts.isArrayLiteralExpression(node)) return valuesOf(node.elements, targetOf);
    if (ts.isSpreadElement(node)) return valuesOf([node.expression], targetOf);
    if (ts.isStringLiteralLike(node)) return [];
    const names = namesIn(node);
    const target = targetOf(node);
    return names.length === 0 && !target ? [] : [target ? { names, target } : { names }];
  });
}

/**
 * The names that an expression is made of: of a call its callee and arguments, of options their keys, of a function
 * what it calls, and where it reads who calls it. A name that the file itself declares stands also for what that is made of.
 */
export function namesIn(expression: ScriptNode, follow = true): readonly string[] {
  const names = new Set<string>();
  const waiting: { node: ScriptNode; key: string; inside: boolean }[] = [
    { node: expression, key: '', inside: false },
  ];
  for (let next = waiting.pop(); next && names.size < mostNames; next = waiting.pop()) {
    const { key, inside } = next;
    const node = plain(next.node);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      // In a function only what it calls counts; what it reads says little.
      addName(node.expression, names, follow);
      for (const each of node.arguments ?? []) waiting.push({ node: each, key: '', inside });
      waiting.push({ node: node.expression, key: '', inside: true });
      continue;
    }
    if (!inside && (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node))) {
      addName(node, names, follow);
      continue;
    }
    const read = inside ? identityRead(node) : undefined;
    if (read !== undefined) names.add(read);
    if (ts.isObjectLiteralExpression(node)) {
      for (const property of node.properties) addProperty(property, key, names, waiting, inside);
      continue;
    }
    const within = inside || ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => void waiting.push({ node: child, key: '', inside: within }));
  }
  return [...names];
}

function addProperty(
  property: tsMorph.ts.ObjectLiteralElementLike,
  before: string,
  names: Set<string>,
  waiting: { node: ScriptNode; key: string; inside: boolean }[],
  inside: boolean,
): void {
  const name = property.name && textOfName(property.name);
  const key = name === undefined ? before : before === '' ? name : `${before}.${name}`;
  if (ts.isPropertyAssignment(property)) {
    // `rateLimit: false` is no rate limit.
    const off = property.initializer.kind === ts.SyntaxKind.FalseKeyword;
    if (!inside) names.add(off ? `!${key}` : key);
    waiting.push({ node: property.initializer, key, inside });
  } else if (ts.isShorthandPropertyAssignment(property)) {
    if (!inside) names.add(key);
    waiting.push({ node: property.name, key, inside });
  } else waiting.push({ node: property, key, inside });
}

function addName(node: ScriptNode, names: Set<string>, follow: boolean): void {
  const name = dotted(node);
  if (name !== undefined && name !== 'this') names.add(name);
  let first = plain(node);
  while (ts.isPropertyAccessExpression(first)) first = plain(first.expression);
  if (!follow || !ts.isIdentifier(first)) return;
  const held = heldBy(first);
  if (!held || ts.isParameter(held.declaration)) return;
  for (const each of namesBehind(held.declaration, held.writes[0]?.value)) names.add(each);
}

/** What a declared variable or function is made of; one step far. */
function namesBehind(declaration: ScriptNode, value: ScriptNode | undefined): readonly string[] {
  const content = value ?? (ts.isFunctionDeclaration(declaration) ? declaration.body : undefined);
  if (!content) return [];
  let names = known.get(declaration);
  if (!names) {
    known.set(declaration, []);
    names = ts.isBlock(content) ? callsIn(content) : namesIn(content, false);
    known.set(declaration, names);
  }
  return names;
}

function callsIn(body: ScriptNode): readonly string[] {
  const names = new Set<string>();
  ts.forEachChild(body, (statement) => {
    for (const name of namesOfCalls(statement)) names.add(name);
  });
  return [...names].slice(0, mostNames);
}

function namesOfCalls(root: ScriptNode): readonly string[] {
  const names: string[] = [];
  const waiting: ScriptNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = dotted(node.expression);
      if (name !== undefined) names.push(name);
    }
    const read = identityRead(node);
    if (read !== undefined) names.push(read);
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return names;
}
