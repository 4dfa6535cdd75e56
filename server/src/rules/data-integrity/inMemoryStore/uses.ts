import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { isDevGuarded } from '../../../analysis/devGuards.ts';
import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { handlerAround } from '../../../analysis/http/handlers.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptFile, type ScriptNode, ts } from '../../../languages/script.ts';
import type { Collection } from './candidates.ts';
import { writing } from './names.ts';

/** How a file uses a collection. */
export interface Uses {
  /** Rows written while requests are answered, and in functions that say they write. */
  readonly byHandler: number;
  readonly byWriter: number;
  /** Rows written elsewhere in functions. */
  readonly byOther: number;
  /** Read again, in a function. */
  readonly reads: number;
  /** Looked through for one row: `find`, `get`, `orders[id]`. */
  readonly lookups: number;
  /** Something is in it that only lives in this process: a socket, a timer, an object of a class. */
  readonly isLive: boolean;
  /** It is kept small, or what is in it can be had again. */
  readonly isBounded: boolean;
}

const live =
  /^(?:ws|socket|transport|conn|connection|client|res|response|reply|timer|timeout|interval|controller|abortController|process|child|proc|page|browser|stream|worker|server|resolve|reject|callback|handler|listener|emitter|promise|watcher|cb|fn|peer|channel|pty|term|terminal)$/i;
const putting = /^(?:push|unshift|set|splice|concat)$/;
const lookup = /^(?:get|find|findIndex|findLast|filter|some|values|entries|has|map|indexOf)$/;
const taking = /^(?:delete|clear|pop|shift)$/;

/** Looks at every use of the collections in one walk. */
export function usesIn(
  script: ScriptFile,
  collections: readonly Collection[],
): ReadonlyMap<Collection, Uses> {
  const byName = new Map<string, Collection[]>();
  for (const each of collections) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  const uses = new Map<Collection, { -readonly [Key in keyof Uses]: Uses[Key] }>();
  const waiting: ScriptNode[] = [script];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const named = ts.isIdentifier(node) || ts.isPrivateIdentifier(node) ? byName.get(node.text) : undefined;
    const collection = named?.find((each) => isUseOf(node as tsMorph.ts.Identifier, each));
    if (collection) {
      const known = uses.get(collection) ?? {
        byHandler: 0,
        byWriter: 0,
        byOther: 0,
        reads: 0,
        lookups: 0,
        isLive: false,
        isBounded: false,
      };
      uses.set(collection, known);
      look(node, known);
    }
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return uses;
}

function isUseOf(name: tsMorph.ts.Identifier, collection: Collection): boolean {
  if (name.parent === collection.node) return false;
  if (collection.owner !== undefined) {
    const { parent } = name;
    return (
      ts.isPropertyAccessExpression(parent) &&
      parent.name === name &&
      (parent.expression.kind === ts.SyntaxKind.ThisKeyword ||
        parent.expression.getText() === collection.owner)
    );
  }
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === name) return false;
  return heldBy(name)?.declaration === collection.node;
}

function look(name: ScriptNode, uses: { -readonly [Key in keyof Uses]: Uses[Key] }): void {
  const inFunction = functionAround(name);
  if (!inFunction) return;
  // The collection itself, or a list in it: `users`, `this.users`, `db.users`, `store[userId]`.
  let node: ScriptNode =
    ts.isPropertyAccessExpression(name.parent) && name.parent.name === name ? name.parent : name;
  for (let hops = 0; hops < 3; hops++) {
    const { parent } = node;
    const isInner =
      (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
      parent.expression === node;
    const isCall = isInner && ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
    if (ts.isNonNullExpression(parent)) node = parent;
    else if (isInner && !isCall && !/^(?:length|size)$/.test(textOfMember(parent))) node = parent;
    else break;
  }
  const { parent } = node;
  if (isCut(node)) uses.isBounded = true;
  const written = writtenAt(node);
  if (written === 'taken') return;
  if (written) {
    const kind = kindOf(written.value);
    if (kind === 'live' || isKeptByConnection(node, written.value)) uses.isLive = true;
    else if (kind === 'fetched') uses.isBounded = true;
    else if (kind === 'row' && !isDevGuarded(name)) {
      if (handlerAround(name) || isMutation(name)) uses.byHandler++;
      else if (namesAround(name).some((each) => writing.test(each))) uses.byWriter++;
      else uses.byOther++;
    }
    return;
  }
  if (ts.isPropertyAccessExpression(parent) && /^(?:length|size)$/.test(parent.name.text) && isLimit(parent))
    uses.isBounded = true;
  else {
    uses.reads++;
    const looks = ts.isPropertyAccessExpression(parent) && lookup.test(parent.name.text);
    if (looks || ts.isElementAccessExpression(node) || ts.isElementAccessExpression(parent)) uses.lookups++;
  }
}

/** `users.set(socket.id, …)`, `users.push({ id: socket.id })`: who is connected to this process. */
function isKeptByConnection(node: ScriptNode, value: ScriptNode | undefined): boolean {
  const { parent } = node;
  const call =
    ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) ? parent.parent : undefined;
  const key = call
    ? call.arguments[0]
    : ts.isElementAccessExpression(node)
      ? node.argumentExpression
      : undefined;
  return [key, value].some(
    (each) =>
      each !== undefined && /\b(?:socket|ws|conn|connection|client)\./.test(each.getText().slice(0, 500)),
  );
}

const textOfMember = (node: ScriptNode): string =>
  ts.isPropertyAccessExpression(node) ? node.name.text : '';

/** `if (cache.size > 1000)`: somebody keeps it small. A comparison with 0 or by index does not. */
function isLimit(length: ScriptNode): boolean {
  const { parent } = length;
  if (!ts.isBinaryExpression(parent) || parent.left !== length) return false;
  const { right } = parent;
  const { kind } = parent.operatorToken;
  const over = kind === ts.SyntaxKind.GreaterThanToken || kind === ts.SyntaxKind.GreaterThanEqualsToken;
  return (
    over &&
    (ts.isIdentifier(right) ||
      ts.isPropertyAccessExpression(right) ||
      (ts.isNumericLiteral(right) && Number(right.text) > 1))
  );
}

/** `tokens = tokens.slice(0, 500)`, `tokens.length = …`: only the last of them are kept. */
function isCut(node: ScriptNode): boolean {
  const { parent } = node;
  const cut = ts.isPropertyAccessExpression(parent) && parent.expression === node ? parent : undefined;
  const assignment = cut?.name.text === 'length' ? cut.parent : parent;
  if (
    !ts.isBinaryExpression(assignment) ||
    assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken ||
    assignment.left !== (cut?.name.text === 'length' ? cut : node)
  )
    return false;
  const value = plain(assignment.right);
  if (cut) return !(ts.isNumericLiteral(value) && value.text === '0');
  return (
    ts.isCallExpression(value) &&
    ts.isPropertyAccessExpression(value.expression) &&
    value.expression.name.text === 'slice' &&
    value.expression.expression.getText() === node.getText()
  );
}

/** What is put in where a collection stands; undefined where nothing is. */
function writtenAt(node: ScriptNode): { readonly value: ScriptNode | undefined } | 'taken' | undefined {
  const { parent } = node;
  if (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === node &&
    ts.isCallExpression(parent.parent) &&
    parent.parent.expression === parent
  ) {
    const { text } = parent.name;
    if (taking.test(text)) return 'taken';
    if (putting.test(text)) return { value: parent.parent.arguments.at(-1) };
    return undefined;
  }
  if (ts.isDeleteExpression(parent)) return 'taken';
  const assigned =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!assigned) return undefined;
  const value = plain(parent.right);
  // `users = users.filter(…)` takes rows out, `users = []` all of them; `users = [...users, user]` puts one in.
  if (ts.isArrayLiteralExpression(value)) {
    const last = value.elements.find((each) => !ts.isSpreadElement(each));
    return last ? { value: last } : 'taken';
  }
  if (ts.isIdentifier(node) && ts.isCallExpression(value)) return 'taken';
  return { value };
}

/** What a value is, as far as one sees: a row of data, something alive, something that was read elsewhere. */
function kindOf(value: ScriptNode | undefined, hops = 2): 'row' | 'live' | 'fetched' | 'other' {
  if (!value) return 'other';
  if (ts.isAwaitExpression(value)) return 'fetched';
  const node = plain(value);
  if (ts.isObjectLiteralExpression(node)) {
    const holdsLive = node.properties.some(
      (each) =>
        each.name &&
        live.test(textOfName(each.name) ?? '') &&
        !(ts.isPropertyAssignment(each) && ts.isStringLiteralLike(each.initializer)),
    );
    return holdsLive ? 'live' : node.properties.length > 0 ? 'row' : 'other';
  }
  if (isFunction(node) || ts.isNewExpression(node) || ts.isClassExpression(node)) return 'live';
  if (ts.isIdentifier(node)) {
    if (live.test(node.text)) return 'live';
    const held = hops > 0 ? heldBy(node) : undefined;
    const [first] = held?.writes ?? [];
    if (held && ts.isVariableDeclaration(held.declaration) && first) {
      const kind = kindOf(first.value, hops - 1);
      return kind === 'other' && !ts.isCallExpression(plain(first.value))
        ? 'other'
        : kind === 'other'
          ? 'row'
          : kind;
    }
    return 'row';
  }
  if (ts.isPropertyAccessExpression(node)) {
    const { expression } = node;
    // `req.body`, and one part of it: `req.body.item`.
    const names = [node.name.text, ts.isPropertyAccessExpression(expression) ? expression.name.text : ''];
    return names.some((name) => /^(?:body|payload|input)$/.test(name)) ||
      /^(?:data|value)$/.test(node.name.text)
      ? 'row'
      : 'other';
  }
  // `JSON.parse(body)`, `buildOrder(input)`: a row that is made here.
  if (ts.isCallExpression(node))
    return /^(?:parse|assign|(?:create|make|build|new|to)[A-Z]\w*)$/.test(lastName(node.expression) ?? '')
      ? 'row'
      : 'other';
  if (ts.isArrayLiteralExpression(node)) return 'row';
  // `carts.get(user) ?? []`.
  if (ts.isBinaryExpression(node) && /^(?:\|\||\?\?)$/.test(node.operatorToken.getText()))
    return kindOf(node.right, hops - 1);
  if (ts.isConditionalExpression(node)) return kindOf(node.whenTrue, hops - 1);
  return 'other';
}

function functionAround(node: ScriptNode): ScriptNode | undefined {
  for (let around = node.parent; around; around = around.parent) {
    if (ts.isFunctionLike(around)) return ts.isConstructorDeclaration(around) ? undefined : around;
  }
  return undefined;
}

/** `procedure.mutation(({ input }) => …)` of tRPC, `{ Mutation: { addBook: … } }` of GraphQL. */
function isMutation(node: ScriptNode): boolean {
  for (let around = node.parent; around; around = around.parent) {
    if (ts.isPropertyAssignment(around) && textOfName(around.name) === 'Mutation') return true;
    const { parent } = around;
    if (isFunction(around) && ts.isCallExpression(parent) && lastName(parent.expression) === 'mutation')
      return true;
  }
  return false;
}

/** Names of the functions around a node, from the inside out. */
function namesAround(node: ScriptNode): readonly string[] {
  const names: string[] = [];
  for (let around = node.parent; around; around = around.parent) {
    if (!isFunction(around)) continue;
    names.push(nameOfFunction(around) ?? '');
  }
  return names;
}
