import type * as tsMorph from 'ts-morph';
import { textOfName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptFile, type ScriptNode, ts } from '../../../languages/script.ts';
import { neverStore, rows } from './names.ts';

/** A collection that lives as long as the process: of a module, or of an object that there is one of. */
export interface Collection {
  readonly name: string;
  readonly node: tsMorph.ts.VariableDeclaration | tsMorph.ts.PropertyDeclaration;
  /** The statement or member that a comment above speaks of. */
  readonly statement: ScriptNode;
  /** Name of the class, where it is a field. */
  readonly owner: string | undefined;
}

/** Classes that servers have one object of. */
const singleOwner =
  /(?:Service|Repository|Repo|Store|Storage|Database|Db|DAO|Controller|Resolver|Model|Gateway|Api)(?:Impl|Base)?$/;
/** Names that say what the class is: somebody chose it, or chose something else. */
const meantOwner =
  /^(?:InMemory|Memory|Mock|Fake|Stub|Test|Dummy|Cache|Cached)|Cache|Registry|Pool|Queue|RateLimit|Socket|Test|Client$/;

export function collectionsIn(script: ScriptFile): readonly Collection[] {
  const collections: Collection[] = [];
  for (const statement of script.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const node of statement.declarationList.declarations) {
        if (!ts.isIdentifier(node.name) || !isCollection(node.initializer, node.type, node.name.text))
          continue;
        if (!neverStore.test(node.name.text))
          collections.push({ name: node.name.text, node, statement, owner: undefined });
      }
    } else if (ts.isClassDeclaration(statement)) collections.push(...fieldsOf(statement, script));
  }
  return collections;
}

function* fieldsOf(owner: tsMorph.ts.ClassDeclaration, script: ScriptFile): Iterable<Collection> {
  const name = owner.name?.text ?? '';
  if (!singleOwner.test(name)) return;
  // Chosen for tests, as its name says, unless the same file makes the one that everybody uses.
  const isInUse = /^(?:InMemory|Memory)/.test(name) && makesOne(name, script);
  if (meantOwner.test(name) && !isInUse) return;
  for (const member of owner.members) {
    if (!ts.isPropertyDeclaration(member)) continue;
    const field = textOfName(member.name);
    if (field === undefined || neverStore.test(field) || !isCollection(member.initializer, member.type))
      continue;
    yield { name: field, node: member, statement: member, owner: name };
  }
}

/** `export const orders = new InMemoryOrders();` */
const makesOne = (name: string, script: ScriptFile): boolean =>
  script.statements.some(
    (each) =>
      ts.isVariableStatement(each) &&
      each.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) &&
      each.declarationList.declarations.some(
        ({ initializer }) =>
          initializer && ts.isNewExpression(initializer) && initializer.expression.getText() === name,
      ),
  );

/** `new Map()`, `[]`, `{}`, and those with some rows to begin with: `[{ id: 1, name: 'Ann' }]`, `{ users: [] }`. */
function isCollection(initializer: ScriptNode | undefined, type: ScriptNode | undefined, name = ''): boolean {
  if (!initializer) return false;
  const node = plain(initializer);
  if (ts.isNewExpression(node)) {
    if (!ts.isIdentifier(node.expression) || node.expression.text !== 'Map') return false;
    const [kind] =
      (type && ts.isTypeReferenceNode(type) ? type.typeArguments : node.typeArguments)?.slice(-1) ?? [];
    return !kind || holdsRows(kind);
  }
  if (ts.isArrayLiteralExpression(node)) {
    // `refreshTokens: string[]` holds rows of one column each.
    if (type && ts.isArrayTypeNode(type) && !holdsRows(type.elementType) && !rows.test(name)) return false;
    return node.elements.every((each) => ts.isObjectLiteralExpression(plain(each)));
  }
  if (!ts.isObjectLiteralExpression(node)) return false;
  return node.properties.every((each) => {
    if (!ts.isPropertyAssignment(each)) return false;
    const value = plain(each.initializer);
    if (ts.isNewExpression(value)) return isCollection(value, undefined);
    return ts.isArrayLiteralExpression(value) || ts.isObjectLiteralExpression(value);
  });
}

/** Not texts, numbers, functions or things that only live in this process. */
function holdsRows(type: tsMorph.ts.TypeNode): boolean {
  if (ts.isFunctionTypeNode(type)) return false;
  if (/^(?:Number|String|Boolean)Keyword$/.test(ts.SyntaxKind[type.kind])) return false;
  if (!ts.isTypeReferenceNode(type)) return true;
  const name = type.typeName.getText();
  return !/(?:Promise|Function|Handler|Listener|Callback|Client|Socket|WebSocket|Transport|Server|Connection|Timeout|Timer|Stream|Worker|Process|Controller|Page|Browser|Instance|Response|Set|Emitter|Subject|Observer|Subscriber|Plugin|Provider|Component|Cache|CacheEntry)$/.test(
    name,
  );
}
