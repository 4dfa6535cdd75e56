import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { lastName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import type { Column } from './operations.ts';
import { hole, tableIn, textIn } from './scriptTexts.ts';
import { typeOf } from './sqlColumns.ts';

/** One thing that `(table) => { … }` of Knex says. */
export type TableItem = { readonly node: ScriptNode } & (
  | {
      readonly kind: 'column';
      readonly column: Column;
      readonly alters: boolean;
      /** Says more of the column than its type. */
      readonly restates: boolean;
      readonly references: readonly string[];
    }
  | { readonly kind: 'drop' | 'setNotNull'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  | { readonly kind: 'foreign'; readonly references: readonly string[] }
  | { readonly kind: 'key' }
  /** A loop, a helper, a name that is computed: not all can be told. */
  | { readonly kind: 'unknown' }
);

const types: Readonly<Record<string, string>> = {
  increments: 'integer',
  bigIncrements: 'bigint',
  bigInteger: 'bigint',
  string: 'varchar',
  datetime: 'timestamp',
  enu: 'enum',
  tinyint: 'tinyint',
};
const columnMethod =
  /^(?:increments|bigIncrements|integer|tinyint|smallint|mediumint|bigint|bigInteger|text|string|float|double|decimal|boolean|date|datetime|dateTime|time|timestamp|geometry|geography|point|binary|enum|enu|json|jsonb|uuid|specificType)$/;

/** What the callback of `createTable`, `table` or `alterTable` does with the table that it is handed. */
export function* readTable(
  callback: tsMorph.ts.SignatureDeclaration & { body?: ScriptNode },
): Iterable<TableItem> {
  const parameter = callback.parameters[0]?.name;
  if (!parameter || !ts.isIdentifier(parameter) || !callback.body) {
    yield { kind: 'unknown', node: callback };
    return;
  }
  const waiting: ScriptNode[] = [callback.body];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isCallExpression(node)) {
      const callee = node.expression;
      if (
        ts.isPropertyAccessExpression(callee) &&
        ts.isIdentifier(callee.expression) &&
        callee.expression.text === parameter.text
      )
        yield* readCall(node, callee.name.text);
      else if (node.arguments.some((each) => ts.isIdentifier(each) && each.text === parameter.text))
        yield { kind: 'unknown', node };
    }
    const inner: ScriptNode[] = [];
    ts.forEachChild(node, (child) => void inner.push(child));
    waiting.push(...inner.reverse());
  }
}

function* readCall(call: tsMorph.ts.CallExpression, method: string): Iterable<TableItem> {
  const chain = chainOf(call);
  const node = chain.at(-1)?.call ?? call;
  const names = call.arguments.flatMap((each) => namesIn(each));
  const references = chain.flatMap(
    ({
      name,
      call: {
        arguments: [first],
      },
    }) => {
      const text = tableIn(first);
      if (text === undefined) return [];
      if (name === 'inTable') return text;
      return name === 'references' && text.includes('.') ? text.slice(0, text.lastIndexOf('.')) : [];
    },
  );
  const has = (...each: readonly string[]) => chain.some(({ name }) => each.includes(name));
  if (columnMethod.test(method)) {
    const [name = method.endsWith('ncrements') ? 'id' : hole] = names;
    const counts = method.endsWith('ncrements');
    const size = call.arguments[1];
    const sized = size && ts.isNumericLiteral(plain(size)) ? `(${plain(size).getText()})` : '';
    const written = method === 'specificType' ? (textIn(size) ?? '') : `${types[method] ?? method}${sized}`;
    const column = {
      name: name.toLowerCase(),
      type: typeOf(written.toLowerCase()),
      notNull: (has('notNullable', 'notNull') || has('primary')) && !has('nullable'),
      filled: counts || has('defaultTo', 'default'),
    };
    if (name.includes(hole)) yield { kind: 'unknown', node };
    else yield { kind: 'column', node, column, alters: has('alter'), restates: chain.length > 1, references };
    if (counts || has('primary', 'unique')) yield { kind: 'key', node };
  } else if (method === 'timestamps') {
    const [first, second] = call.arguments.map(({ kind }) => kind === ts.SyntaxKind.TrueKeyword);
    for (const name of ['created_at', 'updated_at']) {
      const column = {
        name,
        type: 'timestamp',
        notNull: second === true,
        filled: second === true || first === true,
      };
      yield { kind: 'column', node, column, alters: false, restates: false, references: [] };
    }
  } else if (/^dropColumns?$/.test(method))
    for (const name of names) yield { kind: 'drop', node, name: name.toLowerCase() };
  else if (method === 'dropNullable') for (const name of names) yield { kind: 'setNotNull', node, name };
  else if (method === 'renameColumn') {
    const [name = '', to = ''] = names;
    yield { kind: 'rename', node, name: name.toLowerCase(), to: to.toLowerCase() };
  } else if (method === 'foreign') yield { kind: 'foreign', node, references };
  else if (method === 'primary' || method === 'unique') yield { kind: 'key', node };
  else if (
    !/^(?:index|drop\w+|comment|engine|charset|collate|inherits|check\w*|setNullable|queryContext)$/.test(
      method,
    )
  )
    yield { kind: 'unknown', node };
}

function namesIn(argument: ScriptNode): readonly string[] {
  const node = plain(argument);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((each) => textIn(each) ?? []);
  const text = textIn(node);
  return text ? [text] : [];
}

/** The calls that are put on a call, from the inside out. */
export function chainOf(
  call: tsMorph.ts.CallExpression,
): readonly { readonly name: string; readonly call: tsMorph.ts.CallExpression }[] {
  const chain: { name: string; call: tsMorph.ts.CallExpression }[] = [];
  let node: ScriptNode = call;
  while (
    ts.isPropertyAccessExpression(node.parent) &&
    ts.isCallExpression(node.parent.parent) &&
    node.parent.parent.expression === node.parent
  ) {
    node = node.parent.parent;
    chain.push({
      name: lastName((node as tsMorph.ts.CallExpression).expression) ?? '',
      call: node as tsMorph.ts.CallExpression,
    });
  }
  return chain;
}
