import type * as tsMorph from 'ts-morph';
import { ts } from '../../languages/script.ts';
import { heldBy } from '../constants.ts';
import { lastName } from '../namedValue.ts';
import { unwrappedAwaited } from '../unwrapped.ts';
import { elementsOf, patternOwner } from './elements.ts';
import { rootOf } from './expressions.ts';
import { sqlArgumentOf } from './sinks.ts';

type Expression = tsMorph.ts.Expression;

/** What a program or its database gives a record itself: nobody writes a quotation mark there. */
const given =
  /^(?:_?id|uuid|guid|pk|rowid|timestamp|date|time)$|(?:Id|ID|_id|Uuid|UUID|_uuid|At|_at|Date|_date|Time|_time|[tT]imestamp)$/;
/** What reads records, by the names that ORMs and query builders give it. */
const reads =
  /^(?:find(?:One|All|Many|First|Unique|By\w{1,30})?|select|pluck|queryOne|queryAll|fetchAll|getMany|getAll|getRows)$/;
/** What keeps the elements of a list: `[...map.entries()]`, `Array.from(list)`. */
const keeps = /^(?:from|entries|keys|values|filter|slice|sort|reverse|concat|flat|toArray)$/;

/**
 * Where a value comes from that the program kept itself. `key`: an id or a time of a record that it read from its own
 * database, or holds in a private field; `text`: something else that its database holds, and that somebody may have
 * written there. Undefined where it comes from elsewhere, or that can't be told.
 */
export function ownRecord(node: Expression): 'key' | 'text' | undefined {
  const root = rootOf(node);
  if (!ts.isIdentifier(root)) return undefined;
  const isKey = given.test(lastName(node) ?? '');
  switch (sourceOf(root)) {
    case 'database':
      return isKey ? 'key' : 'text';
    case 'field':
      return isKey ? 'key' : undefined;
    default:
      return undefined;
  }
}

function sourceOf(name: tsMorph.ts.Identifier, hops = 4): 'database' | 'field' | undefined {
  const declaration = heldBy(name)?.declaration;
  const owner = declaration && patternOwner(declaration);
  if (!owner || hops === 0) return undefined;
  const list = elementsOf(owner);
  if (list) return sourceOfList(list, hops - 1);
  return ts.isVariableDeclaration(owner) && owner.initializer
    ? sourceOfList(owner.initializer, hops - 1)
    : undefined;
}

function sourceOfList(expression: Expression, hops: number): 'database' | 'field' | undefined {
  let node = unwrappedAwaited(expression);
  for (let links = 0; links < 8; links++) {
    if (ts.isIdentifier(node)) return sourceOf(node, hops);
    if (ts.isArrayLiteralExpression(node) && node.elements[0] && ts.isSpreadElement(node.elements[0]))
      node = unwrappedAwaited(node.elements[0].expression);
    else if (ts.isPropertyAccessExpression(node)) {
      const { expression: owner, name } = node;
      if (owner.kind === ts.SyntaxKind.ThisKeyword) return isPrivate(name) ? 'field' : undefined;
      node = unwrappedAwaited(owner);
    } else if (ts.isElementAccessExpression(node)) node = unwrappedAwaited(node.expression);
    else if (ts.isCallExpression(node)) {
      const name = lastName(node.expression) ?? '';
      if (reads.test(name) || readsBySql(node)) return 'database';
      if (!keeps.test(name) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
      const owner = unwrappedAwaited(node.expression.expression);
      const [first] = node.arguments;
      const ofClass = ts.isIdentifier(owner) && /^(?:Array|Object)$/.test(owner.text);
      node = ofClass && first ? unwrappedAwaited(first) : owner;
    } else return undefined;
  }
  return undefined;
}

/** `db.all('SELECT …')`, `pool.query(sql)`; not `form.get('id')`. */
function readsBySql(call: tsMorph.ts.CallExpression): boolean {
  const argument = sqlArgumentOf(call);
  return (
    argument !== undefined &&
    (/\bselect\s|\breturning\s/i.test(argument.getText().slice(0, 1_000)) ||
      /(?:sql|query|statement)$/i.test(lastName(argument) ?? ''))
  );
}

/** `this.#pending`, `this._pending`, and fields that say `private`. */
function isPrivate(name: tsMorph.ts.MemberName): boolean {
  if (ts.isPrivateIdentifier(name) || name.text.startsWith('_')) return true;
  let owner: tsMorph.ts.Node = name;
  while (owner.parent && !ts.isClassLike(owner)) owner = owner.parent;
  return (
    ts.isClassLike(owner) &&
    owner.members.some(
      (member) =>
        ts.isPropertyDeclaration(member) &&
        member.name.getText() === name.text &&
        (member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false),
    )
  );
}
